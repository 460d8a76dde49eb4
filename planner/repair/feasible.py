"""Whether any plan satisfies an instance: the integer problem without its objective, and the audit of what is found."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from time import monotonic

from models.audit import audit
from models.build import active_rules, build, money_unit
from models.extract import plan_of
from models.instance import Instance
from models.model import Model
from models.plan import Plan
from models.polish import hold_runs, stay_near
from planner.repair.finding import Finding
from planner.solve.options import SolveOptions
from planner.solve.small import SmallSolver
from planner.solvers.base import Outcome, Settings
from planner.solvers.ending import Ending

_POLISH = 5.0
"""Seconds for each small problem of making money whole."""
_SMALL_MONEY = 10
"""Currency units up to which a proof in whole money is trusted, as ``planner.solve`` does."""


def feasible(instance: Instance, options: SolveOptions, folder: Path) -> Finding:
    """An audited plan, or the proof that there is none, or neither within the time limit. ``folder`` is for the solver.

    Money is continuous at first and made whole afterwards; only where that fails is whole money searched for.
    Raises ``InputError`` where the solver is not there.
    """
    deadline = monotonic() + options.time_limit
    for whole_money in (False, True):
        rules = active_rules(instance, options.without)
        model = build(instance, objective=options.objective, rules=rules, whole_money=whole_money)
        outcome = _searched(model, options, folder, deadline)
        if outcome.ending is Ending.INFEASIBLE:
            trusted = not whole_money or money_unit(instance) <= _SMALL_MONEY
            return Finding(False if trusted else None)
        if outcome.values is None:
            return Finding(None)
        names = (column.name for column in model.problem.exported_variables())
        values = dict(zip(names, outcome.values, strict=True))
        plan = _whole(model, values, SmallSolver(options, folder).until(max(deadline, monotonic() + _POLISH)))
        if plan is not None and audit(instance, plan, objective=options.objective).passed:
            return Finding(True, plan)
    return Finding(None)


def _whole(model: Model, values: Mapping[str, float], small: SmallSolver) -> Plan | None:
    """Any plan with the runs of ``values`` and whole money, near the fractions found before where that can be."""
    for room in (1, None):
        whole = build(model.instance, objective=model.objective, rules=model.rules, whole_money=True)
        hold_runs(whole, values)
        if room is not None:
            stay_near(whole, values, model.unit, room)
        whole.problem.setObjective(0)
        found = small(whole.problem, gap=1.0, seconds=_POLISH)
        if found is not None:
            return plan_of(whole, found)
    return None


def _searched(model: Model, options: SolveOptions, folder: Path, deadline: float) -> Outcome:
    from planner.solve.search import search
    from planner.solvers.find import find

    model.problem.setObjective(0)
    settings = Settings(
        seconds=max(0.1, deadline - monotonic()),
        gap=0.0,
        threads=options.solver_threads,
        seed=options.seed,
        nodes=options.node_limit,
        folder=folder,
        options=options.solver_options,
    )
    stop = threading.Event()
    return search(find(options.solver), model.problem, settings, stop=stop, tell=lambda board: None).outcome
