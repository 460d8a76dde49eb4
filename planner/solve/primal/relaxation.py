"""The linear relaxation, kept in HiGHS: after a change of bounds it is solved again from its last basis."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.solve.arrays import Arrays, Numbers, Places, in_highs

WHOLE = 1e-6
"""How near to a whole number a column must be to be one."""


@dataclass(frozen=True, slots=True)
class Point:
    """Values of all columns, and their cost (to be minimised)."""

    x: Numbers
    cost: float


class Relaxation:
    """``arrays`` without integrality, within bounds that change. ``stopped`` is asked often."""

    def __init__(self, arrays: Arrays, stopped: Callable[[], bool]) -> None:
        import highspy

        self._arrays, self._words = arrays, highspy.HighsModelStatus
        self.lower, self.upper = arrays.lower.copy(), arrays.upper.copy()
        # Simplex alone: it is what begins from the last basis.
        options = {"output_flag": False, "threads": 1, "solver": "simplex"}
        self._solver = in_highs(arrays, options, stopped, relaxed=True)
        self._basis: Any = None

    def solve(self) -> Point | None:
        """The best point within the bounds; None where there is none, or it was stopped."""
        self._solver.run()
        if self._solver.getModelStatus() != self._words.kOptimal:
            # Where there is no point the last basis leads nowhere; the one before is near to what is tried next.
            if self._basis is not None:
                self._solver.setBasis(self._basis)
            return None
        self._basis = self._solver.getBasis()
        return Point(np.array(self._solver.getSolution().col_value), float(self._solver.getObjectiveValue()))

    def bound(self, columns: Places, lower: Numbers, upper: Numbers) -> None:
        """Give ``columns`` other bounds."""
        self._solver.changeColsBounds(len(columns), columns, lower, upper)
        self.lower[columns], self.upper[columns] = lower, upper

    def within(self, lower: Numbers, upper: Numbers) -> None:
        """Give every column the bounds of these."""
        changed = _places((self.lower != lower) | (self.upper != upper))
        if len(changed):
            self.bound(changed, lower[changed], upper[changed])

    def fractional(self, x: Numbers) -> Places:
        """Whole-number columns whose value in ``x`` is none."""
        return _places(self._arrays.integer & (np.abs(x - np.round(x)) > WHOLE))

    def lifted(self, x: Numbers) -> Places:
        """Whole-number columns that are at 1 in ``x`` or above, and could still be lower."""
        return _places(self._arrays.integer & (x > 1 - WHOLE) & (self.lower < 1 - WHOLE))


def _places(chosen: NDArray[np.bool_]) -> Places:
    return np.flatnonzero(chosen).astype(np.int32)
