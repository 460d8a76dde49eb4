"""Begins a search from a plan: its runs, completed to a whole solution so that every solver can take it."""

from __future__ import annotations

from collections.abc import Mapping

from models.model import Model
from models.plan import Plan
from planner.solve.small import SmallSolver

_GAP = 1e-3


def completed(model: Model, plan: Plan, solve: SmallSolver, seconds: float) -> Mapping[str, float] | None:
    """Values of all columns with the runs of ``plan``, None where the runs break a rule or time is too short."""
    runs = {(work.activity, work.node) for work in plan.works}
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
