"""The supervisor of the search, with solvers that misbehave on purpose."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from pulp import LpProblem

from planner.solve.budget import PATIENCE
from planner.solve.search import Found, search
from planner.solvers.base import Board, Outcome, Settings, Solver
from planner.solvers.ending import Ending


class Scripted(Solver):
    """Shows one incumbent and then goes on until it is told to stop, or for ever."""

    name = "scripted"

    def __init__(self, *, obeys: bool, incumbent: bool = True, error: Exception | None = None) -> None:
        self.obeys, self.incumbent, self.error = obeys, incumbent, error
        self.interrupted = self.abandoned = False
        self.released = threading.Event()

    def available(self) -> bool:
        return True

    def version(self) -> str:
        return "scripted 1"

    def solve(self, problem: LpProblem, settings: Settings, board: Board) -> Outcome:
        if self.incumbent:
            board.values, board.objective, board.bound, board.nodes = (1.0, 2.0), 3.0, 4.0, 5
        while not self.released.wait(0.01):
            if self.obeys and board.stop:
                break
        if self.error is not None:
            raise self.error
        return Outcome(Ending.STOPPED, board.values, board.bound, None, 6)

    def interrupt(self) -> None:
        self.interrupted = True

    def abandon(self) -> None:
        self.abandoned = True
        self.released.set()


def run(solver: Solver, seconds: float, stop: threading.Event | None = None) -> Found:
    settings = Settings(seconds=seconds, gap=0.0, threads=1, seed=0, folder=Path())
    return search(solver, LpProblem("p"), settings, stop=stop or threading.Event(), tell=lambda board: None)


def test_a_solver_past_its_limit_is_told_to_stop() -> None:
    solver = Scripted(obeys=True)
    found = run(solver, 0.2)
    assert solver.interrupted
    assert not found.abandoned
    assert (found.outcome.values, found.outcome.nodes) == ((1.0, 2.0), 6)


def test_a_solver_that_does_not_stop_is_abandoned_and_its_incumbent_kept() -> None:
    solver = Scripted(obeys=False)
    begin = time.monotonic()
    found = run(solver, 0.1)
    assert found.abandoned
    assert solver.abandoned
    assert found.outcome == Outcome(Ending.STOPPED, (1.0, 2.0), 4.0, None, 5)
    assert time.monotonic() - begin < PATIENCE + 3


def test_the_user_can_stop_it_long_before_its_limit() -> None:
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    found = run(Scripted(obeys=True), 600, stop)
    assert found.outcome.values == (1.0, 2.0)
    assert found.seconds < 60


def test_what_a_solver_raises_reaches_the_caller() -> None:
    solver = Scripted(obeys=True, error=RuntimeError("out of memory"))
    solver.released.set()
    with pytest.raises(RuntimeError, match="out of memory"):
        run(solver, 10)


def test_an_error_after_the_stop_does_not_lose_the_incumbent() -> None:
    found = run(Scripted(obeys=True, error=RuntimeError("killed")), 0.1)
    assert found.outcome.values == (1.0, 2.0)


def test_an_error_without_an_incumbent_is_raised_even_after_the_stop() -> None:
    with pytest.raises(RuntimeError, match="killed"):
        run(Scripted(obeys=True, incumbent=False, error=RuntimeError("killed")), 0.1)


def test_the_time_of_the_first_incumbent_is_noted() -> None:
    assert [point.incumbent for point in run(Scripted(obeys=True), 0.2).trace] == [3.0]
    assert not run(Scripted(obeys=True, incumbent=False), 0.2).trace
