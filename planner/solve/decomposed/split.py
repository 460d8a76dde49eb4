"""A problem, taken apart."""

from __future__ import annotations

from collections.abc import Sequence

from models.decompose.blocks import blocks_of, is_shared
from planner.solve.arrays import Form
from planner.solve.decomposed.parts import Parts, with_bounded_common


def split(form: Form, names: Sequence[str]) -> Parts:
    """The parts of a problem. ``names`` are those of its rows in the model: it may itself bear neutral ones."""
    arrays = form.arrays
    rows = [arrays.row(number).tolist() for number in range(arrays.size[0])]
    blocks = blocks_of(arrays.integer.tolist(), rows, [is_shared(name) for name in names])
    return Parts(with_bounded_common(arrays, blocks), blocks)
