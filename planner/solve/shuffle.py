"""The same problem with its rows and columns in another order.

Solvers break ties by order, so two orders of one problem may take very different times. Whoever compares times runs
several orders; that is the only way to tell a gain from luck.
"""

from __future__ import annotations

from math import isfinite
from random import Random

from pulp import LpAffineExpression, LpConstraint, LpProblem, LpVariable, lpSum_vars_coefs


def shuffled(original: LpProblem, seed: int) -> LpProblem:
    """A copy of ``original`` in an order that ``seed`` decides; names, bounds and meaning are the same."""
    random = Random(seed)
    copy = LpProblem(original.name, original.sense)
    columns = original.variables()
    random.shuffle(columns)
    twins = {column.name: _twin(copy, column) for column in columns}

    def here(expression: LpAffineExpression | LpConstraint) -> LpAffineExpression:
        return lpSum_vars_coefs((twins[column.name], weight) for column, weight in expression.items())

    rows = original.constraints()
    random.shuffle(rows)
    for row in rows:
        moved = here(row)
        moved.constant, moved.sense = row.constant, row.sense
        copy.addConstraint(moved, row.name)
    if original.objective is not None:
        objective = here(original.objective)
        objective.constant = original.objective.constant
        copy.setObjective(objective)
    return copy


def _twin(problem: LpProblem, column: LpVariable) -> LpVariable:
    low, high = (bound if isfinite(bound) else None for bound in (column.lowBound, column.upBound))
    return problem.add_variable(column.name, low, high, cat=column.cat)
