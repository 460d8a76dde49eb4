"""Any other solver PuLP knows, by PuLP's own name for it. It is stopped by its time limit, or with its process."""

from __future__ import annotations

import inspect
from typing import Any

import pulp
from pulp import LpProblem
from pulp.apis import LpSolver, LpSolver_CMD

from planner.solvers.base import Board, Outcome, Settings, Solver, ending_of, proven_bound, values_of


class Other(Solver):
    """Asks only for what the solver's class takes by name; solvers differ in what they offer."""

    follows = False

    def __init__(self, name: str) -> None:
        self.name = name

    def available(self) -> bool:
        return bool(pulp.getSolver(self.name, msg=False).available())

    def version(self) -> str:
        return self.name

    def solve(self, problem: LpProblem, settings: Settings, board: Board) -> Outcome:
        solver = self._configured(settings)
        stats = problem.solve(solver)
        bound = proven_bound(problem, stats, settings.gap)
        return Outcome(ending_of(stats), values_of(problem, stats), bound, None, int(stats.nodes or 0))

    def _configured(self, settings: Settings) -> LpSolver:
        wanted: dict[str, Any] = {
            "msg": settings.log,
            "timeLimit": settings.seconds,
            "gapRel": settings.gap,
            "threads": settings.threads,
            "maxNodes": settings.nodes,
            "randomSeed": settings.seed,
            "warmStart": settings.warm,
            "options": [f"{name}={text}" if text else name for name, text in settings.options.items()] or None,
        }
        taken = inspect.signature(type(pulp.getSolver(self.name, msg=False)).__init__).parameters
        solver = pulp.getSolver(self.name, **{name: value for name, value in wanted.items() if name in taken})
        if isinstance(solver, LpSolver_CMD):
            solver.tmpDir = str(settings.folder)
        return solver
