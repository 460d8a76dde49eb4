"""Solves the small problems around the search: whole money, who pays, completing a start, looking for a clash."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from time import monotonic

from pulp import LpProblem

from planner.solve.options import SolveOptions
from planner.solve.search import Found, search
from planner.solve.warm import begin_at
from planner.solvers.base import Settings
from planner.solvers.highs import Highs

_PART, _PART_TO_IMPROVE = 0.6, 0.25
"""Of the time left, what a problem may take; less where a solution is known and only a better one is sought."""
_LEAST = 0.05
"""Seconds a small problem gets in any case."""

_EXACT = dict.fromkeys(("primal_feasibility_tolerance", "mip_feasibility_tolerance"), "1e-8")
"""What rows may be missed by where the usual 1e-6 adds up, period after period, to more than an audit allows."""


@dataclass(frozen=True, slots=True)
class SmallSolver:
    """HiGHS with the threads of the search (two HiGHS in one process must agree on them) and its seed.

    Calling it gives values by column name, None where no solution was found; ``found`` tells more.
    """

    options: SolveOptions
    folder: Path
    deadline: float = inf
    """When all of them must be done (``monotonic``): each may take a part of what is left until then."""

    def until(self, deadline: float) -> SmallSolver:
        return replace(self, deadline=deadline)

    def __call__(
        self,
        problem: LpProblem,
        *,
        gap: float,
        seconds: float,
        start: Mapping[str, float] | None = None,
        about: Mapping[str, float] | None = None,
        exact: bool = False,
        nodes: int | None = None,
    ) -> Mapping[str, float] | None:
        values = self.found(problem, gap=gap, seconds=seconds, start=start, exact=exact, nodes=nodes).outcome.values
        if values is None:
            return None
        return dict(zip((column.name for column in problem.exported_variables()), values, strict=True))

    def found(
        self,
        problem: LpProblem,
        *,
        gap: float,
        seconds: float,
        start: Mapping[str, float] | None = None,
        exact: bool = False,
        nodes: int | None = None,
    ) -> Found:
        part = _PART
        if start is not None:
            part = _PART_TO_IMPROVE
            begin_from(problem, start)
        settings = Settings(
            seconds=max(_LEAST, min(seconds, part * (self.deadline - monotonic()))),
            gap=gap,
            threads=self.options.solver_threads,
            seed=self.options.seed,
            folder=self.folder,
            warm=start is not None,
            nodes=nodes,
            options=_EXACT if exact else {},
        )
        return search(Highs(), problem, settings, stop=threading.Event(), tell=lambda board: None)


def begin_from(problem: LpProblem, values: Mapping[str, float]) -> None:
    """Give the columns of ``problem`` the values of their names, as a start."""
    for column in problem.variables():
        if column.name in values:
            begin_at(column, values[column.name])
