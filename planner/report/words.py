"""Numbers in words that sections of a report share."""

from __future__ import annotations

from planner.outcome import Outcome
from planner.series import Interval
from planner.show.amounts import ends


def unit(outcome: Outcome) -> str:
    """Of differences in worth."""
    return "points of score" if outcome.objective == "progress" else outcome.instance.horizon.currency or "currency"


def limits(outcome: Outcome) -> tuple[str, str]:
    """What a plan reaches, and what none can pass."""
    return ("score", "no plan above") if outcome.objective == "progress" else ("cost", "no plan below")


def interval(outcome: Outcome, found: Interval) -> str:
    """``0.0120 to 0.0131``, rounded outwards; whole currency units under the objective *cost*."""
    return ends(found.low, found.high, 4 if outcome.objective == "progress" else 0)
