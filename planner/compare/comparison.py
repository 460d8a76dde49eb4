"""What comes back: a case for each budget, instance or plan, and what lies between neighbours in money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.instance import Instance
from models.plan import Plan
from planner.diff import Difference, Standing
from planner.series import Interval
from planner.solve.options import SolveOptions
from planner.solve.result import Status


@dataclass(frozen=True, kw_only=True)
class Case:
    """One of what is compared.

    ``value`` is the audited score or cost of the best plan known, ``bound`` what is proven of any. ``status`` None:
    nothing had to be solved, because neighbours in money tell it within the gap. ``change`` is the worth of the best
    plan here minus that of the first case (worth: points of score, or minus the cost), ``proven`` whether it is more
    than the searches left open; both None for the first case and where either has no plan. ``difference`` is what this
    plan does otherwise than that of the first case, ``payers`` what each tranche is expected to pay, ``binding`` the
    limits of rules the plan has reached: pairs of rule and subject.
    """

    label: str
    instance: Instance
    money: int
    status: Status | None
    plan: Plan | None = None
    value: float | None = None
    bound: float | None = None
    cost: float | None = None
    change: Interval | None = None
    proven: bool | None = None
    difference: Difference | None = None
    standing: tuple[Standing, ...] = ()
    payers: Mapping[str, float] = field(default_factory=dict)
    binding: tuple[tuple[str, str], ...] = ()
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """From one case to the next with more money and nothing else otherwise: ``change`` in worth, which holds for the
    whole of the stretch, not for each part of it."""

    before: str
    after: str
    money: int
    change: Interval
    proven: bool

    @property
    def each(self) -> Interval:
        """The change for a currency unit more, on average over the stretch."""
        return Interval(self.change.low / self.money, self.change.high / self.money)


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Cases in the order they were asked for (a frontier: by money), the first being what others differ from."""

    options: SolveOptions
    cases: tuple[Case, ...]
    stretches: tuple[Stretch, ...] = ()
    left: tuple[str, ...] = ()
    solved: int = 0
    interrupted: bool = False
    seconds: float = 0.0
    resolution: float | None = None
    messages: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, label: str) -> Case:
        """The case of that label. Raises ``KeyError`` where there is none."""
        for case in self.cases:
            if case.label == label:
                return case
        raise KeyError(label)

    @property
    def complete(self) -> bool:
        """Whether every search reached the gap asked for."""
        return not self.left and all(case.status in (None, Status.SOLVED, Status.INFEASIBLE) for case in self.cases)
