"""A search within bounds: the whole-number problem, kept in HiGHS, begun from a plan that lies within them."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from planner.solve.arrays import Arrays, Numbers, highs_lp
from planner.solve.primal.relaxation import Point
from planner.solvers.highs import BRANCHING

_FIRST, _LONGER, _MOST = 0.2, 1.5, 2.0
"""Seconds one search may take: at first, by how much more after each that came to nothing, and at most."""
_GAP = 2e-4
"""How closely it is optimised."""


class Inner:
    """Searches of ``arrays`` within bounds. ``stopped`` is asked often."""

    def __init__(self, arrays: Arrays, seed: int, stopped: Callable[[], bool]) -> None:
        import highspy

        self._seconds = _FIRST
        self._words, self._columns = highspy, np.arange(arrays.size[1], dtype=np.int32)
        self._solver: Any = highspy.Highs()
        kinds = highspy.cb.HighsCallbackType

        def watch(_kind: Any, _message: str, _told: Any, answer: Any, _user: Any) -> None:
            if stopped():
                answer.user_interrupt = True

        self._solver.setCallback(watch, None)
        for kind in (kinds.kCallbackMipInterrupt, kinds.kCallbackSimplexInterrupt):
            self._solver.startCallback(kind)
        options = {"output_flag": False, "threads": 1, "random_seed": seed, "mip_rel_gap": _GAP, "mip_abs_gap": 0.0}
        for name, value in (options | BRANCHING).items():
            self._solver.setOptionValue(name, value)
        self._solver.passModel(highs_lp(arrays, relaxed=False))

    def better(self, lower: Numbers, upper: Numbers, plan: Point) -> tuple[Point, bool]:
        """The best plan it found within the bounds, ``plan`` being one, and whether that was proven."""
        self._solver.clearSolver()
        self._solver.setOptionValue("time_limit", self._seconds)
        self._solver.changeColsBounds(len(self._columns), self._columns, lower, upper)
        start = self._words.HighsSolution()
        start.col_value = plan.x.tolist()
        self._solver.setSolution(start)
        self._solver.run()
        proven = self._solver.getModelStatus() == self._words.HighsModelStatus.kOptimal
        found = self._found() or plan
        if not proven and found.cost >= plan.cost:
            self._seconds = min(_MOST, _LONGER * self._seconds)
        return found, proven

    def _found(self) -> Point | None:
        solution = self._solver.getSolution()
        if not solution.value_valid:
            return None
        return Point(np.array(solution.col_value), float(self._solver.getInfo().objective_function_value))
