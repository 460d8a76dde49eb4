from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import Condition
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import HALF, helped_less, outputs_above, refuses

SHUT = (
    Condition(conflict="X", kind="access", who=("A",), amount=0.1),
    Condition(conflict="X", kind="access", amount=0.2),
)


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, rows=SHUT)
    yield from ((case, plan) for plan in outputs_above(case, "indirect_access"))


def relief_that_did_less(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, share=everything, rows=SHUT)
    yield from helped_less(case, "indirect_access", "relief", ("survey",))


def test_work_that_is_not_let_in() -> None:
    refuses("indirect_access", too_much, at_least=HALF)


def test_relief_that_opened_less() -> None:
    refuses("indirect_access", relief_that_did_less, at_least=HALF)
