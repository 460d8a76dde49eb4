"""Solves the small problems around the search: whole money, who pays, completing a start, looking for a clash."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pulp import LpProblem

from planner.solve.options import SolveOptions
from planner.solve.search import Found, search
from planner.solvers.base import Settings
from planner.solvers.highs import Highs


@dataclass(frozen=True, slots=True)
class SmallSolver:
    """HiGHS with the threads of the search (two HiGHS in one process must agree on them) and its seed.

    Calling it gives values by column name, None where no solution was found; ``found`` tells more.
    """

    options: SolveOptions
    folder: Path

    def __call__(self, problem: LpProblem, *, gap: float, seconds: float) -> Mapping[str, float] | None:
        values = self.found(problem, gap=gap, seconds=seconds).outcome.values
        if values is None:
            return None
        return dict(zip((column.name for column in problem.exported_variables()), values, strict=True))

    def found(self, problem: LpProblem, *, gap: float, seconds: float) -> Found:
        settings = Settings(
            seconds=max(0.05, seconds),
            gap=gap,
            threads=self.options.solver_threads,
            seed=self.options.seed,
            folder=self.folder,
        )
        return search(Highs(), problem, settings, stop=threading.Event(), tell=lambda board: None)
