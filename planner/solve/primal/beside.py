"""A solver with a hunt for plans beside it: each has a core, and together they are done when plan and bound are near.

Solvers that begin from a good plan prove far more at the root than those that come to it later: so once the hunt finds
nothing better for a while, a solver that is still at the root begins again from its plan. With one core the hunt goes
first.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import replace

from pulp import LpProblem

from models.decisions import Decision
from planner.solve.primal.exchange import Exchange
from planner.solve.primal.hunt import Hunt
from planner.solve.primal.neighbourhoods import Decided
from planner.solve.working import Working
from planner.solvers.base import Board, Outcome, Settings, Solver
from planner.solvers.ending import Ending

_TICK = 0.02
_PATIENCE = 8
"""Neighbourhoods searched in vain after which little more is expected of the hunt."""


class Beside(Solver):
    """``solver`` with a hunt, whose ``decisions`` are those of the problem it will be given."""

    def __init__(self, solver: Solver, decisions: Iterable[Decision], names: Iterable[str]) -> None:
        self.name, self._solver = solver.name, solver
        self._decided = Decided(decisions, names)

    def available(self) -> bool:
        return self._solver.available()

    def version(self) -> str:
        return self._solver.version()

    def interrupt(self) -> None:
        self._solver.interrupt()

    def abandon(self) -> None:
        self._solver.abandon()

    def solve(self, problem: LpProblem, settings: Settings, board: Board) -> Outcome:
        exchange = Exchange(problem, settings, board)
        hunt = Hunt(exchange.arrays, self._decided, settings.seed, exchange.found, exchange.stopped)
        hunt.best = exchange.start()
        if settings.threads == 1:
            hunt.run(_PATIENCE, go_on=False)
            return exchange.combined(self._solver.solve(problem, exchange.remaining(), board))
        hunting = threading.Thread(target=hunt.run, args=(_PATIENCE,), daemon=True)
        hunting.start()
        try:
            while (outcome := self._proven(problem, exchange, hunt)) is None:
                pass
        finally:
            exchange.ended = True
            hunting.join()
        return exchange.combined(outcome)

    def _proven(self, problem: LpProblem, exchange: Exchange, hunt: Hunt) -> Outcome | None:
        """What the solver says in the end, or None where it is better to begin again."""
        settings = exchange.remaining()
        proving = Working(self._solver, problem, replace(settings, threads=settings.threads - 1))
        proving.start()
        again = False
        while proving.is_alive():
            proving.join(_TICK)
            if (theirs := exchange.trade(proving.board)) is not None:
                hunt.best = theirs
            again = again or (hunt.settled.is_set() and exchange.worth_beginning_again())
            if (again or exchange.over()) and not proving.board.stop:
                proving.board.stop = True
                self._solver.interrupt()
        outcome = proving.result()
        exchange.take(outcome)
        return None if again and not exchange.over() and outcome.ending is Ending.STOPPED else outcome
