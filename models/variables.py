"""Every column of the formulation, declared once. This page is the size of the model.

| column | index | range | unit |
|---|---|---|---|
| on, start | activity, node | binary | runs; starts |
| spend | activity, node | 0 .. greatest spending | money units of the period (``Model.unit`` currency units) |
| grant | tranche, activity, node | 0 .. cost | money units of the period |
| pays | tranche, activity, node | binary | the tranche pays (only where it has a smallest payment) |
| output | activity, node | 0 .. 1 | intensity |
| carried | conflict, node | 0 .. stock | ideas carried upstairs |
| transfer | link or none, conflict, node | 0 .. stock | ideas carried by one mechanism |
| bonus | link, node | 0 .. 1 | use of a strengthens link |
| shortfall | conflict, node | 0 .. 1 | missing channel |
| signed | milestone, node | binary | signed here |
| progress, end | conflict, category, node or leaf | least .. 1 | progress, with what is under way at the end |
| durable, durable_end | conflict, node or leaf | least .. 1 | political progress that lasts |
| ideas | conflict, node | 0 .. | stock of ideas |
| equalised, prepared, alone | conflict, node | 0 .. | helpers of power_asymmetry, preparation, no_substitute |
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pulp import LpProblem, LpVariable

from models.instance import Instance
from models.kinds import CATEGORIES, Category
from models.reach import Limits, reach
from models.records import Conflict
from models.rule import Rule


@dataclass
class Columns:
    """All columns, by name of the records and number of the node. A missing key is a column that is 0."""

    on: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    start: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    spend: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    grant: dict[tuple[str, str, int], LpVariable] = field(default_factory=dict)
    pays: dict[tuple[str, str, int], LpVariable] = field(default_factory=dict)
    output: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    carried: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    transfer: dict[tuple[str, str, int], LpVariable] = field(default_factory=dict)
    bonus: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    shortfall: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    signed: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    progress: dict[tuple[str, Category, int], LpVariable] = field(default_factory=dict)
    end: dict[tuple[str, Category, int], LpVariable] = field(default_factory=dict)
    durable: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    durable_end: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    ideas: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    equalised: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    prepared: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    alone: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    nodes_of: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Nodes in which each activity may run."""


def declare_work(problem: LpProblem, instance: Instance, rules: tuple[Rule, ...], columns: Columns, unit: int) -> None:
    """Runs, money and output of every activity, only where calendars and funders leave them open."""
    awake = frozenset(rule.name for rule in rules)
    for i, activity in enumerate(instance.activities):
        where = reach(instance, rules, activity)
        least, greatest = instance.spending(activity)
        setup = instance.setup(activity)
        name = activity.name
        columns.nodes_of[name] = where.on
        held = activity.status == "committed"
        for n in where.on:
            columns.on[name, n] = _binary(problem, f"on_a{i}_n{n}", held)
            if n in where.start:
                columns.start[name, n] = _binary(problem, f"start_a{i}_n{n}", held)
            if least < greatest:
                columns.spend[name, n] = problem.add_variable(f"spend_a{i}_n{n}", 0, greatest / unit)
            columns.output[name, n] = problem.add_variable(f"output_a{i}_n{n}", 0, 1)
            most = greatest + (setup if n in where.start else 0)
            if most:
                _declare_grants(problem, instance, columns, (name, n), where.payers[n], (i, most, unit), awake)


def _declare_grants(
    problem: LpProblem,
    instance: Instance,
    columns: Columns,
    work: tuple[str, int],
    payers: tuple[object, ...],
    size: tuple[int, int, int],
    awake: frozenset[str],
) -> None:
    """What each payer may give: no more than it has or the work costs, as far as the rules of money are awake."""
    (name, n), (i, most, unit) = work, size
    for j, funder in enumerate(instance.funders):
        greatest = min(most, funder.amount) if "budget" in awake else most
        if funder in payers and ("earmark" not in awake or greatest >= funder.smallest):
            columns.grant[funder.name, name, n] = problem.add_variable(f"grant_f{j}_a{i}_n{n}", 0, greatest / unit)


def declare_bonds(problem: LpProblem, instance: Instance, awake: frozenset[str], columns: Columns) -> None:
    """Bonuses, milestones and missing channels."""
    nodes = range(len(instance.tree))
    if "synergy" in awake:
        for i, link in enumerate(instance.links):
            if link.kind == "strengthens":
                for n in nodes:
                    if (link.name, n) in columns.on and (link.other, n) in columns.on:
                        columns.bonus[link.key, n] = problem.add_variable(f"bonus_l{i}_n{n}", 0, 1)
    for i, milestone in enumerate(instance.milestones):
        for n in nodes:
            columns.signed[milestone.name, n] = _binary(problem, f"signed_m{i}_n{n}")


def declare_ideas(
    problem: LpProblem, instance: Instance, number: int, conflict: Conflict, stock: Limits, columns: Columns
) -> None:
    """The stock of ideas of a conflict and what is carried of it, where there can be any."""
    for n in range(len(instance.tree)):
        if stock.greatest[n] > 0:
            columns.ideas[conflict.name, n] = problem.add_variable(f"ideas_c{number}_n{n}", 0, stock.greatest[n])
            columns.carried[conflict.name, n] = problem.add_variable(f"carried_c{number}_n{n}", 0, stock.greatest[n])


