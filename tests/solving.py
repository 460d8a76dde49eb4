"""Solves an instance to the optimum in whole money, for tests: one formulation, one solver, no pipeline around it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import highspy

from models.audit import Audit, audit
from models.build import active_rules, build
from models.extract import plan_of
from models.instance import Instance
from models.model import Model, Objective
from models.plan import Plan
from models.whatif import Condition
from planner.read import read
from planner.solvers.base import Board, Settings
from planner.solvers.ending import Ending
from planner.solvers.find import find

TINY = Path(__file__).parents[1] / "instances" / "tiny"
OPTIONS = {
    "highs": {"mip_feasibility_tolerance": "1e-9", "primal_feasibility_tolerance": "1e-9"},
    "scip": {"numerics/feastol": "1e-9"},
    "cbc": {"increment": "1e-9"},  # a better plan counts however little better it is
}


class Optimum(NamedTuple):
    """``value`` as the audit computes it: the score, or the expected cost under the objective *cost*."""

    value: float
    plan: Plan
    audit: Audit


def tiny(name: str) -> Instance:
    """The instance ``instances/tiny/<name>.csv``."""
    return read(TINY / f"{name}.csv")[0]


def optimum(
    instance: Instance,
    without: Collection[str] = (),
    objective: Objective = "progress",
    solver: str = "highs",
    conditions: Collection[Condition] = (),
) -> Optimum | None:
    """The best plan in whole money, audited; None where there is provably none. Fails where the audit does."""
    rules = active_rules(instance, without)
    model = build(instance, objective=objective, rules=rules, whole_money=True, conditions=conditions)
    values = _solve(model, solver)
    if values is None:
        return None
    plan = plan_of(model, values)
    plan = replace(plan, without=frozenset(without))
    checked = audit(instance, plan, objective=objective)
    assert checked.passed, checked.violations
    return Optimum(float(checked.score if objective == "progress" else checked.cost), plan, checked)


def best_objective(model: Model) -> float | None:
    """The optimum of a model as it stands, by HiGHS; None where it has no solution."""
    values = _solve(model, "highs")
    objective = model.problem.objective
    assert objective is not None
    if values is None:
        return None
    return objective.constant + sum(weight * values[column.name] for column, weight in objective.items())


def _solve(model: Model, solver: str) -> dict[str, float] | None:
    """Values of the columns at the optimum."""
    highspy.Highs.resetGlobalScheduler(True)  # other tests in this process may have used another number of threads
    with TemporaryDirectory() as folder:
        settings = Settings(seconds=60, gap=0, threads=1, seed=0, folder=Path(folder), options=OPTIONS.get(solver, {}))
        outcome = find(solver).solve(model.problem, settings, Board())
    if outcome.values is None:
        assert outcome.ending is Ending.INFEASIBLE, outcome
        return None
    assert outcome.ending is Ending.OPTIMAL, outcome
    names = (column.name for column in model.problem.exported_variables())
    return dict(zip(names, outcome.values, strict=True))


def value(instance: Instance, without: Collection[str] = (), objective: Objective = "progress") -> float:
    """The value of the optimum; there is one."""
    found = optimum(instance, without, objective)
    assert found is not None
    return found.value
