"""What a solving process tells of a job on the way, and how much time it has left."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from planner.solve.result import Progress, relative_gap
from planner.solvers.base import Board

_BETWEEN_REPORTS = 0.25


class Telling:
    """``tell`` sends a message to the parent; the job begins now and has ``seconds``."""

    def __init__(self, tell: Callable[[object], None], seconds: float, objective: str) -> None:
        self.tell, self._objective = tell, objective
        self.begin = monotonic()
        self._deadline = self.begin + seconds
        self._reported = 0.0

    def left(self) -> float:
        return max(0.0, self._deadline - monotonic())

    def stage(self, stage: str) -> None:
        self.tell(Progress(stage, monotonic() - self.begin))

    def search(self, board: Board) -> None:
        """How far the search is, now and then."""
        now = monotonic()
        if now - self._reported < _BETWEEN_REPORTS:
            return
        self._reported = now
        gap = relative_gap(board.bound, board.objective, self._objective)
        self.tell(Progress("search", now - self.begin, board.objective, board.bound, gap, board.nodes))
