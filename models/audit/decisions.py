"""What a plan decides, indexed; what names nothing in the instance is left out, for the checks to report."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import isfinite

from models.audit.facts import Facts
from models.instance import exact
from models.plan import Plan, Work
from models.records import Activity

type Carried = tuple[str, str, int]
"""Conflict, link (empty: default capacity), node."""


@dataclass(frozen=True)
class Decisions:
    """Decisions of a plan; ``at`` are the works that run at each node.

    An output of None, or ``transfers`` or ``bonuses`` of None, mean as much as is allowed.
    """

    facts: Facts
    works: dict[tuple[str, int], Work]
    at: tuple[tuple[Activity, ...], ...]
    output: dict[tuple[str, int], Fraction | None]
    transfers: dict[Carried, Fraction] | None
    bonuses: dict[tuple[str, int], Fraction] | None
    signed: frozenset[tuple[str, int]]

    def on(self, activity: str, node: int | None) -> bool:
        """Whether it runs; before the root (None) only work that was running does."""
        if node is None:
            return self.facts.activities[activity].status == "running"
        return (activity, node) in self.works

    def of(self, conflict: str, node: int) -> tuple[Activity, ...]:
        """Works of a conflict that run at the node."""
        return self._of.get((conflict, node), ())

    @cached_property
    def _of(self) -> dict[tuple[str, int], tuple[Activity, ...]]:
        found: dict[tuple[str, int], list[Activity]] = {}
        for node, works in enumerate(self.at):
            for activity in works:
                found.setdefault((activity.conflict, node), []).append(activity)
        return {key: tuple(works) for key, works in found.items()}

    def starts(self, activity: str, node: int) -> bool:
        """Whether it runs at ``node`` and did not run the period before."""
        return self.on(activity, node) and not self.on(activity, self.facts.tree[node].parent)


def decisions(facts: Facts, plan: Plan) -> Decisions:
    """Index ``plan``; of entries given twice the first counts (the checks refuse the second)."""
    size = len(facts.tree)
    works: dict[tuple[str, int], Work] = {}
    for work in plan.works:
        if work.activity in facts.activities and 0 <= work.node < size:
            works.setdefault((work.activity, work.node), work)
    at: list[list[Activity]] = [[] for _ in range(size)]
    for name, node in sorted(works, key=lambda key: facts.order[key[0]]):
        at[node].append(facts.activities[name])
    return Decisions(
        facts,
        works,
        tuple(tuple(each) for each in at),
        {key: None if work.output is None else _number(work.output) for key, work in works.items()},
        None
        if plan.transfers is None
        else {(row.conflict, row.link, row.node): _number(row.amount) for row in reversed(plan.transfers)},
        None if plan.bonuses is None else {(row.link, row.node): _number(row.level) for row in reversed(plan.bonuses)},
        frozenset((signing.milestone, signing.node) for signing in plan.signings),
    )


def _number(value: float) -> Fraction:
    """The decimal that is printed; what is no finite number counts as nothing (the checks refuse it)."""
    return exact(value) if isfinite(value) else Fraction(0)
