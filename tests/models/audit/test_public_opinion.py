from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import Party, RuleSetting
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import FEW, helped_less, outputs_above, refuses

DOUBTFUL = (Party(name="A", conflict="X", opinion=0.1), RuleSetting(name="public_opinion", kind="floor", amount=0.4))


def too_far(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, rows=DOUBTFUL)
    yield from ((case, plan) for plan in outputs_above(case, "public_opinion"))


def a_press_that_did_less(seed: int) -> Iterator[tuple[Case, Plan]]:
    willing = RuleSetting(name="political_will", kind="threshold", amount=0.05)
    case = sound(seed, share=everything, rows=(*DOUBTFUL, willing))
    yield from helped_less(case, "public_opinion", "press", ("talks", "mediation", "hearing"))


def test_leaders_who_go_further_than_their_people() -> None:
    refuses("public_opinion", too_far)


def test_a_press_that_moved_less() -> None:
    refuses("public_opinion", a_press_that_did_less, at_least=FEW)
