"""What comes back: a plan for each budget, each keeping the one before, and the price of that promise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from models.instance import Instance
from models.plan import Plan
from planner.solve.options import SolveOptions
from planner.solve.result import Status


@dataclass(frozen=True, kw_only=True)
class Step:
    """The plan for ``share`` of all money. ``price_low`` to ``price_high`` holds what the promise costs here: the best
    plan of this budget less the best one that keeps the step below, in points (under *cost*: in currency), at least 0;
    None stands for no limit known. ``free_value`` and ``free_bound`` are of the best plan that need not keep anything,
    ``value`` and ``bound`` of the best that does. ``plan`` is None where no plan was found for this budget.
    """

    share: Fraction
    instance: Instance
    status: Status
    plan: Plan | None = None
    value: float | None = None
    bound: float | None = None
    free_status: Status
    free_value: float | None = None
    free_bound: float | None = None
    price_low: float | None = None
    price_high: float | None = None
    proven: bool = False
    """Whether the price is more than the searches left open."""


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """Steps by rising budget; ``left`` are shares that an interruption left without one."""

    instance: Instance
    options: SolveOptions
    steps: tuple[Step, ...] = ()
    left: tuple[Fraction, ...] = ()
    interrupted: bool = False
    seconds: float = 0.0
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether every search reached the gap asked for."""
        good = (Status.SOLVED, Status.INFEASIBLE)
        return not self.left and all(each.status in good and each.free_status in good for each in self.steps)
