"""Gives columns the values that a search is to begin from."""

from __future__ import annotations

from pulp import LpVariable


def begin_at(column: LpVariable, value: float) -> None:
    """Begin from ``value``, whole where it must be whole, and within the bounds.

    Solvers err by a hair, and PuLP takes no start a hair outside the bounds. A column without one would be read as 0,
    or be filled in by the solver.
    """
    if column.cat == "Integer":
        value = round(value)
    column.setInitialValue(min(max(value, column.lowBound), column.upBound))
