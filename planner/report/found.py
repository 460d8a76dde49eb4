"""What a report is made of: the plan with its proof, and the answers of those solves that were asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.records import Activity
from planner.alternatives import Alternatives
from planner.compare import Comparison
from planner.ladder import Ladder
from planner.outcome import Outcome
from planner.series import Interval


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Work that runs nowhere in the plan. ``reason`` is what the rows or rules say of it, empty where nothing plain.

    ``price`` is what including it in every future takes from the worth of the best plan (points of score, or currency
    under the objective *cost*; at least 0): None where it was not asked for. ``impossible``: it is proven that no
    plan includes it. ``proven``: the price is more than the searches left open.
    """

    activity: Activity
    reason: str = ""
    price: Interval | None = None
    proven: bool = False
    impossible: bool = False


@dataclass(frozen=True, kw_only=True)
class Report:
    """``outcome`` is already reduced to what its audience may see; the parts that rest on all work are None, with a
    sentence in ``notes``, where something is hidden. ``fiscal_month`` (1 to 12) begins a fiscal year.
    """

    outcome: Outcome
    parts: tuple[str, ...]
    fiscal_month: int = 1
    left_out: tuple[LeftOut, ...] = ()
    alternatives: Alternatives | None = None
    frontier: Comparison | None = None
    ladder: Ladder | None = None
    notes: tuple[str, ...] = ()
    complete: bool = True
    interrupted: bool = False
    seconds: float = 0.0
    missing: tuple[str, ...] = field(default=())
    """Parts that were asked for and are not there, because they were interrupted or may not be told."""
