"""What hunt and solver have found together: the better plan, and whether it is near enough to the bound."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from math import inf

import numpy as np
from pulp import LpProblem

from planner.solve.arrays import Form
from planner.solve.primal.relaxation import Point
from planner.solve.result import relative_gap
from planner.solvers.base import Board, Outcome, Settings
from planner.solvers.ending import Ending


class Exchange:
    """Between the hunt for plans of a problem and a solver of it; ``board`` is that of who asked both."""

    def __init__(self, form: Form, problem: LpProblem, settings: Settings, board: Board) -> None:
        self.arrays, self._sense, self._constant = form
        self._problem, self._settings, self._board = problem, settings, board
        self._objective = "progress" if self._sense < 0 else "cost"
        self._lock = threading.Lock()
        self._best: Point | None = None
        self.ended = False

    def stopped(self) -> bool:
        """Whether the hunt is to end."""
        return self.ended or self._board.stop

    def start(self) -> Point | None:
        """The plan to begin from, if the problem holds one."""
        if not self._settings.warm:
            return None
        point = self._point([column.varValue or 0.0 for column in self._problem.exported_variables()])
        self.found(point)
        return point

    def found(self, plan: Point) -> bool:
        """Put up a plan; whether it is the best one now."""
        with self._lock:
            if self._best is not None and plan.cost >= self._best.cost:
                return False
            self._best = plan
            self._board.values = tuple(plan.x.tolist())
            self._show(self._value(plan.cost))
            return True

    def trade(self, theirs: Board) -> Point | None:
        """Put up what the solver knows; its plan, if it is better than the hunt's."""
        board = self._board
        board.bound = self._tighter(board.bound, theirs.bound)
        board.root_bound, board.nodes = theirs.root_bound, theirs.nodes
        values, objective = theirs.values, theirs.objective
        self._show(objective)
        if values is None or objective is None or self._sense * (objective - self._constant) >= self._cost():
            return None
        point = self._point(values)
        return point if self.found(point) else None

    def take(self, outcome: Outcome) -> None:
        """Note what a solver has ended with."""
        self._board.bound = self._tighter(self._board.bound, outcome.bound)
        if outcome.values is not None:
            self.found(self._point(outcome.values))

    def told(self) -> bool:
        """Whether who asked both wants them to stop."""
        return self._board.stop

    def near(self) -> bool:
        """Whether the best plan is as near to the bound as was asked for."""
        value = None if self._best is None else self._value(self._best.cost)
        gap = relative_gap(self._board.bound, value, self._objective)
        return gap is not None and gap <= self._settings.gap

    def combined(self, outcome: Outcome) -> Outcome:
        """The solver's outcome with the better plan of the two."""
        self.take(outcome)
        if self._best is None:
            return outcome
        ending = outcome.ending
        if self.near():
            ending = Ending.OPTIMAL
        elif ending is Ending.INFEASIBLE:
            ending = Ending.UNKNOWN
        return replace(outcome, ending=ending, values=self._board.values, bound=self._board.bound)

    def _tighter(self, one: float | None, other: float | None) -> float | None:
        bounds = [bound for bound in (one, other) if bound is not None]
        return (max if self._sense > 0 else min)(bounds, default=None)

    def _show(self, objective: float | None) -> None:
        """Put up what some solvers tell before they hand over the plan."""
        shown = self._board.objective
        if objective is not None and (shown is None or self._sense * objective < self._sense * shown):
            self._board.objective = objective

    def _cost(self) -> float:
        return inf if self._best is None else self._best.cost

    def _value(self, cost: float) -> float:
        return self._sense * cost + self._constant

    def _point(self, values: Sequence[float]) -> Point:
        x = np.array(values, dtype=np.float64)
        return Point(x, float(self.arrays.cost @ x))
