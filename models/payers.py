"""Who pays what, in one canonical way: fewest grants, then the order of the funders.

The runs and costs of a plan are given. A *grant* is an agreement between a tranche and an activity. First the number of
grants is minimised (as far as a limited search can tell), with a slight preference for earlier tranches; those grants
kept, earlier tranches pay as much as they can, as early as they can, for activities in their order, to about a unit.
The weights leave no ties, so the ledger depends on the plan and never on how the plan was found; but for one thing: in
a portfolio solved in parts the fewest grants are those of groups of conflicts (``polish/canonical.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pulp import LpAffineExpression, LpMinimize, LpProblem, LpVariable

from models.model import Model, constant, total
from models.plan import Plan
from models.records import Activity, Limit
from models.rule import Linear
from models.variables import Columns

PAYING = ("budget", "earmark", "fundraising", "share")
ROUNDED = 5e-7
"""By how much the stated output of work that raises money may be less than what was raised: outputs are rounded."""


@dataclass
class Ledger(Model):
    """A model of grants alone, in which costs, outputs (of work that raises money) and gaps of shares are numbers."""

    costs: Mapping[tuple[str, int], int] = field(default_factory=dict)
    outputs: Mapping[tuple[str, int], float] = field(default_factory=dict)
    gaps: Mapping[tuple[str, int], float] = field(default_factory=dict)
    chosen: dict[tuple[str, str], LpVariable] = field(default_factory=dict)
    plan: Plan = field(default_factory=lambda: Plan((), ()))
    """Whose works are paid for."""

    def on(self, activity: Activity, node: int | None) -> Linear:
        return super().on(activity, None) if node is None else constant(float((activity.name, node) in self.costs))

    def cost(self, activity: Activity, node: int) -> Linear:
        return constant(self.costs.get((activity.name, node), 0))

    def output(self, activity: Activity, node: int) -> Linear:
        return constant(self.outputs.get((activity.name, node), 0.0))

    def gap(self, limit: Limit, leaf: int) -> Linear:
        return constant(self.gaps.get((limit.name, leaf), 0.0))


def ledger(model: Model, plan: Plan, gaps: Mapping[tuple[str, int], float], *, whole: bool = True) -> Ledger:
    """The problem of paying what the works of ``plan`` cost, by the rules awake in ``model``, missing no more of any
    share than ``gaps`` (limit, leaf) in currency units; in ``whole`` units, or not, which is far easier.

    Its objective is ``fewest``; with the chosen grants held, ``by_order`` gives the second one.
    """
    problem = LpProblem("ledger", LpMinimize)
    rules = tuple(rule for rule in model.rules if rule.name in PAYING)
    costs = {(work.activity, work.node): work.spend + work.setup for work in plan.works}
    outputs = {(work.activity, work.node): (work.output or 0.0) + ROUNDED for work in plan.works}
    result = Ledger(
        model.instance, "cost", rules, problem, Columns(), costs=costs, outputs=outputs, gaps=gaps, plan=plan
    )
    grants = result.columns.grant
    paid: dict[tuple[str, int], list[LpVariable]] = {}
    given: dict[tuple[str, str], list[LpVariable]] = {}
    for (f, a, n), column in model.columns.grant.items():
        if costs.get((a, n)):
            most = min(round(column.upBound * model.unit), costs[a, n])
            grants[f, a, n] = problem.add_variable(column.name, 0, most, cat="Integer" if whole else "Continuous")
            paid.setdefault((a, n), []).append(grants[f, a, n])
            given.setdefault((f, a), []).append(grants[f, a, n])
            if (f, a, n) in model.columns.pays:
                name = model.columns.pays[f, a, n].name
                result.columns.pays[f, a, n] = problem.add_variable(name, 0, 1, cat="Integer")
    for k, (key, cost) in enumerate((key, cost) for key, cost in costs.items() if cost):
        problem.addConstraint(total(paid.get(key, ())) == cost, f"paid_{k}")
    for k, (pair, columns) in enumerate(given.items()):
        result.chosen[pair] = problem.add_variable(f"chosen_{k}", 0, 1, cat="Integer")
        for column in columns:
            problem.addConstraint(column <= column.upBound * result.chosen[pair], f"chosen_{k}_{column.name}")
    # Implied, but not by fractions: whatever costs something has a payer.
    for k, activity in enumerate(dict.fromkeys(a for _, a in result.chosen)):
        payers = (column for (_, a), column in result.chosen.items() if a == activity)
        problem.addConstraint(total(payers) >= 1, f"somebody_{k}")
    for rule in rules:
        for name, row in rule.rows(result):
            if len(row):
                problem.addConstraint(row, name)
    for k, condition in enumerate(model.conditions):
        for name, row in condition.paying(result):
            problem.addConstraint(row, f"asked_{k}_{name}")
    problem.setObjective(fewest(result))
    return result


def fewest(result: Ledger) -> LpAffineExpression:
    """Number of grants; among equal numbers, earlier tranches and activities (in sum less than one grant)."""
    ranks, order = _ranks(result)
    pairs = len(ranks) * len(order)
    return total(
        (1 + ((ranks[f] * len(order) + order[a] + 1) / pairs) ** 1.1 / (len(result.chosen) + 1)) * column
        for (f, a), column in result.chosen.items()
    )


def by_order(result: Ledger) -> LpAffineExpression:
    """Money times the rank of who pays it, a little more for early money and early activities: no ties are left."""
    ranks, order = _ranks(result)
    nodes, works = len(result.instance.tree), len(order)
    return total(
        ranks[f] * (1 + 0.1 * (nodes - n) / nodes + 0.001 * (works - order[a]) / works) * column
        for (f, a, n), column in result.columns.grant.items()
    )


def _ranks(result: Ledger) -> tuple[dict[str, int], dict[str, int]]:
    """Funders and activities in the order of the instance."""
    return (
        {funder.name: rank for rank, funder in enumerate(result.instance.funders)},
        {activity.name: order for order, activity in enumerate(result.instance.activities)},
    )
