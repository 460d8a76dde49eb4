"""What calendars, funders and rules already decide: where an activity may run and start, and how far stocks can go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pulp import LpVariable

from models.instance import Instance
from models.records import Activity, Funder
from models.rule import Flow, Rule, no_bar

type Landed = dict[tuple[str, str, int], list[tuple[LpVariable, float]]]
"""Columns and what a unit of each adds, by conflict, stock and node."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Nodes in which an activity may run and start, and who may pay it there."""

    on: tuple[int, ...]
    start: frozenset[int]
    payers: dict[int, tuple[Funder, ...]]


def reach(instance: Instance, rules: Sequence[Rule], activity: Activity) -> Reach:
    """Where ``activity`` may run: inside its window, after a possible start, and where somebody may pay.

    It may start where it can go on for its shortest run, whichever way the future branches.
    """
    never = any(rule.bars_work(instance, activity) for rule in rules)
    window, tree = range(0) if never else instance.window(activity), instance.tree
    least, _ = instance.spending(activity)
    shortest = instance.run_min(activity)
    committed, running = activity.status == "committed", activity.status == "running"
    may_start = not running or activity.repeats > 1
    bars = [rule.bars_grant for rule in rules if rule.bars_grant is not no_bar]
    givers = [
        funder for funder in instance.funders if not any(rule.bars_payer(instance, funder, activity) for rule in rules)
    ]
    payers = {
        node.index: tuple(
            funder for funder in givers if not any(barred(instance, funder, activity, node.index) for barred in bars)
        )
        for node in tree
        if node.period in window
    }
    payable = {n for n in payers if payers[n] or committed}
    sustained = set(payers) if not least else payable
    on: list[int] = []
    starts: set[int] = set()
    reached: set[int | None] = {None} if running else set()
    for n in payers:
        node = tree[n]
        if committed:
            starts_here = node.period == window.start
        else:
            starts_here = (
                may_start
                and node.period + shortest <= window.stop
                and (n in payable or not instance.setup(activity))
                and sustained.issuperset(tree.descendants(n, shortest - 1))
                and not any(rule.bars_start(instance, activity, n) for rule in rules)
            )
        if starts_here:
            starts.add(n)
        if starts_here or (node.parent in reached and n in sustained):
            on.append(n)
            reached.add(n)
    return Reach(tuple(on), frozenset(starts), {n: payers[n] for n in on})


@dataclass(frozen=True, slots=True)
class Limits:
    """Least and greatest value of a stock at each node, whatever the plan."""

    least: tuple[float, ...]
    greatest: tuple[float, ...]
    end_least: dict[int, float]
    end_greatest: dict[int, float]


def limits(
    instance: Instance,
    flows: Iterable[Flow],
    kept: Sequence[float],
    start: float,
    tolls: Sequence[float],
    cap: float = float("inf"),
) -> Limits:
    """Bounds of a stock fed by ``flows`` whose columns lie in [0, upper bound]: all losses, or all gains."""
    tree = instance.tree
    up, down = [0.0] * len(tree), [0.0] * len(tree)
    late_up, late_down = dict.fromkeys(tree.leaves, 0.0), dict.fromkeys(tree.leaves, 0.0)
    for flow in flows:
        size = flow.amount * flow.column.upBound
        for landed, node, share in landings(instance, flow):
            if landed:
                (up if size > 0 else down)[node] += float(share) * size
            else:
                (late_up if size > 0 else late_down)[node] += float(share) * size
    least, greatest = [0.0] * len(tree), [0.0] * len(tree)
    for n in range(len(tree)):
        parent = tree[n].parent
        below, above = (start, start) if parent is None else (least[parent], greatest[parent])
        least[n] = min(cap, kept[n] * below + down[n] - tolls[n])
        greatest[n] = min(cap, kept[n] * above + up[n] - tolls[n])
    return Limits(
        tuple(least),
        tuple(greatest),
        {leaf: min(cap, least[leaf] + late_down[leaf]) for leaf in tree.leaves},
        {leaf: min(cap, greatest[leaf] + late_up[leaf]) for leaf in tree.leaves},
    )


def gathered(instance: Instance, flows: Iterable[Flow]) -> tuple[Landed, Landed]:
    """Flows by where they land: at a node, or after a leaf."""
    landed: Landed = {}
    late: Landed = {}
    for flow in flows:
        for in_time, node, share in landings(instance, flow):
            target = landed if in_time else late
            target.setdefault((flow.conflict, flow.stock, node), []).append((flow.column, share * flow.amount))
    return landed, late


def landings(instance: Instance, flow: Flow) -> Iterable[tuple[bool, int, float]]:
    """Where a flow lands: (True, node, share), or (False, leaf, share) for what is still on its way at a leaf."""
    tree = instance.tree
    for steps, share in flow.landing:
        for node in tree.descendants(flow.node, steps):
            later = tree[node].period - tree[flow.node].period
            if later == steps:
                yield True, node, float(share)
            elif not tree.children[node]:
                yield False, node, float(share)
