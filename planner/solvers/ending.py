"""Why a solver stopped. A module of its own, so that a process that never solves need not import PuLP to say it."""

from __future__ import annotations

from enum import StrEnum


class Ending(StrEnum):
    OPTIMAL = "optimal"
    """Within the gap asked for."""
    STOPPED = "stopped"
    """By a limit or by an interruption."""
    INFEASIBLE = "infeasible"
    """Proven: the problem has no solution."""
    UNKNOWN = "unknown"
    """The solver gave up without saying anything useful."""
