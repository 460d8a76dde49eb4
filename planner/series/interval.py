"""Arithmetic of differences. *Worth* is the score, or minus the cost: more is better under either objective.

Of each optimum two things are known: the worth of the best plan found (``low``) and the bound (``high``). So the
difference of two optima lies in ``[low after - high before, high after - low before]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from planner.solve.result import TOLERANCE


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``; infinite where nothing is known."""

    low: float = -inf
    high: float = inf


IMPOSSIBLE = Interval(-inf, -inf)
"""The worth of an optimum that does not exist."""


def minus(after: Interval, before: Interval) -> Interval:
    """``after - before``, of two optima of which at least one exists."""
    return Interval(after.low - before.high, after.high - before.low)


def proven(difference: Interval, before: Interval) -> bool:
    """Whether a difference is more than the searches left open: it does not contain 0 and passes the gap of what is
    compared with, as it came out.

    Two values nearer than the tolerance of solvers count as the same.
    """
    nothing = TOLERANCE * max(abs(before.low), 1e-3)
    if difference.low <= nothing and difference.high >= -nothing:
        return False
    return max(abs(difference.low), abs(difference.high)) > before.high - before.low + nothing
