"""Solves an instance to the optimum in whole money, for tests: one formulation, one solver, no pipeline around it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

import highspy

from models.audit import Audit, audit
from models.build import active_rules, build
from models.extract import plan_of
from models.instance import Instance
from models.plan import Plan
from planner.read import read
from planner.solvers.base import Board, Settings
from planner.solvers.ending import Ending
from planner.solvers.find import find

TINY = Path(__file__).parents[1] / "instances" / "tiny"
OPTIONS = {
    "highs": {"mip_feasibility_tolerance": "1e-9", "primal_feasibility_tolerance": "1e-9"},
    "scip": {"numerics/feastol": "1e-9"},
    "cbc": {},
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
    objective: Literal["progress", "cost"] = "progress",
    solver: str = "highs",
) -> Optimum | None:
    """The best plan in whole money, audited; None where there is provably none. Fails where the audit does."""
    model = build(instance, objective=objective, rules=active_rules(instance, without), whole_money=True)
    highspy.Highs.resetGlobalScheduler(True)  # other tests in this process may have used another number of threads
    with TemporaryDirectory() as folder:
        settings = Settings(seconds=60, gap=0, threads=1, seed=0, folder=Path(folder), options=OPTIONS.get(solver, {}))
        outcome = find(solver).solve(model.problem, settings, Board())
    if outcome.values is None:
        assert outcome.ending is Ending.INFEASIBLE, outcome
        return None
    assert outcome.ending is Ending.OPTIMAL, outcome
    names = (column.name for column in model.problem.exported_variables())
    plan = plan_of(model, dict(zip(names, outcome.values, strict=True)))
    plan = replace(plan, without=frozenset(without))
    checked = audit(instance, plan, objective=objective)
    assert checked.passed, checked.violations
    return Optimum(float(checked.score if objective == "progress" else checked.cost), plan, checked)


def value(
    instance: Instance, without: Collection[str] = (), objective: Literal["progress", "cost"] = "progress"
) -> float:
    """The value of the optimum; there is one."""
    found = optimum(instance, without, objective)
    assert found is not None
    return found.value
