"""How the time limit is shared out. All numbers are seconds of wall clock."""

from __future__ import annotations

LEAST_RESERVE, RESERVED_SHARE, GREATEST_SHARE = 1.0, 0.05, 15.0
"""What is kept back of the limit for making the plan whole and auditing it: at least so much, and so large a share of
the limit, which itself is at most so much."""
RESERVED_BUILDS, RESERVED_BUILDS_IN_PARTS = 6, 8
"""How often the time of building is kept back too: it tells how large the model is and how slow the machine. What is
solved in parts is searched side by side, and made whole by one process for the most part."""
SEARCHED_GAP = 0.95
"""Part of the gap asked for that the search may use up; the rest is for making money whole."""
PATIENCE = 1.0
"""How long a solver that was told to stop may take before its last incumbent is taken instead."""
LONG_PATIENCE = 10.0
"""The same where no incumbent would be left, as long as that keeps to the time limit."""
OVERTIME = 1.2
"""How long after the limit the solving process is ended, whatever it is doing."""
LEAST_POLISH, POLISH = 0.5, 20.0
"""The least and the most that making the best solution whole may take."""
DIAGNOSIS = 10.0
"""The most that looking for the reason of an infeasibility may take."""


def reserve(limit: float, build: float, *, in_parts: bool = False) -> float:
    """What to keep back of ``limit`` for all that comes after the search, if building took ``build``; at most half."""
    share = min(RESERVED_SHARE * limit, GREATEST_SHARE)
    builds = RESERVED_BUILDS_IN_PARTS if in_parts else RESERVED_BUILDS
    return min(max(LEAST_RESERVE, share) + builds * build, limit / 2)
