"""Holds columns at what a solution says, or near it, and lets go of them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import ceil, floor

from pulp import LpVariable

from models.model import Model
from models.polish.solving import Values

NEARLY = 0.01
"""Money this close to a whole number, in currency units, is that number."""


@contextmanager
def as_it_was(model: Model) -> Iterator[None]:
    """Gives the columns their bounds back, and the problem its objective: building anew takes far longer."""
    bounds = [(column, column.lowBound, column.upBound) for column in model.problem.variables()]
    objective = model.problem.objective
    try:
        yield
    finally:
        for column, least, most in bounds:
            column.lowBound, column.upBound = least, most
        model.problem.objective = objective


def hold_runs(model: Model, values: Values) -> None:
    """Allow exactly the runs of ``values``."""
    for column in (*model.columns.on.values(), *model.columns.start.values()):
        held = 1.0 if values.get(column.name, 0.0) > 0.5 else 0.0
        column.lowBound = column.upBound = max(held, column.lowBound)


def hold_decisions(model: Model, values: Values) -> None:
    """Keep all that ``values`` decide by a whole number and that is not money: what runs, what is signed, who pays."""
    amounts = {column.name for column in _money(model)}
    for column in model.problem.variables():
        if column.cat == "Integer" and column.name not in amounts:
            column.lowBound = column.upBound = float(round(values.get(column.name, 0.0)))


def stay_near(model: Model, values: Values, unit: int, room: int) -> None:
    """Keep every decision of ``values``, and money that is no whole number between its neighbours; what is left to
    decide is how to round. ``room`` widens that on both sides, in currency units.
    """
    hold_decisions(model, values)
    stay_within(_money(model), values, unit, room)


def _money(model: Model) -> tuple[LpVariable, ...]:
    return (*model.columns.spend.values(), *model.columns.grant.values())


def stay_within(columns: Iterable[LpVariable], near: Values, unit: int, room: int) -> None:
    """Keep columns of money in currency units within ``room`` of the whole neighbours of what ``near`` has them at, in
    ``unit`` of them.
    """
    for column in columns:
        amount = near.get(column.name, 0.0) * unit
        least, most = floor(amount + NEARLY) - room, ceil(amount - NEARLY) + room
        column.lowBound = max(column.lowBound, min(float(least), column.upBound))
        column.upBound = max(column.lowBound, min(column.upBound, float(most)))
