from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import Condition
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import HALF, helped_less, outputs_above, refuses

UNWILLING = Condition(conflict="X", kind="willingness", who=("A",), amount=0.2)


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Talks of the unwilling, and carrots for them."""
    case = sound(seed, rows=(UNWILLING,))
    yield from ((case, plan) for plan in outputs_above(case, "political_will"))


def a_press_that_did_less(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Of the same period or of an earlier one."""
    case = sound(seed, share=everything, without=("carrot",), rows=(UNWILLING,))
    yield from helped_less(case, "political_will", "press", ("talks", "mediation", "envoy", "guarantor", "hearing"))


def test_a_government_that_does_not_want_to() -> None:
    refuses("political_will", too_much, at_least=HALF)


def test_a_press_that_moved_less() -> None:
    refuses("political_will", a_press_that_did_less, at_least=HALF)