def declare_progress(
    problem: LpProblem,
    instance: Instance,
    number: int,
    conflict: Conflict,
    bounds: dict[Category, Limits],
    columns: Columns,
) -> None:
    """Progress of a conflict within its limits, and what it comes to at the end.

    Durable progress is political progress itself until ``power_asymmetry`` gives it columns of its own.
    """
    for category in CATEGORIES:
        limit = bounds[category]
        for n in range(len(instance.tree)):
            columns.progress[conflict.name, category, n] = problem.add_variable(
                f"{category}_c{number}_n{n}", limit.least[n], max(limit.least[n], limit.greatest[n])
            )
        for leaf in instance.tree.leaves:
            columns.end[conflict.name, category, leaf] = problem.add_variable(
                f"{category}_end_c{number}_n{leaf}",
                limit.end_least[leaf],
                max(limit.end_least[leaf], limit.end_greatest[leaf]),
            )
    for n in range(len(instance.tree)):
        columns.durable[conflict.name, n] = columns.progress[conflict.name, "political", n]
    for leaf in instance.tree.leaves:
        columns.durable_end[conflict.name, leaf] = columns.end[conflict.name, "political", leaf]


def _binary(problem: LpProblem, name: str, held: bool = False) -> LpVariable:
    return problem.add_variable(name, 1 if held else 0, 1, cat="Integer")


def declare_helpers(problem: LpProblem, instance: Instance, awake: frozenset[str], columns: Columns) -> None:
    """Columns that only one rule speaks of, where that rule is awake."""
    if "earmark" in awake:
        smallest = {funder.name: (j, funder.smallest) for j, funder in enumerate(instance.funders)}
        index = {activity.name: i for i, activity in enumerate(instance.activities)}
        for funder, activity, n in columns.grant:
            if smallest[funder][1]:
                columns.pays[funder, activity, n] = _binary(
                    problem, f"pays_f{smallest[funder][0]}_a{index[activity]}_n{n}"
                )
    for number, conflict in enumerate(instance.conflicts):
        stock = {n: column.upBound for (name, n), column in columns.carried.items() if name == conflict.name}
        if "transfer" in awake:
            _declare_transfers(problem, instance, number, conflict, stock, columns)
        for n in range(len(instance.tree)):
            key = (conflict.name, n)
            if "open_channel" in awake and instance.phase_kind(conflict.name, n) in ("confrontation", "war"):
                columns.shortfall[key] = problem.add_variable(f"shortfall_c{number}_n{n}", 0, 1)
            if "power_asymmetry" in awake and conflict.power_asymmetry:
                columns.equalised[key] = problem.add_variable(f"equalised_c{number}_n{n}", 0)
            if "preparation" in awake:
                most = float(instance.parameter("preparation", "threshold"))
                columns.prepared[key] = problem.add_variable(f"prepared_c{number}_n{n}", 0, most)
            if "no_substitute" in awake:
                most = float(instance.parameter("no_substitute", "limit"))
                columns.alone[key] = problem.add_variable(f"alone_c{number}_n{n}", 0, most)
        if "power_asymmetry" in awake and conflict.power_asymmetry:
            _declare_durable(problem, instance, number, conflict, columns)


def _declare_transfers(
    problem: LpProblem, instance: Instance, number: int, conflict: Conflict, stock: dict[int, float], columns: Columns
) -> None:
    """A column for the default capacity (where there is one) and for each link into the conflict."""
    by_default = instance.parameter("transfer", "default") > 0
    for n, most in stock.items():
        if by_default:
            columns.transfer["", conflict.name, n] = problem.add_variable(f"transfer_c{number}_n{n}", 0, most)
        for i, link in enumerate(instance.links):
            if (
                link.kind == "transfers"
                and instance.activity(link.other).conflict == conflict.name
                and (link.other, n) in columns.on
            ):
                columns.transfer[link.key, conflict.name, n] = problem.add_variable(f"transfer_l{i}_n{n}", 0, most)


def _declare_durable(problem: LpProblem, instance: Instance, number: int, conflict: Conflict, columns: Columns) -> None:
    """Durable progress apart from political progress; its least value follows from the least social progress."""
    ceiling = 1 - conflict.power_asymmetry
    lift = float(instance.parameter("power_asymmetry", "social_lift"))
    for n in range(len(instance.tree)):
        political = columns.progress[conflict.name, "political", n]
        social = columns.progress[conflict.name, "social", n]
        columns.durable[conflict.name, n] = problem.add_variable(
            f"durable_c{number}_n{n}", min(political.lowBound, ceiling + lift * social.lowBound), political.upBound
        )
    for leaf in instance.tree.leaves:
        political = columns.end[conflict.name, "political", leaf]
        social = columns.end[conflict.name, "social", leaf]
        columns.durable_end[conflict.name, leaf] = problem.add_variable(
            f"durable_end_c{number}_n{leaf}",
            min(political.lowBound, ceiling + lift * social.lowBound),
            political.upBound,
        )
