from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from tests.models.audit.sound import Case, everything, sound
from tests.models.audit.spoiling import FEW, helped_less, outputs_above, refuses


def uneven(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed)
    yield from ((case, plan) for plan in outputs_above(case, "seats"))


def less_help(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, share=everything)
    yield from helped_less(case, "seats", "exchange", ("trade",), earlier=False)


def test_too_few_chairs_on_one_side() -> None:
    refuses("seats", uneven)


def test_help_that_was_less() -> None:
    refuses("seats", less_help, at_least=FEW)
