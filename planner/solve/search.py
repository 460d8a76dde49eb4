"""Runs a solver in a thread of its own and never waits for it longer than agreed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from pulp import LpProblem

from planner.solve.budget import LONG_PATIENCE, PATIENCE
from planner.solve.result import Point
from planner.solve.working import Working
from planner.solvers.base import Board, Outcome, Settings, Solver

_TICK = 0.05
_TOLERATED = 0.2
"""Seconds a solver may pass its own time limit before it is told to stop."""


@dataclass(frozen=True, slots=True)
class Found:
    """``trace`` is what was known when, in seconds from the beginning of the search, its end included.

    ``abandoned``: the solver did not stop and may still be running; the outcome is its last incumbent.
    """

    outcome: Outcome
    seconds: float
    trace: tuple[Point, ...]
    abandoned: bool = False


def search(
    solver: Solver,
    problem: LpProblem,
    settings: Settings,
    *,
    stop: threading.Event,
    tell: Callable[[Board], None],
) -> Found:
    """Solve ``problem``. Setting ``stop`` ends it with the best solution so far; ``tell`` is called now and then.

    Raises what the solver raises, unless it had been told to stop and an incumbent is known.
    """
    work = Working(solver, problem, settings)
    board = work.board
    begin = monotonic()
    trace: list[Point] = []
    patience_ends: float | None = None
    work.start()
    while True:
        work.join(_TICK)
        now = monotonic()
        _note(trace, now - begin, board.objective, board.bound)
        if not work.is_alive():
            outcome = work.result()
            _note(trace, now - begin, _objective(problem, outcome, board), outcome.bound)
            return Found(outcome, now - begin, tuple(trace))
        if patience_ends is None and (stop.is_set() or now > begin + settings.seconds + _TOLERATED):
            patience = PATIENCE if board.values is not None else LONG_PATIENCE
            patience_ends = max(now + PATIENCE, min(now + patience, begin + settings.seconds + PATIENCE))
            board.stop = True
            solver.interrupt()
        if patience_ends is not None and now > patience_ends:
            solver.abandon()
            return Found(work.last_incumbent(), now - begin, tuple(trace), abandoned=True)
        tell(board)


def _note(trace: list[Point], seconds: float, incumbent: float | None, bound: float | None) -> None:
    """Add what is known, if it is more than before."""
    before = (trace[-1].incumbent, trace[-1].bound) if trace else (None, None)
    if (incumbent, bound) != before:
        trace.append(Point(seconds, incumbent, bound))


def _objective(problem: LpProblem, outcome: Outcome, board: Board) -> float | None:
    """The value of the final solution: solvers that show nothing on the way, or are done at once, leave the board
    empty."""
    if outcome.values is None or problem.objective is None:
        return board.objective
    values = dict(zip((column.id for column in problem.exported_variables()), outcome.values, strict=True))
    objective = problem.objective
    return float(objective.constant + sum(weight * values[column.id] for column, weight in objective.items()))
