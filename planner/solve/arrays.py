"""A problem as arrays: what is sent to workers and handed to HiGHS."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pulp import LpProblem
from pulp.constants import LpInteger, LpMaximize

type Numbers = NDArray[np.float64]
type Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Arrays:
    """Minimise ``cost @ x`` with ``row_lower <= A x <= row_upper`` and ``lower <= x <= upper``.

    ``A`` is kept by rows: those of row i are at ``start[i]:start[i + 1]`` of ``place`` (columns) and ``value``.
    """

    cost: Numbers
    lower: Numbers
    upper: Numbers
    integer: NDArray[np.bool_]
    row_lower: Numbers
    row_upper: Numbers
    start: Places
    place: Places
    value: Numbers

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.row_lower), len(self.cost)

    def row(self, number: int) -> Places:
        """Columns of a row."""
        return self.place[self.start[number] : self.start[number + 1]]

    def at(self, x: Numbers) -> Numbers:
        """The value of each row at ``x``."""
        sums = np.concatenate(([0.0], np.cumsum(self.value * x[self.place])))
        return np.asarray(sums[self.start[1:]] - sums[self.start[:-1]])

    def weighted(self, prices: Numbers) -> Numbers:
        """``prices @ A``: what each column costs at a price for each row."""
        lengths = np.diff(self.start)
        sums = np.bincount(self.place, self.value * np.repeat(prices, lengths), minlength=len(self.cost))
        return np.asarray(sums, dtype=np.float64)

    def part(self, rows: Sequence[int] | Places, columns: Sequence[int] | Places) -> Arrays:
        """Some rows over some columns; what the rows have elsewhere is left out."""
        kept = np.asarray(columns, dtype=np.int32)
        new = np.full(len(self.cost), -1, dtype=np.int32)
        new[kept] = np.arange(len(kept), dtype=np.int32)
        chosen = np.asarray(rows, dtype=np.int32)
        lengths = np.diff(self.start)[chosen]
        entries = _ranges(self.start[chosen], lengths)
        inside = new[self.place[entries]] >= 0
        owner = np.repeat(np.arange(len(chosen)), lengths)[inside]
        start = np.concatenate(([0], np.cumsum(np.bincount(owner, minlength=len(chosen))))).astype(np.int32)
        return Arrays(
            self.cost[kept],
            self.lower[kept],
            self.upper[kept],
            self.integer[kept],
            self.row_lower[chosen],
            self.row_upper[chosen],
            start,
            new[self.place[entries]][inside],
            self.value[entries][inside],
        )


class Form(NamedTuple):
    """A problem as arrays; its ``sense`` (1: it was to be minimised, else -1) and the ``constant`` of its objective."""

    arrays: Arrays
    sense: float
    constant: float


def _ranges(begins: Places, lengths: Places) -> NDArray[np.int64]:
    """All numbers of the ranges that begin at ``begins``, one range after the other."""
    ends = np.cumsum(lengths)
    whole = int(ends[-1]) if len(ends) else 0
    return np.asarray(np.arange(whole, dtype=np.int64) + np.repeat(begins - (ends - lengths), lengths))


def arrays_of(problem: LpProblem) -> Form:
    """Columns are in the order of ``exported_variables()``, rows in that of ``constraints()``."""
    variables, objective = problem.exported_variables(), problem.objective
    assert objective is not None
    position = {variable.id: j for j, variable in enumerate(variables)}
    sense = -1.0 if problem.sense == LpMaximize else 1.0
    cost = np.zeros(len(variables))
    for variable, coefficient in objective.items():
        if variable.id in position:
            cost[position[variable.id]] = sense * coefficient
    start, place, value, row_lower, row_upper = [0], [], [], [], []
    for row in problem.constraints():
        for variable, coefficient in row.items():
            if coefficient:
                place.append(position[variable.id])
                value.append(coefficient)
        start.append(len(place))
        least, most = row.getLb(), row.getUb()
        row_lower.append(-np.inf if least is None else least)
        row_upper.append(np.inf if most is None else most)
    arrays = Arrays(
        cost,
        np.array([-np.inf if each.lowBound is None else each.lowBound for each in variables]),
        np.array([np.inf if each.upBound is None else each.upBound for each in variables]),
        np.array([each.cat == LpInteger for each in variables], dtype=np.bool_),
        np.array(row_lower),
        np.array(row_upper),
        np.array(start, dtype=np.int32),
        np.array(place, dtype=np.int32),
        np.array(value, dtype=np.float64),
    )
    return Form(arrays, sense, float(objective.constant))


def in_highs(
    arrays: Arrays,
    options: Mapping[str, Any],
    stopped: Callable[[], bool],
    *,
    relaxed: bool = False,
    found: Callable[[Numbers], None] | None = None,
) -> Any:
    """A ``highspy.Highs`` that holds ``arrays``, ``relaxed`` without integrality. ``stopped`` is asked often, and ends
    a run; ``found`` is told each better solution.
    """
    import highspy

    kinds = highspy.cb.HighsCallbackType

    def watch(kind: Any, _message: str, told: Any, answer: Any, _user: Any) -> None:
        if found is not None and kind == kinds.kCallbackMipImprovingSolution:
            found(np.array(told.mip_solution))
        elif stopped():
            answer.user_interrupt = True

    solver: Any = highspy.Highs()
    solver.setCallback(watch, None)
    interrupts = (kinds.kCallbackMipInterrupt, kinds.kCallbackSimplexInterrupt, kinds.kCallbackIpmInterrupt)
    for kind in interrupts if found is None else (*interrupts, kinds.kCallbackMipImprovingSolution):
        solver.startCallback(kind)
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(_highs_lp(arrays, relaxed=relaxed))
    return solver


def _highs_lp(arrays: Arrays, *, relaxed: bool) -> Any:
    """``arrays`` as HiGHS takes a problem."""
    import highspy

    problem: Any = highspy.HighsLp()
    problem.num_row_, problem.num_col_ = arrays.size
    problem.col_cost_, problem.col_lower_, problem.col_upper_ = arrays.cost, arrays.lower, arrays.upper
    problem.row_lower_, problem.row_upper_ = arrays.row_lower, arrays.row_upper
    matrix = problem.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_, matrix.index_, matrix.value_ = arrays.start, arrays.place, arrays.value
    if not relaxed and np.any(arrays.integer):
        sorts = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        problem.integrality_ = [sorts[int(each)] for each in arrays.integer]
    return problem
