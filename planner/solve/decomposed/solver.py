"""The decomposed search as a solver like any other: a problem goes in, values and a bound come out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

import numpy as np
from pulp import LpProblem

from planner.solve.decomposed.checkpoint import Checkpoint
from planner.solve.decomposed.crew import Crew
from planner.solve.decomposed.drive import Drive
from planner.solve.decomposed.parts import Parts
from planner.solve.decomposed.state import State
from planner.solvers.base import Board, Outcome, Settings, Solver
from planner.solvers.highs import Highs


class Decomposed(Solver):
    """HiGHS, on parts of the problem. ``parts`` are those of the problem it will be given."""

    name = "highs"

    def __init__(
        self, parts: Parts, sense: float, constant: float, crew: Crew, checkpoint: Checkpoint | None = None
    ) -> None:
        """Raises ``InputError`` where there is something in the file of ``checkpoint`` that cannot be resumed from."""
        self._sense, self._constant, self._crew, self._checkpoint = sense, constant, crew, checkpoint
        self._state = State(parts)
        self.resumed = checkpoint is not None and checkpoint.begin(self._state)

    def available(self) -> bool:
        return Highs().available()

    def version(self) -> str:
        return Highs().version()

    def solve(self, problem: LpProblem, settings: Settings, board: Board) -> Outcome:
        state = self._state
        if settings.warm:
            state.offer(np.array([column.varValue or 0.0 for column in problem.exported_variables()]))
        notice = _Notice(board, self._sense, self._constant)

        def tell(state: State) -> None:
            notice.put_up(state)
            if self._checkpoint is not None:
                self._checkpoint.keep(state)

        drive = Drive(
            state=state,
            crew=self._crew,
            gap=settings.gap,
            deadline=monotonic() + settings.seconds,
            seed=settings.seed,
            threads=settings.threads,
            stopped=lambda: board.stop,
            tell=tell,
        )
        ending = drive.run()
        notice.put_up(state)
        if self._checkpoint is not None:
            with suppress(OSError):
                self._checkpoint.write(state)
        return Outcome(ending, board.values, board.bound, board.root_bound, drive.nodes)


@dataclass
class _Notice:
    """Puts a state on the board, in the sense of the problem."""

    board: Board
    sense: float
    constant: float
    version: int = -1

    def put_up(self, state: State) -> None:
        if state.best is not None and state.version != self.version:
            self.version = state.version
            self.board.values = tuple(state.best.tolist())
            self.board.objective = self.sense * state.cost + self.constant
        if np.isfinite(state.bound):
            self.board.bound = self.sense * state.bound + self.constant
        if np.isfinite(state.root):
            self.board.root_bound = self.sense * state.root + self.constant
