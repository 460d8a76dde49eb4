"""Better prices, from the plans of blocks that are known: the master problem of column generation, near old prices.

    minimise   Σ cost * weight  +  Σ cost * common  +  Σ_r (most_r * over[r] - least_r * under[r])
    master_row:    lower_r <= Σ use * weight + Σ use * common + over[r] - under[r] <= upper_r     per coupling row r
    master_block:  Σ weight = 1                                     per block, over its plans that are known

Its value is the best that mixtures of known plans promise; the dual of each row is a price. ``over`` and ``under`` keep
the price of r between ``least_r`` and ``most_r``: far from prices that were tried, known plans tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pulp import LpAffineExpression, LpMinimize, LpProblem, lpSum


@dataclass(frozen=True, slots=True)
class Known:
    """A plan of a block: what it costs, and what it puts into each coupling row that it touches."""

    cost: float
    use: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Side:
    """A coupling row, between ``lower`` and ``upper``, whose price stays between ``least`` and ``most``."""

    lower: float | None
    upper: float | None
    least: float
    most: float


def master(
    blocks: Sequence[Iterable[Known]], common: Sequence[tuple[Known, float, float]], sides: Sequence[Side]
) -> LpProblem:
    """The problem; ``common`` columns come with their bounds."""
    problem = LpProblem("master", LpMinimize)
    into: list[list[LpAffineExpression]] = [[] for _ in sides]
    costs: list[LpAffineExpression] = []
    for k, plans in enumerate(blocks):
        weights = []
        for p, plan in enumerate(plans):
            weights.append(problem.add_variable(f"weight_{k}_{p}", 0))
            costs.append(plan.cost * weights[-1])
            for r, amount in plan.use.items():
                into[r].append(amount * weights[-1])
        problem.addConstraint(lpSum(weights) == 1, f"master_block_{k}")
    for j, (column, lower, upper) in enumerate(common):
        variable = problem.add_variable(f"common_{j}", lower, upper)
        costs.append(column.cost * variable)
        for r, amount in column.use.items():
            into[r].append(amount * variable)
    for r, side in enumerate(sides):
        over, under = problem.add_variable(f"over_{r}", 0), problem.add_variable(f"under_{r}", 0)
        costs.append(side.most * over - side.least * under)
        activity = lpSum([*into[r], 1 * over, -1 * under])
        if side.lower is not None:
            problem.addConstraint(activity >= side.lower, f"master_row_{r}_lower")
        if side.upper is not None:
            problem.addConstraint(activity <= side.upper, f"master_row_{r}_upper")
    problem.setObjective(lpSum(costs))
    return problem


def prices(problem: LpProblem, rows: int) -> list[float]:
    """The price of each coupling row in the solved master problem."""
    found = [0.0] * rows
    for row in problem.constraints():
        words = row.name.split("_")
        if words[1] == "row":
            found[int(words[2])] += row.pi or 0.0
    return found
