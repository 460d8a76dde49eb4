"""Makes money whole, and a plan of it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from models.build import build
from models.extract import plan_of
from models.model import Model
from models.plan import Plan
from models.polish.canonical import canonical
from models.polish.holding import as_it_was, hold_runs, stay_near
from models.polish.solving import Solve, Values
from models.polish.thrift import thrifty

ERR = 1e-4
"""How far from where it should be a solver may have left money, in units of its columns, rows adding up what it errs.
"""

ROUNDING_GAP, ROUNDING_NODES = 1e-6, 200
"""How closely rounding is optimised, relative to the score, and how long: of many ways to round, which is best matters
little, and to prove it was seen to take thousands of nodes."""

MANY = 50
"""Of more conflicts one in ten was seen not to do with the whole neighbours of what it spends: that is not tried."""

SLACK = 1e-6
"""How much more of a share the canonical payers may miss, in currency units: what solvers may err."""


def whole_plan(
    model: Model,
    values: Values,
    solve: Solve,
    seconds: float = 10.0,
    sound: Callable[[Plan], Plan | None] = lambda plan: plan,
) -> tuple[Plan | None, bool]:
    """The plan with the runs of ``values`` (or fewer) and whole money, and whether its payers are canonical.

    None where no plan with these runs and whole money was found that is ``sound``, which gives a plan as it counts, or
    None. ``seconds`` bounds each of the small solves.
    """
    found = thrifty(model, values, solve, seconds)
    whole = build(
        model.instance, objective=model.objective, rules=model.rules, whole_money=True, conditions=model.conditions
    )
    about = in_currency(whole, found, model.unit)
    # What solvers miss in each row adds up over the periods, mostly to nothing that counts; where it counts, again.
    close = ((0, False),) if len(model.instance.conflicts) <= MANY else ()
    for room, exact in (*close, (1, False), (1, True), (ceil(ERR * model.unit), True), (None, True)):
        with as_it_was(whole):
            hold_runs(whole, found)
            if room is not None:
                stay_near(whole, found, model.unit, room)
            best = solve(
                whole.problem, gap=ROUNDING_GAP, seconds=seconds, about=about, exact=exact, nodes=ROUNDING_NODES
            )
        if best is not None and (plan := sound(plan_of(whole, best))) is not None:
            # By the columns of ``model``: those of ``whole`` are held near the payers the solver happened to choose.
            gaps = {key: best.get(column.name, 0.0) + SLACK for key, column in whole.columns.gap.items()}
            return canonical(model, plan, gaps, solve, seconds)
    return None, False


def in_currency(model: Model, values: Values, unit: int) -> Values:
    """``values`` with the columns of money in currency units instead of ``unit`` of them."""
    columns = model.columns
    money = (*columns.spend.values(), *columns.grant.values(), *columns.gap.values())
    return {**values, **{column.name: values.get(column.name, 0.0) * unit for column in money}}
