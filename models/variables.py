"""Every column of the formulation, declared once. This page is the size of the model.

| column | index | range | unit |
|---|---|---|---|
| on, start | activity, node | binary | runs; starts |
| spend | activity, node | 0 .. greatest spending | money units of the period (``Model.unit`` currency units) |
| grant | tranche, activity, node | 0 .. cost | money units of the period |
| pays | tranche, activity, node | binary | the tranche pays (only where it has a smallest payment) |
| output | activity, node | 0 .. 1 | intensity |
| carried | conflict, node | 0 .. stock | ideas carried upstairs (only where ``transfer`` is off) |
| transfer | link, bridge or none, conflict, node | 0 .. stock | ideas carried by one mechanism |
| bonus | link or work, node | 0 .. 1 | use of a strengthens link; of meeting again; of skills |
| shortfall | conflict, node | 0 .. 1 | missing channel |
| signed | milestone, node | binary | signed here |
| progress, end | conflict, category, node or leaf | least .. 1 | progress, with what is under way at the end |
| lasting, lasting_end | conflict, node or leaf | least .. 1 | political progress of which what was forced has gone |
| durable, durable_end | conflict, node or leaf | least .. 1 | political progress that lasts |
| ideas | conflict, node | 0 .. | stock of ideas |
| stock | rule, conflict, subject, node | 0 .. what is needed | what earlier work left behind |
| alone | conflict, node | 0 .. limit | political progress since official work last ran |
| official | conflict, node | binary | official work runs, with outputs that count |
| rise, fall | conflict, rank, node | 0 .. 1 | signals of the level of talks |
| reached, shown | conflict, rank, node | 0 .. 1 | a level was reached on the path; it is the last that was shown |
| present | conflict, agency, node | 0 .. 1 | an agency takes part |
| friction | conflict, node | 0 .. agencies | agencies beyond the first |
| gap | limit, leaf | 0 .. | what is missed of a share, in money units |
| missing | limit, node | 0 .. amount | work that should be there |
| clash | link, node | 0 .. 1 | two works that do not know of each other |
| excess | conflict, node | 0 .. works | mediating works too many |
| hopes, disappointed | conflict, node | 0 .. | expectations; those that progress does not meet |
| risk | conflict, node | 0 .. risk | risk of violence that nothing prevents |
| asked | number | 0 .. 1 | what a condition beyond the instance speaks of (``Model.ask``) |
| changed | activity | 0 .. 1 | the work runs otherwise than in a given plan (only where changes are counted) |

Columns that only one rule speaks of are made in ``helpers.py``, those that cost points in ``nuisances.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import floor

from pulp import LpProblem, LpVariable

from models import raising
from models.carrying import mechanisms, most_carried
from models.instance import Instance
from models.kinds import CATEGORIES, Category
from models.reach import Limits, reach
from models.records import Conflict, Funder
from models.rule import Gain, Rule


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
    lasting: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    lasting_end: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    stock: dict[tuple[str, str, str, int], LpVariable] = field(default_factory=dict)
    alone: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    rise: dict[tuple[str, int, int], LpVariable] = field(default_factory=dict)
    fall: dict[tuple[str, int, int], LpVariable] = field(default_factory=dict)
    reached: dict[tuple[str, int, int], LpVariable] = field(default_factory=dict)
    shown: dict[tuple[str, int, int], LpVariable] = field(default_factory=dict)
    present: dict[tuple[str, str, int], LpVariable] = field(default_factory=dict)
    friction: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    official: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    gap: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    missing: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    clash: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    excess: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    hopes: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    disappointed: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    risk: dict[tuple[str, int], LpVariable] = field(default_factory=dict)
    asked: list[LpVariable] = field(default_factory=list)
    changed: dict[str, LpVariable] = field(default_factory=dict)
    nodes_of: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Nodes in which each activity may run."""


def declare_work(problem: LpProblem, instance: Instance, rules: tuple[Rule, ...], columns: Columns, unit: int) -> None:
    """Runs, money and output of every activity, only where calendars and funders leave them open."""
    awake = frozenset(rule.name for rule in rules)
    numbers = {funder.name: j for j, funder in enumerate(instance.funders)}
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
                payers = [(numbers[funder.name], funder) for funder in where.payers[n]]
                _declare_grants(problem, instance, columns, (name, n), payers, (i, most, unit), awake)


def _declare_grants(
    problem: LpProblem,
    instance: Instance,
    columns: Columns,
    work: tuple[str, int],
    payers: Iterable[tuple[int, Funder]],
    size: tuple[int, int, int],
    awake: frozenset[str],
) -> None:
    """What each payer may give: no more than it has or the work costs, as far as the rules of money are awake."""
    (name, n), (i, most, unit) = work, size
    for j, funder in payers:
        amount = funder.amount + (floor(raising.greatest(instance, funder, n)) if "fundraising" in awake else 0)
        greatest = min(most, amount) if "budget" in awake else most
        if greatest and ("earmark" not in awake or greatest >= funder.smallest):
            columns.grant[funder.name, name, n] = problem.add_variable(f"grant_f{j}_a{i}_n{n}", 0, greatest / unit)


def declare_bonds(problem: LpProblem, instance: Instance, gains: Iterable[Gain], columns: Columns) -> None:
    """Bonuses and milestones."""
    for gain in gains:
        if (gain.key, gain.node) not in columns.bonus:
            columns.bonus[gain.key, gain.node] = problem.add_variable(f"bonus_{gain.tag}_n{gain.node}", 0, 1)
    for i, milestone in enumerate(instance.milestones):
        for n in range(len(instance.tree)):
            columns.signed[milestone.name, n] = _binary(problem, f"signed_m{i}_n{n}")


def declare_ideas(
    problem: LpProblem,
    instance: Instance,
    number: int,
    conflict: Conflict,
    stock: Limits,
    awake: frozenset[str],
    columns: Columns,
) -> None:
    """The stock of ideas of a conflict and what is carried of it, where there can be any: by each way, or anyhow."""
    ways = [*mechanisms(instance, number, conflict, "bridge" in awake)] if "transfer" in awake else []
    for n in range(len(instance.tree)):
        if (most := stock.greatest[n]) <= 0:
            continue
        columns.ideas[conflict.name, n] = problem.add_variable(f"ideas_c{number}_n{n}", 0, most)
        if "transfer" not in awake:
            columns.carried[conflict.name, n] = problem.add_variable(f"carried_c{number}_n{n}", 0, most)
        for way in ways:
            there = way.through is None or (way.through.name, n) in columns.on
            if there and (least := min(most, most_carried(instance, way, n))) > 0:
                name = f"transfer_{way.tag}_n{n}"
                columns.transfer[way.key, conflict.name, n] = problem.add_variable(name, 0, least)


def declare_progress(
    problem: LpProblem,
    instance: Instance,
    number: int,
    conflict: Conflict,
    bounds: dict[Category, Limits],
    columns: Columns,
) -> None:
    """Progress of a conflict within its limits, and what it comes to at the end.

    Lasting progress is political progress itself until ``coercion`` gives it columns of its own, and durable progress
    is lasting progress until ``power_asymmetry`` does.
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
        political = columns.progress[conflict.name, "political", n]
        columns.lasting[conflict.name, n] = columns.durable[conflict.name, n] = political
    for leaf in instance.tree.leaves:
        political = columns.end[conflict.name, "political", leaf]
        columns.lasting_end[conflict.name, leaf] = columns.durable_end[conflict.name, leaf] = political


def _binary(problem: LpProblem, name: str, held: bool = False) -> LpVariable:
    return problem.add_variable(name, 1 if held else 0, 1, cat="Integer")
