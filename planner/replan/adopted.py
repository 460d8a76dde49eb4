"""The adopted plan at a date: what has happened, what is promised, and the plan as it would be carried on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from models.audit import replay
from models.instance import Instance
from models.plan import Bonus, Plan, Transfer, Work

_SCALE = 1_000_000_000
"""Shares have nine decimals, rounded down: never more than counts."""


class _AtNode(Protocol):
    """What a plan decides at a node."""

    @property
    def node(self) -> int: ...


def joined(instance: Instance, past: Plan, future: Plan, begin: int) -> Plan:
    """``past`` before the period ``begin``, ``future`` from it on; work that now starts there, or goes on, says so."""

    def spliced[Row: _AtNode](before: tuple[Row, ...], after: tuple[Row, ...]) -> tuple[Row, ...]:
        period = [node.period for node in instance.tree]
        kept = [each for each in before if period[each.node] < begin]
        kept += [each for each in after if period[each.node] >= begin]
        return tuple(sorted(kept, key=lambda each: each.node))

    works = spliced(past.works, future.works)
    running = {(work.activity, work.node) for work in works}
    no_transfers, no_bonuses = None in (past.transfers, future.transfers), None in (past.bonuses, future.bonuses)
    return Plan(
        works=tuple(
            _begun(instance, work, running) if instance.tree[work.node].period == begin else work for work in works
        ),
        grants=spliced(past.grants, future.grants),
        signings=spliced(past.signings, future.signings),
        transfers=None if no_transfers else spliced(past.transfers or (), future.transfers or ()),
        bonuses=None if no_bonuses else spliced(past.bonuses or (), future.bonuses or ()),
        without=future.without,
        fees=spliced(past.fees, future.fees),
    )


def _begun(instance: Instance, work: Work, running: set[tuple[str, int]]) -> Work:
    """The work with its start as it is after what happened before."""
    activity, parent = instance.activity(work.activity), instance.tree[work.node].parent
    before = activity.status == "running" if parent is None else (work.activity, parent) in running
    if work.start is not before:
        return work
    return replace(work, start=not before, setup=0 if before else instance.setup(activity))


def counted(instance: Instance, plan: Plan, objective: str) -> Plan:
    """The same runs, money and signings, with what counts of their outputs, transfers and bonuses in this instance."""
    found = replay(instance, plan, objective="cost" if objective == "cost" else "progress")

    def down(share: object) -> float:
        return int(share * _SCALE) / _SCALE  # type: ignore[operator]

    return replace(
        plan,
        works=tuple(replace(each, output=down(found.output[each.activity, each.node])) for each in plan.works),
        transfers=tuple(
            Transfer(conflict, node, down(amount), link)
            for (conflict, link, node), amount in sorted(found.transfer.items(), key=lambda each: each[0][2])
            if amount * _SCALE >= 1
        ),
        bonuses=tuple(
            Bonus(link, node, down(level))
            for (link, node), level in sorted(found.bonus.items(), key=lambda each: each[0][1])
            if level * _SCALE >= 1
        ),
    )


def promised(instance: Instance, plan: Plan, begin: int) -> tuple[Work, ...]:
    """What is left of work that was begun before the period ``begin`` and still runs in it, at most at the money that
    may be spent now."""
    works, tree = plan.work(), instance.tree

    def rest(work: Work) -> Iterator[Work]:
        _, greatest = instance.spending(instance.activity(work.activity))
        yield replace(work, spend=min(work.spend, greatest))
        for child in tree.children[work.node]:
            following = works.get((work.activity, child))
            if following is not None and not following.start:
                yield from rest(following)

    begun = [work for work in plan.works if tree[work.node].period == begin and not work.start]
    return tuple(each for work in begun for each in rest(work))


def possible(instance: Instance, works: tuple[Work, ...]) -> tuple[Work, ...]:
    """The works that lie within their windows in the instance as it is now."""
    windows = {name: instance.window(instance.activity(name)) for name in {work.activity for work in works}}
    return tuple(work for work in works if instance.tree[work.node].period in windows[work.activity])
