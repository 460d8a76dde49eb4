"""From the solver's best solution to a plan people can sign: nothing idle, whole money, canonical payers.

First runs that add nothing are dropped and money that adds nothing is saved. Then the runs are held and spending,
intensity and signing are chosen once more with whole money, near the fractions found before (rounding down would
break thresholds). Last, ``payers`` decides who pays. Solving is the caller's: ``models`` calls no solver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from math import ceil, floor
from typing import Protocol

from pulp import LpMinimize, LpProblem, LpVariable

from models import raising
from models.build import build
from models.extract import grants_of, plan_of
from models.instance import Instance
from models.model import Model, total
from models.objective import expected_cost
from models.payers import by_order, ledger
from models.plan import Grant, Plan

type Values = Mapping[str, float]
type Gaps = Mapping[tuple[str, int], float]

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
NEARLY = 0.01
"""Money this close to a whole number, in currency units, is that number."""

WHOLE = 1e-4
"""How near to a whole number a payment must come to be one."""

ERR = 1e-4
"""How far from where it should be a solver may have left money, in units of its columns, rows adding up what it errs.
"""

ROUNDING_GAP, ROUNDING_NODES = 1e-6, 200
"""How closely rounding is optimised, relative to the score, and how long: of many ways to round, which is best matters
little, and to prove it was seen to take thousands of nodes."""

COUNTING = 10_000
"""How long the fewest grants are sought, in nodes times what might be a grant. They are mostly found at the root, and
proven to be the fewest much later; a limit of nodes, other than one of time, leaves the ledger a matter of the plan
alone."""

ROOMS = (1, 10, 100)
"""How far from payments in fractions whole ones are sought before they are sought anywhere, in currency units: anywhere
was seen to take 2.6 s, where within ten units 0.02 s were enough."""

SLACK = 1e-6
"""How much more of a share the canonical payers may miss, in currency units: what solvers may err."""


class Solve(Protocol):
    """Solves a problem to a relative ``gap`` within ``seconds``, from the solution ``start`` if one is given; ``about``
    is no solution, but near to one. ``exact``: rows are to be kept as exactly as the solver can. ``nodes`` is a limit.

    Returns values by column name, or None without a solution.
    """

    def __call__(
        self,
        problem: LpProblem,
        *,
        gap: float,
        seconds: float,
        start: Values | None = None,
        about: Values | None = None,
        exact: bool = False,
        nodes: int | None = None,
    ) -> Values | None: ...


def whole_plan(
    model: Model,
    values: Values,
    solve: Solve,
    seconds: float = 10.0,
    sound: Callable[[Plan], bool] = lambda plan: True,
) -> tuple[Plan | None, bool]:
    """The plan with the runs of ``values`` (or fewer) and whole money, and whether its payers are canonical.

    None where no plan with these runs and whole money was found that is ``sound``. ``seconds`` bounds each of the small
    solves.
    """
    found = thrifty(model, values, solve, seconds)
    whole = build(
        model.instance, objective=model.objective, rules=model.rules, whole_money=True, conditions=model.conditions
    )
    about = in_currency(whole, found, model.unit)
    # What solvers miss in each row adds up over the periods, mostly to nothing that counts; where it counts, again.
    for room, exact in ((0, False), (1, False), (1, True), (ceil(ERR * model.unit), True), (None, True)):
        with as_it_was(whole):
            hold_runs(whole, found)
            if room is not None:
                stay_near(whole, found, model.unit, room)
            best = solve(
                whole.problem, gap=ROUNDING_GAP, seconds=seconds, about=about, exact=exact, nodes=ROUNDING_NODES
            )
        if best is not None and sound(plan := plan_of(whole, best)):
            # By the columns of ``model``: those of ``whole`` are held near the payers the solver happened to choose.
            gaps = {key: best.get(column.name, 0.0) + SLACK for key, column in whole.columns.gap.items()}
            return canonical(model, plan, gaps, solve, seconds)
    return None, False


def thrifty(model: Model, values: Values, solve: Solve, seconds: float) -> Values:
    """``values`` without what adds nothing: first money, then runs."""
    with as_it_was(model):
        hold_runs(model, values)
        hold_signing(model, values)
        prefer_thrift(model)
        found = solve(model.problem, gap=LEAN_GAP, seconds=seconds, start=values) or values
        if runs := let_go(model, found):
            fewest = fewest_runs(model.problem, found, runs)
            fewer = solve(fewest, gap=LESS_THAN_ONE / len(runs), seconds=LETTING_GO * seconds, start=found)
            if fewer is not None and sum(fewer.get(name, 0.0) for name in runs) < len(runs) - LESS_THAN_ONE:
                hold_runs(model, fewer)
                hold_signing(model, fewer)
                found = solve(model.problem, gap=LEAN_GAP, seconds=seconds, start=fewer) or fewer
    return found


@contextmanager
def as_it_was(model: Model) -> Iterator[None]:
    """Gives the columns their bounds back, and the problem its objective: building anew takes far longer."""
    bounds = [(column, column.lowBound, column.upBound) for column in model.problem.variables()]
    objective = model.problem.objective
    try:
        yield
    finally:
        for column, least, most in bounds:
            column.lowBound, column.upBound = least, most
        model.problem.objective = objective


def hold_runs(model: Model, values: Values) -> None:
    """Allow exactly the runs of ``values``."""
    for column in (*model.columns.on.values(), *model.columns.start.values()):
        held = 1.0 if values.get(column.name, 0.0) > 0.5 else 0.0
        column.lowBound = column.upBound = max(held, column.lowBound)


def hold_signing(model: Model, values: Values) -> None:
    """Sign what ``values`` sign, and nothing else."""
    for column in model.columns.signed.values():
        column.lowBound = column.upBound = float(round(values.get(column.name, 0.0)))


def let_go(model: Model, values: Values) -> list[str]:
    """Let runs end early, or not be at all, where ``values`` spend no more than the least; the names of their columns.

    Signing is free again. Where more than the least is spent the work adds something, thrift being preferred already.
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
    for column in columns.signed.values():
        column.lowBound, column.upBound = 0.0, 1.0
    return [column.name for column in loose]


