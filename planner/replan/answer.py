"""What comes back: the new plan, what it does otherwise, and what stability costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from models.audit import Violation
from models.instance import Instance
from models.plan import Grant, Plan
from planner.diff import Difference
from planner.series import Interval
from planner.solve.options import SolveOptions
from planner.solve.result import Result, Status

type Commitments = Literal["keep", "buy-out", "free"]


@dataclass(frozen=True, kw_only=True)
class Carried:
    """The adopted plan if it is simply carried on: ``value`` is its audited score or cost, None where it breaks what
    ``violations`` say."""

    plan: Plan
    value: float | None
    violations: tuple[Violation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Free:
    """The best plan with the same past that need keep nothing else. ``price`` is what it is better than the best plan
    that changes no more than the new one does, in points (under *cost*: currency); ``proven`` whether that is more
    than the searches left open."""

    status: Status
    plan: Plan | None = None
    value: float | None = None
    bound: float | None = None
    price: Interval | None = None
    proven: bool = False


@dataclass(frozen=True, kw_only=True)
class Replan:
    """The plan from the period ``begin`` (its label) on; ``result`` is of ``instance``, the one that was planned for.

    ``kept`` names the works under way that were promised, ``released`` those of them that the instance itself no longer
    lets run their course; ``changed`` names works that run otherwise than the adopted plan has it, ``fees`` is what is
    paid for promised work that was stopped. ``free`` is None where nothing but the past was asked to stay.
    """

    instance: Instance
    options: SolveOptions
    begin: str
    happened: str = ""
    commitments: Commitments
    buy_out: float | None
    most_changes: int | None
    change_cost: float
    carried: Carried
    result: Result
    kept: tuple[str, ...] = ()
    released: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    difference: Difference | None = None
    fees: tuple[Grant, ...] = ()
    free: Free | None = None
    interrupted: bool = False
    seconds: float = 0.0
    messages: tuple[str, ...] = field(default=())

    @property
    def plan(self) -> Plan | None:
        """The new plan."""
        return self.result.plan

    @property
    def complete(self) -> bool:
        """Whether every search reached the gap asked for."""
        good = (Status.SOLVED, Status.INFEASIBLE)
        return self.result.status in good and (self.free is None or self.free.status in good)
