"""Small solves of a problem in blocks: each block within what it has now, and all of them side by side.

Where a solution is known, or roughly known, every block keeps what it uses of each coupling row, with an equal part of
what nobody uses; what the blocks find within that fits together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import monotonic
from typing import Unpack

import numpy as np
from pulp import LpProblem

from models.polish import Asked, Values
from planner.solve.arrays import Arrays, Numbers, Places, arrays_of
from planner.solve.decomposed.crew import Crew
from planner.solve.decomposed.parts import Parts
from planner.solve.decomposed.piece import Piece, Solved
from planner.solve.decomposed.split import split
from planner.solve.small import SmallSolver

_LOOK = 0.1


@dataclass(frozen=True, slots=True)
class SharedSolver:
    """Like ``SmallSolver``, which solves what is in one block, or of which nothing is known."""

    small: SmallSolver
    crew: Crew

    def until(self, deadline: float) -> SharedSolver:
        return replace(self, small=self.small.until(deadline))

    def __call__(self, problem: LpProblem, **asked: Unpack[Asked]) -> Values | None:
        start = asked.get("start")
        guess = asked.get("about") if start is None else start
        if guess is not None:
            form = arrays_of(problem)
            parts = split(form, [row.name for row in problem.constraints()])
            if len(parts) > 1:
                names = [column.name for column in problem.exported_variables()]
                known = np.array([guess.get(name, 0.0) for name in names])
                near = asked["gap"] * max(abs(form.sense * parts.cost(known) + form.constant), 1e-9) / len(parts)
                until = min(monotonic() + asked["seconds"], self.small.deadline)
                found = self._blocks(parts, known, near, until, warm=start is not None)
                if not self.crew.gone:
                    return None if found is None else dict(zip(names, found.tolist(), strict=True))
        return self.small(problem, **asked)

    def _blocks(self, parts: Parts, known: Numbers, near: float, until: float, *, warm: bool) -> Numbers | None:
        """All columns, from each block within its share; None where a block found nothing."""
        values = known.copy()
        values[parts.common] = 0.0
        waiting = list(range(len(parts)))
        flying: dict[int, int] = {}
        while waiting or flying:
            while waiting and self.crew.idle:
                block = waiting.pop()
                arrays, columns = _within_share(parts, block, known)
                seconds = (until - monotonic()) * self.crew.size / (len(waiting) + self.crew.size)
                start = known[columns] if warm and not len(parts.common) else None
                piece = Piece(arrays=arrays, seconds=seconds, near=near, start=start)
                flying[self.crew.submit(piece)] = block
            if self.crew.gone:
                return None
            for ticket, solved in self.crew.finished(_LOOK):
                block = flying.pop(ticket)
                if not self._merge(parts, block, solved, values):
                    self.crew.forget()
                    return None
        return values

    @staticmethod
    def _merge(parts: Parts, block: int, solved: Solved | None, values: Numbers) -> bool:
        if solved is None or not solved.found:
            return False
        own = len(parts.columns[block])
        values[parts.columns[block]] = solved.found[-1][:own]
        values[parts.common] += solved.found[-1][own:]
        return True


def _within_share(parts: Parts, block: int, known: Numbers) -> tuple[Arrays, Places]:
    """A block and a copy of the common columns, within what they use of each coupling row in ``known``."""
    rows, number = parts.coupling, len(parts)
    now = parts.usage(block, known) + parts.shared_common.at(known[parts.common]) / number
    at = rows.at(known)
    most = np.isfinite(rows.row_upper)
    side = np.where(most, rows.row_upper, rows.row_lower)
    arrays, columns = parts.group((block,), side - now - (side - at) / number)
    upper = arrays.upper.copy()
    upper[len(parts.columns[block]) :] /= number
    return replace(arrays, upper=upper), columns