def fewest_runs(problem: LpProblem, values: Values, runs: Iterable[str]) -> LpProblem:
    """The problem of dropping as many of ``runs`` as can be dropped without losing anything of the objective: that
    hardly any adds nothing is seen far sooner than that nothing better is left.
    """
    result = problem.copy()
    columns = {column.name: column for column in result.variables()}
    objective, sense = result.objective, 1 if result.sense == LpMinimize else -1
    if objective is not None:
        value = objective.constant + sum(weight * values.get(column.name, 0.0) for column, weight in objective.items())
        result.addConstraint(sense * objective <= sense * value + SAME * max(1.0, abs(value)), "no_worse")
    result.setObjective(sense * total(columns[name] for name in runs))
    return result


def prefer_thrift(model: Model) -> None:
    """Among plans as good as equal, the one that spends least; where cost is minimised that is so already."""
    score = model.problem.objective
    if model.objective == "progress" and score is not None:
        model.problem.setObjective(FINE * (score - THRIFT / all_money(model.instance) * expected_cost(model)))


def all_money(instance: Instance) -> float:
    """All that there is and all that may be raised on the way to any leaf, in currency units."""
    raised = (max(raising.greatest(instance, each, leaf) for leaf in instance.tree.leaves) for each in instance.funders)
    return float(instance.money + sum(raised))


def stay_near(model: Model, values: Values, unit: int, room: int) -> None:
    """Keep every decision of ``values``, and money that is no whole number between its neighbours; what is left to
    decide is how to round. ``room`` widens that on both sides, in currency units.
    """
    money = (*model.columns.spend.values(), *model.columns.grant.values())
    amounts = {column.name for column in money}
    for column in model.problem.variables():
        if column.cat == "Integer" and column.name not in amounts:
            column.lowBound = column.upBound = float(round(values.get(column.name, 0.0)))
    for column in money:
        amount = values.get(column.name, 0.0) * unit
        least, most = floor(amount + NEARLY) - room, ceil(amount - NEARLY) + room
        column.lowBound = max(column.lowBound, min(float(least), column.upBound))
        column.upBound = max(column.lowBound, min(column.upBound, float(most)))


def in_currency(model: Model, values: Values, unit: int) -> Values:
    """``values`` with the columns of money in currency units instead of ``unit`` of them."""
    columns = model.columns
    money = (*columns.spend.values(), *columns.grant.values(), *columns.gap.values())
    return {**values, **{column.name: values.get(column.name, 0.0) * unit for column in money}}


def canonical(model: Model, plan: Plan, gaps: Gaps, solve: Solve, seconds: float) -> tuple[Plan, bool]:
    """The same plan with its canonical payers, missing no more of any share than ``gaps`` (limit and leaf, in currency
    units); unchanged, and False, where they were not found in ``seconds``.
    """
    # With fractions of a unit both questions are answered far sooner, and mostly the answers hold in whole units too.
    for whole in (False, True):
        choosing = ledger(model, plan, gaps, whole=whole)
        fewest = solve(choosing.problem, gap=0.0, seconds=seconds, nodes=max(1, COUNTING // (1 + len(choosing.chosen))))
        if fewest is None:
            continue
        kept = {pair: round(fewest.get(column.name, 0.0)) for pair, column in choosing.chosen.items()}
        if (grants := _ordered(model, plan, gaps, kept, solve, seconds)) is not None:
            return replace(plan, grants=grants), True
        if whole:
            return replace(plan, grants=grants_of(choosing, fewest)), False
    return plan, False


def _ordered(
    model: Model, plan: Plan, gaps: Gaps, kept: Mapping[tuple[str, str], int], solve: Solve, seconds: float
) -> tuple[Grant, ...] | None:
    """The canonical ledger with the chosen grants (1) and no others (0), None where there is none or time was short.

    Whole payments are sought near those in fractions first.
    """
    near: Values | None = None
    # Smallest payments and shares may leave no whole payments so near: then they are sought further away.
    for room in (None, *ROOMS, None):
        paying = ledger(model, plan, gaps, whole=near is not None)
        for pair, column in paying.chosen.items():
            column.lowBound = column.upBound = float(kept[pair])
        paying.problem.setObjective(by_order(paying))
        if near is not None and room is not None:
            _stay_within(paying.columns.grant.values(), near, room)
        found = solve(paying.problem, gap=0.0, seconds=seconds)
        if found is None and near is not None and room is not None:
            continue
        if found is None:
            return None
        amounts = [found.get(column.name, 0.0) for column in paying.columns.grant.values()]
        if near is not None or all(abs(amount - round(amount)) <= WHOLE for amount in amounts):
            return grants_of(paying, found)
        near = found
    return None


def _stay_within(columns: Iterable[LpVariable], near: Values, room: int) -> None:
    """Keep columns of money in whole units within ``room`` units of what they were."""
    for column in columns:
        amount = near.get(column.name, 0.0)
        column.lowBound = max(column.lowBound, min(floor(amount + NEARLY) - float(room), column.upBound))
        column.upBound = max(column.lowBound, min(column.upBound, ceil(amount - NEARLY) + float(room)))
