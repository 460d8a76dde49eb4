from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import HALF, helped_less, outputs_above, refuses


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed)
    yield from ((case, plan) for plan in outputs_above(case, "official_rigidity"))


def a_workshop_that_did_less(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, share=everything, without=("talks",))
    yield from helped_less(case, "official_rigidity", "workshop", ("mediation",))


def test_issues_nobody_has_opened() -> None:
    refuses("official_rigidity", too_much, at_least=HALF)


def test_a_workshop_that_opened_less() -> None:
    refuses("official_rigidity", a_workshop_that_did_less, at_least=HALF)
