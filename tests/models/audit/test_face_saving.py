from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import Condition, RuleSetting
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import HALF, helped_less, outputs_above, refuses

HUMILIATING = (
    Condition(conflict="X", kind="concession", amount=0.9),
    RuleSetting(name="face_saving", kind="lift", amount=1),
    RuleSetting(name="inducement", kind="unaided", amount=1),
    RuleSetting(name="preparation", kind="unprepared", amount=1),
)


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, rows=HUMILIATING)
    yield from ((case, plan) for plan in outputs_above(case, "face_saving"))


def a_seminar_that_did_less(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, share=everything, rows=HUMILIATING)
    yield from helped_less(case, "face_saving", "seminar", ("talks", "mediation", "hearing"), earlier=False)


def test_giving_way_in_public() -> None:
    refuses("face_saving", too_much, at_least=HALF)


def test_a_seminar_that_helped_less() -> None:
    refuses("face_saving", a_seminar_that_did_less, at_least=HALF)
