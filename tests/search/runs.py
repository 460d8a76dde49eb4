"""Every legal run of an activity, as the set of nodes where it is on; and which runs of two activities go together."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from itertools import product
from math import ceil

from models.instance import Instance, exact
from models.kinds import CHANNELS
from models.records import Activity, Link

type Run = frozenset[int]


def starts(instance: Instance, activity: Activity, run: Run) -> frozenset[int]:
    """Nodes where a run begins; going on with what ran before the root is no start."""
    before = activity.status == "running"
    return frozenset(
        node.index
        for node in instance.tree
        if node.index in run and not (before if node.parent is None else node.parent in run)
    )


def runs(instance: Instance, activity: Activity, rules: Collection[str]) -> list[Run]:
    """All runs the core allows, less those that the electoral cycle forbids to start."""
    window = instance.window(activity)
    found = [frozenset(on) for on in _grow(instance, activity, 0, {}, set())]
    if activity.status == "committed":
        whole = frozenset(node.index for node in instance.tree if node.period in window)
        return [run for run in found if run == whole]
    if "electoral_cycle" in rules and activity.official and activity.kind not in CHANNELS:
        banned = {node.index for node in instance.tree if blackout(instance, activity, node.index) >= Fraction(1, 2)}
        found = [run for run in found if not starts(instance, activity, run) & banned]
    return found


def _grow(
    instance: Instance, activity: Activity, node: int, state: dict[int, tuple[bool, int, int, bool]], on: set[int]
) -> list[set[int]]:
    """Decide node by node; the state of a node is (on, periods of the run, runs so far, run began in the horizon)."""
    if node == len(instance.tree):
        return [set(on)]
    parent, period = instance.tree[node].parent, instance.tree[node].period
    running = activity.status == "running"
    was_on, length, number, began = (running, 0, int(running), False) if parent is None else state[parent]
    shortest, longest = instance.run_min(activity), instance.run_max(activity)
    last = node in instance.tree.leaves
    found: list[set[int]] = []
    if not (was_on and began and length < shortest):
        state[node] = (False, 0, number, False)
        found += _grow(instance, activity, node + 1, state, on)
    if period in instance.window(activity):
        now = (True, length + 1, number, began) if was_on else (True, 1, number + 1, True)
        _, length, number, began = now
        too_short = last and began and length < shortest
        if number <= activity.repeats and (longest is None or length <= longest) and not too_short:
            state[node] = now
            found += _grow(instance, activity, node + 1, state, on | {node})
    return found


def blackout(instance: Instance, activity: Activity, node: int) -> Fraction:
    """Greatest share of the period in the blackout of those whose vote matters to the work."""
    host = activity.sponsor
    voters = [host] if host and host not in activity.parties else [*activity.parties, *([host] if host else [])]
    return max((instance.blackout(who, node) for who in voters), default=Fraction(0))


def agree(instance: Instance, link: Link, first: Run, second: Run) -> bool:
    """Whether the runs of the two activities of a link respect its order (rule ``sequence``)."""
    if link.kind == "requires":
        return first <= second
    if link.kind == "excludes":
        paths = (set(instance.tree.path(leaf)) for leaf in instance.tree.leaves)
        return not any(path & first and path & second for path in paths)
    if link.kind == "follows":
        opener = instance.activity(link.name)
        return all(_after(instance, link, node, second) for node in starts(instance, opener, first))
    return True


def _after(instance: Instance, link: Link, node: int, other: Run) -> bool:
    """The other has run before, and is off at ``node`` and through the lag; running work was on before the root."""
    before = instance.activity(link.other).status == "running"
    for steps in range(ceil(exact(link.lag or 0) / instance.quarters) + 1):
        then = instance.tree.ancestor(node, steps)
        if before if then is None else then in other:
            return False
    return before or any(then in other for then in instance.tree.path(node))


def antichains(instance: Instance) -> list[Run]:
    """Every set of nodes with at most one on each path."""

    def below(node: int) -> list[Run]:
        parts = product(*(below(child) for child in instance.tree.children[node]))
        return [*(frozenset[int]().union(*part) for part in parts), frozenset({node})]

    return below(0)
