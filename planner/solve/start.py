"""Begins a search from plans: a whole solution with runs of theirs, so that every solver can take it."""

from __future__ import annotations

from collections.abc import Mapping

from models.model import Model
from models.plan import Plan
from planner.solve.between import Between
from planner.solve.small import SmallSolver

_GAP = 1e-3
_PART = 0.2
"""Part of the gap asked for to which the best start between two plans is sought."""


def completed(
    model: Model, plan: Plan | Between, solve: SmallSolver, *, gap: float, seconds: float
) -> Mapping[str, float] | None:
    """Values of all columns with the runs of ``plan``, None where the runs break a rule or time is too short."""
    if isinstance(plan, Between):
        return _between(model, plan, solve, gap=max(_GAP, _PART * gap), seconds=seconds)
    runs = _runs(plan)
    starts = {(work.activity, work.node) for work in plan.works if work.start}
    if not runs <= model.columns.on.keys() or not starts <= model.columns.start.keys():
        return None
    held = {column.name: float(key in runs) for key, column in model.columns.on.items()}
    held |= {column.name: float(key in starts) for key, column in model.columns.start.items()}
    problem = model.problem.copy()
    for column in problem.variables():
        if column.name in held:
            column.lowBound = column.upBound = held[column.name]
    return solve(problem, gap=_GAP, seconds=seconds)


def _between(
    model: Model, plans: Between, solve: SmallSolver, *, gap: float, seconds: float
) -> Mapping[str, float] | None:
    known = [_runs(plan) for plan in (*plans.less, *plans.more)]
    held = set.intersection(*known) if plans.less else set[tuple[str, int]]()
    allowed = set[tuple[str, int]]().union(*known)
    runs = {column.name: key for key, column in model.columns.on.items()}
    problem = model.problem.copy()
    for column in problem.variables():
        key = runs.get(column.name)
        if key in held:
            column.lowBound = column.upBound
        elif plans.more and key is not None and key not in allowed:
            column.upBound = column.lowBound
    return solve(problem, gap=gap, seconds=seconds, nearby=True)


def _runs(plan: Plan) -> set[tuple[str, int]]:
    """Activities and the nodes at which they run."""
    return {(work.activity, work.node) for work in plan.works}
