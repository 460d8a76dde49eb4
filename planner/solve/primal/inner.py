"""A search within bounds: the whole-number problem, kept in HiGHS, begun from a plan that lies within them."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable

import numpy as np

from planner.solve.arrays import Arrays, Numbers, in_highs
from planner.solve.primal.relaxation import Point
from planner.solvers.highs import BRANCHING

_FIRST, _LONGER, _MOST = 0.2, 1.5, 2.0
"""Seconds one search may take: at first, by how much more after each that came to nothing, and at most."""
_GAP = 2e-4
"""How closely it is optimised."""


class Inner:
    """Searches of ``arrays`` within bounds. ``stopped`` is asked often."""

    def __init__(self, arrays: Arrays, seed: int, stopped: Callable[[], bool]) -> None:
        options = {"output_flag": False, "threads": 1, "random_seed": seed, "mip_rel_gap": _GAP, "mip_abs_gap": 0.0}
        self._solver = in_highs(arrays, options | BRANCHING, stopped)
        self._cost = arrays.cost
        self._columns = np.arange(arrays.size[1], dtype=np.int32)
        self._seconds = _FIRST

    def better(self, lower: Numbers, upper: Numbers, plan: Point) -> tuple[Point, bool]:
        """The best plan it found within the bounds, ``plan`` being one, and whether that was proven."""
        import highspy

        self._solver.clearSolver()
        self._solver.setOptionValue("time_limit", self._seconds)
        self._solver.changeColsBounds(len(self._columns), self._columns, lower, upper)
        start = highspy.HighsSolution()
        start.col_value = plan.x.tolist()
        self._solver.setSolution(start)
        self._solver.run()
        proven = self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found = self._found() or plan
        if not proven and found.cost >= plan.cost:
            self._seconds = min(_MOST, _LONGER * self._seconds)
        return found, proven

    def _found(self) -> Point | None:
        solution = self._solver.getSolution()
        if not solution.value_valid:
            return None
        # HiGHS was seen to state a better objective than that of the values it hands over: the start, unchanged.
        x = np.array(solution.col_value)
        return Point(x, float(self._cost @ x))
