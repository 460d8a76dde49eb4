"""Compares two plans of one instance, or of two instances that share names and periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.instance import Instance
from models.plan import Plan
from planner.diff.courses import Change, Course, change, merged


@dataclass(frozen=True)
class Side:
    """A plan with the instance it was made for."""

    instance: Instance
    plan: Plan

    def cost(self, activity: str | None = None) -> float:
        """Expected money spent, undiscounted, on all work or on one activity."""
        tree = self.instance.tree
        works = (work for work in self.plan.works if activity in (None, work.activity))
        return float(sum(tree[work.node].probability * (work.spend + work.setup) for work in works))

    def paid(self, funder: str) -> float:
        """Expected money that a tranche pays, fees included."""
        tree = self.instance.tree
        return float(
            sum(tree[each.node].probability * each.amount for each in self.plan.payments if each.funder == funder)
        )

    def paths(self) -> dict[str, tuple[int, ...]]:
        """The nodes of each future by its scenario; the name is empty where the future is certain."""
        tree = self.instance.tree
        return {tree[leaf].scenarios[0]: tree.path(leaf) for leaf in tree.leaves}

    def label(self, node: int) -> str:
        return self.instance.calendar.label(self.instance.tree[node].period)


@dataclass(frozen=True)
class Difference:
    """What the second plan does otherwise. Money is expected, undiscounted, in currency units.

    ``changes`` are sorted: signings, then work by what it costs in either plan, the dearest first. ``payers`` holds the
    tranches that pay another amount: (before, after).
    """

    changes: tuple[Change, ...]
    cost_before: float
    cost_after: float
    payers: dict[str, tuple[float, float]]

    @property
    def same(self) -> bool:
        """Whether the plans do the same at the same time; what they spend on it may still differ."""
        return not self.changes


def compare(before: Side, after: Side) -> Difference:
    """What ``after`` does otherwise than ``before``, in the futures that both know."""
    old, new = before.paths(), after.paths()
    shared = [scenario for scenario in old if scenario in new]
    found = {
        scenario: [
            *_signings(before, after, old[scenario], new[scenario]),
            *_works(before, after, old[scenario], new[scenario]),
        ]
        for scenario in shared
    }
    size = {
        each.name: max(before.cost(each.name), after.cost(each.name)) for changes in found.values() for each in changes
    }
    changes = sorted(merged(found), key=lambda each: (not each.signing, -size[each.name], each.name))
    funders = dict.fromkeys(funder.name for side in (before, after) for funder in side.instance.funders)
    payers = {name: (before.paid(name), after.paid(name)) for name in funders}
    return Difference(
        tuple(changes),
        before.cost(),
        after.cost(),
        {name: pair for name, pair in payers.items() if pair[0] != pair[1]},
    )


def _works(before: Side, after: Side, old: tuple[int, ...], new: tuple[int, ...]) -> Iterator[Change]:
    courses, others = _courses(before, old), _courses(after, new)
    for name in dict.fromkeys([*courses, *others]):
        if found := change(name, courses.get(name, {}), others.get(name, {})):
            yield found


def _courses(side: Side, path: tuple[int, ...]) -> dict[str, Course]:
    """The course of each work on a path."""
    on_path = set(path)
    found: dict[str, dict[str, float | None]] = {}
    for work in side.plan.works:
        if work.node in on_path:
            found.setdefault(work.activity, {})[side.label(work.node)] = work.output
    return dict(found)


def _signings(before: Side, after: Side, old: tuple[int, ...], new: tuple[int, ...]) -> Iterator[Change]:
    signed, others = _signed(before, old), _signed(after, new)
    for name in dict.fromkeys([*signed, *others]):
        first, then = signed.get(name, ""), others.get(name, "")
        if first != then:
            yield Change(
                "moved" if first and then else "dropped" if first else "added", name, first, then, signing=True
            )


def _signed(side: Side, path: tuple[int, ...]) -> dict[str, str]:
    on_path = set(path)
    return {each.milestone: side.label(each.node) for each in side.plan.signings if each.node in on_path}
