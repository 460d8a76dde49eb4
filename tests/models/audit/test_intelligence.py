from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import RuleSetting
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import HALF, helped_less, outputs_above, refuses

BLIND = (
    RuleSetting(name="intelligence", kind="uninformed", amount=0.2),
    RuleSetting(name="preparation", kind="unprepared", amount=1),
    RuleSetting(name="inducement", kind="unaided", amount=1),
)


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, rows=BLIND)
    yield from ((case, plan) for plan in outputs_above(case, "intelligence"))


def a_workshop_that_told_less(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, share=everything, without=("mediation",), rows=BLIND)
    yield from helped_less(case, "intelligence", "workshop", ("talks",))


def test_talks_that_know_little() -> None:
    refuses("intelligence", too_much, at_least=HALF)


def test_a_workshop_that_told_less() -> None:
    refuses("intelligence", a_workshop_that_told_less, at_least=HALF)
