"""A problem of PuLP's, taken apart."""

from __future__ import annotations

from collections.abc import Sequence

from pulp import LpProblem

from models.decompose.blocks import blocks_of, is_shared
from planner.solve.arrays import arrays_of
from planner.solve.decomposed.parts import Parts, with_bounded_common


def split(problem: LpProblem, names: Sequence[str]) -> tuple[Parts, float, float]:
    """The parts of ``problem``, its sense (1: to be minimised, else -1) and the constant of its objective.

    ``names`` are those of its rows in the model: the problem itself may bear neutral ones.
    """
    arrays, sense, constant = arrays_of(problem)
    rows = [arrays.row(number).tolist() for number in range(arrays.size[0])]
    blocks = blocks_of(arrays.integer.tolist(), rows, [is_shared(name) for name in names])
    return Parts(with_bounded_common(arrays, blocks), blocks), sense, constant
