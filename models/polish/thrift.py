"""Drops runs that add nothing, and saves money that adds nothing."""

from __future__ import annotations

from collections.abc import Iterable

from pulp import LpMinimize, LpProblem

from models import raising
from models.instance import Instance
from models.model import Model, total
from models.objective import expected_cost
from models.polish.holding import as_it_was, hold_decisions, hold_runs
from models.polish.solving import Solve, Values

THRIFT = 1e-5
"""Points of score that all money is worth: among plans as good as equal, the one that spends least."""

FINE = 1000.0
"""Scale of the objective here, so that thrift is felt by solvers whose tolerances are near 1e-7."""

LEAN_GAP = 1e-5
"""How closely the saving is optimised, relative to the score; less cannot be told from the gap of the search."""

LETTING_GO = 0.02
"""Part of the time of a small solve that dropping runs may take at most: it adds nothing to the score."""

LESS_THAN_ONE = 0.99
"""Runs that may remain to be dropped."""

SAME = 1e-6
"""What an objective may lose, relative to its size, and be as good as before."""

IDLE = 0.01
"""Work that spends less than this share of its range above the least may add nothing."""


def thrifty(model: Model, values: Values, solve: Solve, seconds: float) -> Values:
    """``values`` without what adds nothing: first money, then runs."""
    with as_it_was(model):
        prefer_thrift(model)
        found = leanest(model, values, solve, seconds)
        hold_runs(model, found)
        if runs := let_go(model, found):
            fewest = fewest_runs(model, found, runs)
            fewer = solve(fewest, gap=LESS_THAN_ONE / len(runs), seconds=LETTING_GO * seconds, start=found)
            if fewer is not None and sum(fewer.get(name, 0.0) for name in runs) < len(runs) - LESS_THAN_ONE:
                found = leanest(model, fewer, solve, seconds)
    return found


def leanest(model: Model, values: Values, solve: Solve, seconds: float) -> Values:
    """The best that money can do where every decision of ``values`` is kept: no search, but one linear problem, unless
    money is whole."""
    with as_it_was(model):
        hold_decisions(model, values)
        return solve(model.problem, gap=LEAN_GAP, seconds=seconds, start=values) or values


def let_go(model: Model, values: Values) -> list[str]:
    """Let runs end early, or not be at all, where ``values`` spend no more than the least; the names of their columns.

    Where more than the least is spent the work adds something, thrift being preferred already.
    """
    columns, loose, busy = model.columns, [], set()
    for activity, n in model.running():
        on, spend = columns.on[activity.name, n], columns.spend.get((activity.name, n))
        least, greatest = (model.money(amount) for amount in model.instance.spending(activity))
        idle = spend is None or values.get(spend.name, 0.0) < least + IDLE * (greatest - least)
        if on.upBound > 0.5:
            if idle and activity.status != "committed":
                loose.append(on)
            else:
                busy.add(activity.name)
    starts = (column for (name, _), column in columns.start.items() if name not in busy)
    for column in (*loose, *starts):
        column.lowBound = 0.0
    return [column.name for column in loose]


def fewest_runs(model: Model, values: Values, runs: Iterable[str]) -> LpProblem:
    """The problem of dropping as many of ``runs`` as can be dropped without losing anything of the objective, all other
    work going on as it does: that hardly any adds nothing is seen far sooner than that nothing better is left.
    """
    problem, runs = model.problem.copy(), set(runs)
    columns = {column.name: column for column in problem.variables()}
    objective, sense = problem.objective, 1 if problem.sense == LpMinimize else -1
    if objective is not None:
        value = objective.constant + sum(weight * values.get(column.name, 0.0) for column, weight in objective.items())
        problem.addConstraint(sense * objective <= sense * value + SAME * max(1.0, abs(value)), "no_worse")
    problem.setObjective(sense * total(columns[name] for name in sorted(runs)))
    for work, spend in model.columns.spend.items():
        if model.columns.on[work].name not in runs:
            column = columns[spend.name]
            held = max(column.lowBound, min(values.get(spend.name, 0.0), column.upBound))
            column.lowBound = column.upBound = held
    return problem


def prefer_thrift(model: Model) -> None:
    """Among plans as good as equal, the one that spends least; where cost is minimised that is so already."""
    score = model.problem.objective
    if model.objective == "progress" and score is not None:
        model.problem.setObjective(FINE * (score - THRIFT / all_money(model.instance) * expected_cost(model)))


def all_money(instance: Instance) -> float:
    """All that there is and all that may be raised on the way to any leaf, in currency units."""
    raised = (max(raising.greatest(instance, each, leaf) for leaf in instance.tree.leaves) for each in instance.funders)
    return float(instance.money + sum(raised))
