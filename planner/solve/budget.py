"""How the time limit is shared out. All numbers are seconds of wall clock."""

from __future__ import annotations

LEAST_RESERVE, GREATEST_RESERVE, RESERVED_SHARE = 1.0, 10.0, 0.05
"""What is kept back of the limit for making the plan whole and auditing it."""
SEARCHED_GAP = 0.95
"""Part of the gap asked for that the search may use up; the rest is for making money whole."""
PATIENCE = 1.0
"""How long a solver that was told to stop may take before its last incumbent is taken instead."""
OVERTIME = 1.2
"""How long after the limit the solving process is ended, whatever it is doing."""
LEAST_POLISH, POLISH = 0.5, 20.0
"""The least and the most that making the best solution whole may take."""
DIAGNOSIS = 10.0
"""The most that looking for the reason of an infeasibility may take."""


def reserve(limit: float) -> float:
    """What to keep back of ``limit`` for everything that comes after the search; at most half of it."""
    return min(max(LEAST_RESERVE, RESERVED_SHARE * limit), GREATEST_RESERVE, limit / 2)
