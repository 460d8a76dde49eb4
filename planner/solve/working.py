"""A solver at work in a thread of its own."""

from __future__ import annotations

import threading
from dataclasses import replace

from pulp import LpProblem

from planner.solvers.base import Board, Outcome, Settings, Solver
from planner.solvers.ending import Ending


class Working(threading.Thread):
    """Solves ``problem``; what it has found so far stands on the ``board``."""

    def __init__(self, solver: Solver, problem: LpProblem, settings: Settings) -> None:
        super().__init__(daemon=True)
        self.board = Board()
        self._solver, self._problem, self._settings = solver, problem, settings
        self._outcome: Outcome | None = None
        self._error: BaseException | None = None

    def run(self) -> None:
        try:
            self._outcome = self._solver.solve(self._problem, self._settings, self.board)
        except BaseException as error:
            self._error = error

    def result(self) -> Outcome:
        """Once it is done. Raises what the solver raised, unless it had been told to stop and an incumbent is known."""
        if self._outcome is not None:
            if self._outcome.values is None and self.board.values is not None:
                return replace(self._outcome, values=self.board.values)
            return self._outcome
        assert self._error is not None
        if self.board.stop and self.board.values is not None:
            return self.last_incumbent()
        raise self._error

    def last_incumbent(self) -> Outcome:
        board = self.board
        return Outcome(Ending.STOPPED, board.values, board.bound, board.root_bound, board.nodes)
