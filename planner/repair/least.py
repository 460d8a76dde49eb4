"""The least number that does, by halving what is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.plan import Plan
from planner.repair.finding import Finding


@dataclass(frozen=True, slots=True)
class Least:
    """``number`` does, as ``plan`` shows; ``proven``: whatever is below it by the resolution or more does not."""

    number: int
    plan: Plan
    proven: bool


def least(bad: int, good: int, plan: Plan, ask: Callable[[int], Finding], resolution: float) -> Least:
    """The least number above ``bad`` that does, where more always does too.

    ``good`` does, as ``plan`` shows. It ends once what is open is at most 1, or ``resolution`` of what is added to
    ``bad`` where that is more. A number that a limit leaves open counts as one that does not, and proves nothing.
    """
    proven, start = True, bad
    while good - bad > max(1, int(resolution * (good - start))):
        middle = (good + bad) // 2
        found = ask(middle)
        if found.plan is not None:
            good, plan = middle, found.plan
        else:
            bad, proven = middle, found.possible is False
    return Least(good, plan, proven)
