from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import Condition
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import HALF, outputs_above, refuses


def unrecognised(seed: int) -> Iterator[tuple[Case, Plan]]:
    """The two at the table hardly recognise each other."""
    case = sound(seed, rows=(Condition(conflict="X", kind="recognition", who=("B", "A"), amount=0.3),))
    yield from ((case, plan) for plan in outputs_above(case, "recognition"))


def unwelcome(seed: int) -> Iterator[tuple[Case, Plan]]:
    """One of them hardly accepts the third party."""
    case = sound(seed, rows=(Condition(conflict="X", kind="recognition", who=("B", "S"), amount=0.1),))
    hosted = {(name, node) for name, node in case.plan.work() if name in ("mediation", "hearing")}
    for plan in outputs_above(case, "recognition"):
        changed = {key for key, work in plan.work().items() if work.output != case.plan.work()[key].output}
        if changed <= hosted:
            yield case, plan


def test_talks_without_recognition() -> None:
    refuses("recognition", unrecognised, at_least=HALF)


def test_a_third_party_one_side_does_not_accept() -> None:
    refuses("recognition", unwelcome, at_least=HALF)
