"""A small linear programme whose columns are named by tuples; bounds may change between solves."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from fractions import Fraction

import highspy
import numpy as np

INFINITY = highspy.kHighsInf
type Number = float | int | Fraction
type Terms = Iterable[tuple[Hashable, Number]]


class Linear:
    """Maximise a linear function; write columns and rows first, then ``fix`` and ``solve`` as often as needed."""

    def __init__(self) -> None:
        self._columns: dict[Hashable, int] = {}
        self._low: list[float] = []
        self._high: list[float] = []
        self._price: list[float] = []
        self._starts, self._index, self._value = [0], list[int](), list[float]()
        self._row_low: list[float] = []
        self._row_high: list[float] = []
        self._solver: highspy.Highs | None = None

    def __contains__(self, key: Hashable) -> bool:
        return key in self._columns

    def column(self, key: Hashable, low: Number = 0, high: Number = INFINITY) -> Hashable:
        self._columns[key] = len(self._low)
        self._low.append(float(low))
        self._high.append(float(high))
        self._price.append(0.0)
        return key

    def row(self, terms: Terms, *, low: Number = -INFINITY, high: Number = INFINITY) -> None:
        """``low <= sum of coefficient * column <= high``; a column may be named more than once."""
        summed: dict[int, float] = {}
        for key, coefficient in terms:
            column = self._columns[key]
            summed[column] = summed.get(column, 0.0) + float(coefficient)
        self._index += summed.keys()
        self._value += summed.values()
        self._starts.append(len(self._index))
        self._row_low.append(float(low))
        self._row_high.append(float(high))

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self._row_low)

    def praise(self, key: Hashable, value: Number) -> None:
        """Add ``value`` per unit of the column to what is maximised."""
        self._price[self._columns[key]] += float(value)

    def fix(self, key: Hashable, low: Number, high: Number) -> None:
        self._ready().changeColBounds(self._columns[key], float(low), float(high))

    def solve(self) -> float | None:
        """The maximum, or None where nothing is feasible."""
        solver = self._ready()
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        assert status == highspy.HighsModelStatus.kOptimal, status
        return float(solver.getInfo().objective_function_value)

    def values(self) -> dict[Hashable, float]:
        """Values of the last solve."""
        found = self._ready().getSolution().col_value
        return {key: found[index] for key, index in self._columns.items()}

    def _ready(self) -> highspy.Highs:
        if self._solver is None:
            self._solver = self._pass()
        return self._solver

    def _pass(self) -> highspy.Highs:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self._low), len(self._row_low)
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = map(np.array, (self._price, self._low, self._high))
        lp.row_lower_, lp.row_upper_ = np.array(self._row_low), np.array(self._row_high)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(self._starts)
        lp.a_matrix_.index_ = np.array(self._index)
        lp.a_matrix_.value_ = np.array(self._value)
        # Whatever ran in this process before may have left another number of threads behind.
        highspy.Highs.resetGlobalScheduler(True)
        solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.silent()
        for option, setting in (("threads", 1), ("presolve", "off"), ("solver", "simplex")):
            solver.setOptionValue(option, setting)
        for tolerance in ("primal_feasibility_tolerance", "dual_feasibility_tolerance"):
            solver.setOptionValue(tolerance, 1e-9)
        solver.passModel(lp)
        return solver
