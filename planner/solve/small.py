"""Solves the small problems around the search: whole money, who pays, completing a start, looking for a clash."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from time import monotonic
from typing import Unpack

from pulp import LpProblem

from models.polish import Asked, Values
from planner.solve.options import SolveOptions
from planner.solve.search import Found, search
from planner.solve.warm import begin_at
from planner.solvers.base import Settings
from planner.solvers.highs import BRANCHING, BRIEF, EXACT, PROVING, Highs

_PART, _PART_TO_IMPROVE = 0.6, 0.25
"""Of the time left, what a problem may take; less where a solution is known and only a better one is sought."""
_LEAST = 0.05
"""Seconds a small problem gets in any case."""

_EXACT, _BRIEF, _BRANCHING, _PROVING = (
    {name: str(value).lower() for name, value in each.items()} for each in (EXACT, BRIEF, BRANCHING, PROVING)
)


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

    def __call__(self, problem: LpProblem, **asked: Unpack[Asked]) -> Values | None:
        values = self.found(problem, **asked).outcome.values
        if values is None:
            return None
        return dict(zip((column.name for column in problem.exported_variables()), values, strict=True))

    def found(self, problem: LpProblem, **asked: Unpack[Asked]) -> Found:
        start = asked.get("start")
        if start is not None:
            begin_from(problem, start)
        settings = Settings(
            seconds=self.allowed(**asked),
            gap=asked["gap"],
            threads=self.options.solver_threads,
            seed=self.options.seed,
            folder=self.folder,
            warm=start is not None,
            nodes=asked.get("nodes"),
            options=_options(asked),
        )
        return search(Highs(), problem, settings, stop=threading.Event(), tell=lambda board: None)

    def allowed(self, **asked: Unpack[Asked]) -> float:
        """Seconds a problem may take: what was asked for, or its part of what is left."""
        part = _PART if asked.get("start") is None else _PART_TO_IMPROVE
        return max(_LEAST, min(asked["seconds"], part * (self.deadline - monotonic())))


def _options(asked: Asked) -> dict[str, str]:
    options = _EXACT if asked.get("exact") else {}
    if asked.get("start") is not None:
        return options | _PROVING
    if asked.get("nearby"):
        return options | _BRANCHING
    return options | _BRIEF if asked.get("brief") else options


def begin_from(problem: LpProblem, values: Values) -> None:
    """Give the columns of ``problem`` the values of their names, as a start."""
    for column in problem.variables():
        if column.name in values:
            begin_at(column, values[column.name])
