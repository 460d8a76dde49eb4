from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import RuleSetting
from tests.models.audit.signing import signed_too_soon
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import FEW, overlooked, refuses, state
from tests.models.audit.world import AT_ONCE

ALL = (RuleSetting(name="coercion", kind="lost", amount=1),)


def by_force(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Signed where political progress would do, but part of it was forced."""
    case = sound(seed, asymmetry=False, closed=False, share=everything, rows=(*AT_ONCE, *ALL))
    durable = state(case, "coercion").durable
    yield from signed_too_soon(case, lambda node: durable["X", node])


def test_signing_what_was_forced() -> None:
    refuses("coercion", by_force)


def test_a_score_that_takes_the_forced_for_durable() -> None:
    overlooked("coercion", lambda seed: sound(seed, asymmetry=False, rows=ALL), at_least=FEW)
