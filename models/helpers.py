"""Columns that only one rule speaks of, made where that rule is awake and has something to say."""

from __future__ import annotations

from collections.abc import Iterable

from pulp import LpProblem, LpVariable

from models.instance import Instance
from models.levels import Ladder, ladders
from models.reach import Limits
from models.records import Activity, Conflict
from models.rule import Stock
from models.variables import Columns


def declare_levels(problem: LpProblem, instance: Instance, columns: Columns) -> None:
    """Rises and falls of the level of talks where they can be, and what was reached and shown before them."""
    gain, loss = (instance.parameter("official_level", name) > 0 for name in ("rise", "fall"))
    for number, conflict in enumerate(instance.conflicts):
        for ladder in ladders(instance, conflict.name):
            rises, falls, seen = _signals(instance, ladder, columns)
            rises, falls = rises if gain else set(), falls if loss else set()
            # Where only one run can begin a rank, its start alone tells that nobody was there before.
            first = set() if ladder.once else rises
            kinds = (
                ("rise", columns.rise, rises),
                ("fall", columns.fall, falls),
                ("reached", columns.reached, seen & _earlier(instance, first)),
                ("shown", columns.shown, seen & _earlier(instance, falls)),
            )
            for word, made, where in kinds:
                for n in sorted(where):
                    name = f"{word}_c{number}_r{ladder.rank}_n{n}"
                    made[conflict.name, ladder.rank, n] = problem.add_variable(name, 0, 1)


def _signals(instance: Instance, ladder: Ladder, columns: Columns) -> tuple[set[int], set[int], set[int]]:
    """Nodes in which talks may rise to the rank, may fall from it, and by which it may have been seen."""
    paths = [instance.tree.path(n) for n in range(len(instance.tree))]
    above, below = (_nodes(columns, works) for works in (ladder.above, ladder.below))
    openings = {n for n in above if any((each.name, n) in columns.start for each in ladder.above)}
    rises = {n for n in openings if ladder.prepared or not below.isdisjoint(paths[n][:-1])}
    falls = {n for n in below if ladder.begun or not above.isdisjoint(paths[n][:-1])}
    seen = {n for n, path in enumerate(paths) if ladder.begun or not above.isdisjoint(path)}
    return set() if ladder.begun else rises, falls, seen


def _earlier(instance: Instance, nodes: set[int]) -> set[int]:
    """All strict ancestors."""
    return {m for n in nodes for m in instance.tree.path(n)[:-1]}


def _nodes(columns: Columns, works: Iterable[Activity]) -> set[int]:
    return {n for activity in works for n in columns.nodes_of[activity.name]}


def declare_stocks(problem: LpProblem, instance: Instance, stocks: Iterable[Stock], columns: Columns) -> None:
    """A column at every node for each stock that something can feed, or of which there is some before the root."""
    for stock in stocks:
        feeding = _nodes(columns, (activity for activity, _ in stock.feeders))
        if stock.start or (feeding if stock.nodes is None else feeding & stock.nodes):
            for n in range(len(instance.tree)):
                name = f"stock_{stock.rule}_{stock.tag}_n{n}"
                columns.stock[stock.rule, stock.conflict, stock.subject, n] = problem.add_variable(name, 0, stock.most)


def declare_helpers(problem: LpProblem, instance: Instance, awake: frozenset[str], columns: Columns) -> None:
    """Payments, missing channels, durable progress apart from lasting progress."""
    if "earmark" in awake:
        _declare_payments(problem, instance, columns)
    for number, conflict in enumerate(instance.conflicts):
        for n in range(len(instance.tree)):
            key = (conflict.name, n)
            if "open_channel" in awake and instance.phase_kind(conflict.name, n) in ("confrontation", "war"):
                columns.shortfall[key] = problem.add_variable(f"shortfall_c{number}_n{n}", 0, 1)
        if "power_asymmetry" in awake and conflict.power_asymmetry:
            _declare_durable(problem, instance, number, conflict, columns)


def declare_alone(
    problem: LpProblem, instance: Instance, number: int, conflict: Conflict, most: list[float], columns: Columns
) -> None:
    """Political progress since official work last ran, where it may come to more than the limit on some path, and
    whether official work runs that counts. ``most`` is the greatest gain at each node.
    """
    name, tree, limit = conflict.name, instance.tree, float(instance.parameter("no_substitute", "limit"))
    officials = [each for each in instance.of_conflict(name) if each.official]
    sums = [sum(most[m] for m in tree.path(n)) for n in range(len(tree))]
    beyond = {n for leaf in tree.leaves if sums[leaf] > limit for n in tree.path(leaf)}
    for n in sorted(beyond):
        if sums[n] > 0:
            columns.alone[name, n] = problem.add_variable(f"alone_c{number}_n{n}", 0, limit)
            if instance.parameter("no_substitute", "output") and any(
                (each.name, n) in columns.on for each in officials
            ):
                columns.official[name, n] = problem.add_variable(f"official_c{number}_n{n}", 0, 1, cat="Integer")


def _declare_payments(problem: LpProblem, instance: Instance, columns: Columns) -> None:
    """Whether a tranche with a smallest payment pays."""
    smallest = {funder.name: (j, funder.smallest) for j, funder in enumerate(instance.funders)}
    index = {activity.name: i for i, activity in enumerate(instance.activities)}
    for funder, activity, n in columns.grant:
        if smallest[funder][1]:
            name = f"pays_f{smallest[funder][0]}_a{index[activity]}_n{n}"
            columns.pays[funder, activity, n] = problem.add_variable(name, 0, 1, cat="Integer")


def declare_lasting(
    problem: LpProblem, instance: Instance, number: int, conflict: Conflict, bounds: Limits, columns: Columns
) -> None:
    """Lasting progress apart from political progress, within its limits; durable progress follows it."""
    name = conflict.name
    for n in range(len(instance.tree)):
        low, high = bounds.least[n], max(bounds.least[n], bounds.greatest[n])
        columns.lasting[name, n] = problem.add_variable(f"lasting_c{number}_n{n}", low, high)
        columns.durable[name, n] = columns.lasting[name, n]
    for leaf in instance.tree.leaves:
        low, high = bounds.end_least[leaf], max(bounds.end_least[leaf], bounds.end_greatest[leaf])
        columns.lasting_end[name, leaf] = problem.add_variable(f"lasting_end_c{number}_n{leaf}", low, high)
        columns.durable_end[name, leaf] = columns.lasting_end[name, leaf]


def _declare_durable(problem: LpProblem, instance: Instance, number: int, conflict: Conflict, columns: Columns) -> None:
    """Durable progress apart from lasting progress; its least value follows from the least social progress."""
    ceiling = 1 - conflict.power_asymmetry
    lift = float(instance.parameter("power_asymmetry", "social_lift"))

    def apart(name: str, lasting: LpVariable, social: LpVariable) -> LpVariable:
        least = min(lasting.lowBound, ceiling + lift * social.lowBound)
        return problem.add_variable(name, least, lasting.upBound)

    for n in range(len(instance.tree)):
        key, social = (conflict.name, n), columns.progress[conflict.name, "social", n]
        columns.durable[key] = apart(f"durable_c{number}_n{n}", columns.lasting[key], social)
    for leaf in instance.tree.leaves:
        key, social = (conflict.name, leaf), columns.end[conflict.name, "social", leaf]
        columns.durable_end[key] = apart(f"durable_end_c{number}_n{leaf}", columns.lasting_end[key], social)
