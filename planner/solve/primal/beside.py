"""A solver with a hunt for plans beside it: together they are done when plan and bound are near.

Each has a core; where there is but one they share it, since neither knows how long the other will need. The solver may
take up the hunt's plans as hints; it is never begun again from them.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import replace
from math import inf
from time import monotonic, sleep

from pulp import LpProblem

from models.decisions import Decision
from planner.solve.neutral import Neutral
from planner.solve.primal.exchange import Exchange
from planner.solve.primal.hunt import Hunt
from planner.solve.primal.neighbourhoods import Decided
from planner.solve.working import Working
from planner.solvers.base import Board, Outcome, Settings, Solver

_TICK = 0.02
PATIENCE = 2.0
"""Seconds of search before the hunt joins in where there is a plan to begin from and one core: mostly that plan is near
enough, and only the bound is missing."""
_FAREWELL = 1.0
"""Seconds the hunt may take to notice that it is over."""
_COURTESY = 0.1
"""The same for the solver where plan and bound are near: in the midst of a heuristic HiGHS was seen not to look up for
a second and more."""


class Beside(Solver):
    """``solver`` with a hunt for plans of ``neutral``, the problem it will be given, whose ``decisions`` these are; the
    hunt begins after ``patience`` seconds."""

    def __init__(self, solver: Solver, decisions: Iterable[Decision], neutral: Neutral, patience: float = 0.0) -> None:
        self.name, self._solver = solver.name, solver
        self._decided = Decided(decisions, neutral.exported)
        self._neutral = neutral
        self._patience = patience

    def available(self) -> bool:
        return self._solver.available()

    def version(self) -> str:
        return self._solver.version()

    def interrupt(self) -> None:
        self._solver.interrupt()

    def abandon(self) -> None:
        self._solver.abandon()

    def solve(self, problem: LpProblem, settings: Settings, board: Board) -> Outcome:
        exchange = Exchange(self._neutral.form, problem, settings, board)
        hunt = Hunt(exchange.arrays, self._decided, settings.seed, exchange.found, exchange.stopped)
        hunt.best = exchange.start()
        hunting = threading.Thread(target=self._hunting, args=(hunt,), daemon=True)
        asked = replace(settings, threads=max(1, settings.threads - 1), beside=True)
        proving = Working(self._solver, problem, asked)
        hunting.start()
        proving.start()
        self._watch(proving, hunt, exchange)
        exchange.ended = True
        hunting.join(_FAREWELL)
        if proving.is_alive():
            self._solver.abandon()
            return exchange.combined(proving.last_incumbent())
        return exchange.combined(proving.result())

    def _hunting(self, hunt: Hunt) -> None:
        begins = monotonic() + self._patience
        while monotonic() < begins and not hunt.stopped():
            sleep(_TICK)
        if not hunt.stopped():
            hunt.run()

    def _watch(self, proving: Working, hunt: Hunt, exchange: Exchange) -> None:
        """Until the solver has ended, or may be left behind."""
        told, hinted = inf, hunt.best
        while proving.is_alive() and not (exchange.near() and monotonic() > told + _COURTESY):
            proving.join(_TICK)
            if (theirs := exchange.trade(proving.board)) is not None:
                hunt.best = theirs
            elif hunt.best is not hinted and hunt.best is not None:
                hinted, proving.board.hint = hunt.best, tuple(hunt.best.x.tolist())
            if told == inf and (exchange.near() or exchange.told()):
                told = monotonic()
                proving.board.stop = True
                self._solver.interrupt()
