from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import RuleSetting
from tests.models.audit.signing import signed_too_soon
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import FEW, overlooked, refuses, state
from tests.models.audit.world import AT_ONCE

LOUD = (
    RuleSetting(name="official_level", kind="rise", amount=0.2),
    RuleSetting(name="official_level", kind="fall", amount=0.3),
)


def after_the_minister_left(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Signed where progress would do, had nobody taken offence."""
    case = sound(seed, asymmetry=False, closed=False, without=("sanction",), share=everything, rows=(*AT_ONCE, *LOUD))
    durable = state(case, "official_level").durable
    yield from signed_too_soon(case, lambda node: durable["X", node])


def test_signing_as_if_nobody_took_offence() -> None:
    refuses("official_level", after_the_minister_left)


def test_a_score_that_overlooks_signals() -> None:
    overlooked("official_level", lambda seed: sound(seed, rows=LOUD), at_least=FEW)
