"""Columns of what costs points of score: friction, clashes, crowds, hopes that fail, risk, empty rooms, missed shares.

Under the objective *cost* there are none: what is a nuisance does not matter then, and what is required is there.
"""

from __future__ import annotations

from pulp import LpProblem

from models.instance import Instance, exact
from models.kinds import CATEGORIES, MEDIATING, Category
from models.records import Conflict, Limit
from models.variables import Columns


def declare_nuisances(problem: LpProblem, instance: Instance, awake: frozenset[str], columns: Columns) -> None:
    """All of them, where the rule is awake and something can happen."""
    if "share" in awake:
        _declare_gaps(problem, instance, columns)
    if "stakeholders" in awake:
        _declare_missing(problem, instance, columns)
    if "interference" in awake:
        _declare_clashes(problem, instance, columns)
    for number, conflict in enumerate(instance.conflicts):
        if "agency_friction" in awake:
            _declare_agencies(problem, instance, number, conflict, columns)
        if "crowding" in awake:
            _declare_excess(problem, instance, number, conflict, columns)
        if "expectations" in awake:
            _declare_hopes(problem, instance, number, conflict, columns)
        if "prevention" in awake and conflict.risk:
            for n in range(len(instance.tree)):
                if instance.phase_kind(conflict.name, n) != "war":
                    columns.risk[conflict.name, n] = problem.add_variable(f"risk_c{number}_n{n}", 0, conflict.risk)


def _declare_gaps(problem: LpProblem, instance: Instance, columns: Columns) -> None:
    """What is missed of a share, in money units, on the path to each leaf."""
    for i, limit in enumerate(instance.limits):
        if limit.kind != "cover" and not limit.hard:
            for leaf in instance.tree.leaves:
                columns.gap[limit.name, leaf] = problem.add_variable(f"gap_l{i}_n{leaf}", 0)


def covered(instance: Instance, limit: Limit) -> list[int]:
    """Nodes in the window and scenario of a limit of kind cover."""
    window = instance.calendar.window(limit.begin, limit.end)
    return [
        node.index for node in instance.tree if node.period in window and instance.holds(limit.scenario, node.index)
    ]


def _declare_missing(problem: LpProblem, instance: Instance, columns: Columns) -> None:
    """What is missing of the work that a limit wants to be there."""
    for i, limit in enumerate(instance.limits):
        wanted = float(exact(limit.amount) - exact(limit.already))
        if limit.kind == "cover" and wanted > 0 and not limit.hard:
            for n in covered(instance, limit):
                columns.missing[limit.name, n] = problem.add_variable(f"missing_l{i}_n{n}", 0, wanted)


def _declare_clashes(problem: LpProblem, instance: Instance, columns: Columns) -> None:
    """Clashes of two works where both may run."""
    default = instance.parameter("interference", "cost")
    for i, link in enumerate(instance.links):
        if link.kind == "interferes" and (default if link.value is None else link.value):
            for n in range(len(instance.tree)):
                if (link.name, n) in columns.on and (link.other, n) in columns.on:
                    columns.clash[link.key, n] = problem.add_variable(f"clash_l{i}_n{n}", 0, 1)


def _declare_agencies(
    problem: LpProblem, instance: Instance, number: int, conflict: Conflict, columns: Columns
) -> None:
    """Agencies that take part through more than one work, and how many there are beyond the first."""
    works = [each for each in instance.of_conflict(conflict.name) if each.official]
    agencies = list(dict.fromkeys(name for each in works for name in each.agencies))
    for n in range(len(instance.tree)):
        users = {
            name: sum(name in each.agencies and (each.name, n) in columns.on for each in works) for name in agencies
        }
        present = [name for name in agencies if users[name]]
        if len(present) < 2:
            continue
        for k, name in enumerate(agencies):
            if users[name] > 1:
                columns.present[conflict.name, name, n] = problem.add_variable(f"present_c{number}_{k}_n{n}", 0, 1)
        columns.friction[conflict.name, n] = problem.add_variable(f"friction_c{number}_n{n}", 0, len(present) - 1)


def _declare_excess(problem: LpProblem, instance: Instance, number: int, conflict: Conflict, columns: Columns) -> None:
    """Mediating work beyond what a conflict bears, where there can be any."""
    borne = float(instance.parameter("crowding", "mediators"))
    works = [each for each in instance.of_conflict(conflict.name) if each.kind in MEDIATING]
    for n in range(len(instance.tree)):
        crowd = sum((each.name, n) in columns.on for each in works)
        if crowd > borne:
            columns.excess[conflict.name, n] = problem.add_variable(f"excess_c{number}_n{n}", 0, crowd - borne)


def shares_of_progress(instance: Instance) -> dict[Category, float]:
    """The weight of each category, as shares of 1."""
    whole = float(sum(instance.weights.values())) or 1.0
    return {category: float(instance.weights[category]) / whole for category in CATEGORIES}


def _declare_hopes(problem: LpProblem, instance: Instance, number: int, conflict: Conflict, columns: Columns) -> None:
    """Hopes of a conflict and how far they are disappointed, where they can be."""
    name, tree, shares = conflict.name, instance.tree, shares_of_progress(instance)
    works = [each for each in instance.of_conflict(name) if each.expectations]
    kept, gap = (instance.parameter("expectations", word) for word in ("kept", "gap"))
    greatest: list[float] = []
    doubtful: dict[int, float] = {}
    for node in tree if works else ():
        n = node.index
        raised = sum(each.expectations for each in works if (each.name, n) in columns.on) * float(instance.quarters)
        before = 0.0 if node.parent is None else greatest[node.parent]
        greatest.append(float(instance.over_period(kept)) * before + raised)
        value = sum(shares[category] * columns.progress[name, category, n].lowBound for category in CATEGORIES)
        if greatest[n] - value - float(gap) > 0:
            doubtful[n] = greatest[n] - value - float(gap)
    for n in sorted({m for late in doubtful for m in tree.path(late)}):
        columns.hopes[name, n] = problem.add_variable(f"hopes_c{number}_n{n}", 0, greatest[n])
        if n in doubtful:
            columns.disappointed[name, n] = problem.add_variable(f"disappointed_c{number}_n{n}", 0, doubtful[n])
