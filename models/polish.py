"""From the solver's best solution to a plan people can sign: whole money and canonical payers.

The solver may spend fractions of a currency unit. Its runs are kept, and spending, intensity and signing are chosen
once more with whole money (rounding down would break thresholds); then ``payers`` decides who pays. Solving is the
caller's: ``models`` calls no solver.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from pulp import LpProblem

from models.build import make_money_whole
from models.extract import plan_of
from models.model import Model
from models.payers import by_order, ledger
from models.plan import Grant, Plan

type Values = Mapping[str, float]


class Solve(Protocol):
    """Solves a problem to a relative ``gap`` within ``seconds``: values by column name, or None without a solution."""

    def __call__(self, problem: LpProblem, *, gap: float, seconds: float) -> Values | None: ...


def whole_plan(model: Model, values: Values, solve: Solve, seconds: float = 10.0) -> tuple[Plan | None, bool]:
    """The plan with the runs of ``values`` and whole money, and whether its payers are canonical.

    Changes the bounds and kinds of the model's columns: read what you need from the model first. None where no plan
    with these runs and whole money was found in ``seconds``.
    """
    fix_runs(model, values)
    make_money_whole(model)
    whole = solve(model.problem, gap=1e-6, seconds=seconds)
    if whole is None:
        return None, False
    return canonical(model, plan_of(model, whole), solve, seconds / 2)


def fix_runs(model: Model, values: Values) -> None:
    """Hold every run where ``values`` have it."""
    for column in (*model.columns.on.values(), *model.columns.start.values()):
        held = 1.0 if values.get(column.name, 0.0) > 0.5 else 0.0
        column.lowBound = held
        column.upBound = held


def canonical(model: Model, plan: Plan, solve: Solve, seconds: float) -> tuple[Plan, bool]:
    """The same plan with its canonical payers; unchanged, and False, where they were not found in ``seconds``."""
    costs = {(work.activity, work.node): work.spend + work.setup for work in plan.works}
    paying = ledger(model, costs)
    fewest = solve(paying.problem, gap=0.0, seconds=seconds)
    if fewest is None:
        return plan, False
    for column in paying.chosen.values():
        column.lowBound = column.upBound = float(round(fewest.get(column.name, 0.0)))
    paying.problem.setObjective(by_order(paying))
    ordered = solve(paying.problem, gap=0.0, seconds=seconds)
    found = fewest if ordered is None else ordered
    order = {activity.name: i for i, activity in enumerate(model.instance.activities)}
    ranks = {funder.name: i for i, funder in enumerate(model.instance.funders)}
    grants = [Grant(f, a, n, round(found.get(column.name, 0.0))) for (f, a, n), column in paying.columns.grant.items()]
    kept = sorted(
        (grant for grant in grants if grant.amount > 0),
        key=lambda grant: (grant.node, order[grant.activity], ranks[grant.funder]),
    )
    return replace(plan, grants=tuple(kept)), ordered is not None
