"""A copy of a problem that tells nobody what it is about: columns X0000001, rows C0000001.

Solvers write files and logs; an instance may hold secrets. Only copies made here are ever given to a solver or a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from pulp import LpProblem

from planner.solve.arrays import Form, arrays_of
from planner.solve.shuffle import shuffled
from planner.solve.warm import begin_at


class Neutral:
    """``problem`` is the copy; ``columns`` and ``rows`` pair its names with the original's, in order; ``exported`` are
    the original's names of the columns that solvers are given.

    ``permutation`` puts its rows and columns into another order; 0 leaves them as they were built.
    """

    def __init__(self, original: LpProblem, permutation: int = 0) -> None:
        self.problem: LpProblem = shuffled(original, permutation) if permutation else original.copy()
        self.problem.name = "PLAN"
        self.columns: list[tuple[str, str]] = []
        self.rows: list[tuple[str, str]] = []
        self._unused: dict[str, float] = {}
        for number, variable in enumerate(self.problem.variables(), 1):
            self.columns.append((f"X{number:07}", variable.name))
            self._unused[variable.name] = min(max(0.0, variable.lowBound), variable.upBound)
            variable.name = self.columns[-1][0]
        for number, row in enumerate(self.problem.constraints(), 1):
            self.rows.append((f"C{number:07}", row.name))
            row.name = self.rows[-1][0]
        meaning = dict(self.columns)
        self.exported = [meaning[variable.name] for variable in self.problem.exported_variables()]

    @cached_property
    def form(self) -> Form:
        """The copy as arrays."""
        return arrays_of(self.problem)

    def named(self, values: Sequence[float]) -> dict[str, float]:
        """Values of every column of the original by its name, from those of the exported columns in order."""
        return self._unused | dict(zip(self.exported, values, strict=True))

    def begin_from(self, values: Mapping[str, float]) -> None:
        """Give the columns the values of the original's, as a start."""
        for variable, (_, name) in zip(self.problem.variables(), self.columns, strict=True):
            if name in values:
                begin_at(variable, values[name])
