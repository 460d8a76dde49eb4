"""Random sound plans, built forward by rules of thumb of their own, and small edits to spoil them with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from math import floor
from random import Random
from typing import Any

from models.audit import replay
from models.instance import Instance, exact
from models.kinds import CHANNELS
from models.plan import Bonus, Grant, Plan, Transfer, Work
from models.records import Activity, Record
from tests.models.audit import world

type Works = set[tuple[str, int]]


@dataclass(frozen=True)
class Case:
    """An instance and a sound plan for it."""

    records: tuple[Record, ...]
    instance: Instance
    plan: Plan

    def amended(self, *extra: Record) -> Case:
        """The same plan for an instance that says more (still sound, if the plan honours it)."""
        rows = (*self.records, *extra)
        return Case(rows, Instance(rows), self.plan)

    def planned(self, plan: Plan) -> Case:
        return replace(self, plan=plan)


def part_or_all(rng: Random) -> float:
    return rng.choice((0.4, 1.0))


def everything(rng: Random) -> float:
    return 1.0


@cache
def sound(
    seed: int,
    *,
    share: Callable[[Random], float] = part_or_all,
    without: tuple[str, ...] = (),
    rows: tuple[Record, ...] = (),
    **options: Any,
) -> Case:
    """A sound plan for a random instance; it states outputs, bonuses and transfers, each ``share`` of the greatest.

    Activities named in ``without`` do not run; the last word of ``rows`` counts where rule settings repeat.
    """
    rng = Random(seed)
    records = (*world.records(rng, **options), *rows)
    instance = Instance(records)
    on = {work for work in runs(instance, rng) if work[0] not in without}
    spending = {key: _spending(instance, rng, key[0]) for key in sorted(on)}  # a set has another order in each process
    plan = priced(instance, spending)
    return Case(records, instance, stated(instance, plan, lambda: share(rng)))


def runs(instance: Instance, rng: Random) -> Works:
    """Runs that keep to windows, lengths, numbers and votes. Free work stays off."""
    on: Works = set()
    for activity in instance.activities:
        if not activity.name.startswith("free "):
            _grow(instance, rng, activity, on)
    return on


def _grow(instance: Instance, rng: Random, activity: Activity, on: Works) -> None:
    """Parents first: keep on while the run must or may last, start where it may."""
    window, tree = instance.window(activity), instance.tree
    least, most = instance.run_min(activity), instance.run_max(activity) or 99
    age: dict[int | None, int] = {None: 99 if activity.status == "running" else 0}
    runs: dict[int | None, int] = {None: int(activity.status == "running")}
    for node in tree:
        before, count = age[node.parent], runs[node.parent]
        now = before % 99 + 1 if before else 0
        if before and (before < least or (now <= most and node.period in window and rng.random() < 0.7)):
            age[node.index] = now if before < 99 else 99 + now
        else:
            fits = window.start <= node.period and node.period + least <= window.stop and count < activity.repeats
            starts = not before and fits and rng.random() < 0.5 and not _banned(instance, activity, node.index)
            age[node.index] = int(starts)
            count += starts
        runs[node.index] = count
        if age[node.index]:
            on.add((activity.name, node.index))


def _banned(instance: Instance, activity: Activity, node: int) -> bool:
    if activity.track != "T1" or activity.kind in CHANNELS:
        return False
    voters = [activity.sponsor] if activity.sponsor else activity.parties
    return any(instance.blackout(who, node) >= Fraction(1, 2) for who in voters if who)


def _spending(instance: Instance, rng: Random, name: str) -> int:
    least, most = instance.spending(instance.activity(name))
    return rng.choice((least, most, rng.randint(least, most)))


def priced(instance: Instance, spending: Mapping[tuple[str, int], int]) -> Plan:
    """A plan that pays for all work from the bank and states no outputs."""
    works: list[Work] = []
    grants: list[Grant] = []
    for (name, node), spend in sorted(spending.items(), key=lambda item: (item[0][1], item[0][0])):
        activity, parent = instance.activity(name), instance.tree[node].parent
        was_on = activity.status == "running" if parent is None else (name, parent) in spending
        setup = 0 if was_on else instance.setup(activity)
        works.append(Work(name, node, spend, setup, None, not was_on))
        if spend + setup:
            grants.append(Grant("bank", name, node, spend + setup))
    return Plan(tuple(works), tuple(grants))


def stated(instance: Instance, plan: Plan, share: Callable[[], float] = lambda: 1.0) -> Plan:
    """The plan with its outputs, bonuses and transfers written out, to nine decimals, each a share of the greatest."""
    for turn in range(4):
        state = replay(instance, plan)
        works = tuple(
            replace(work, output=nine(state.output[work.activity, work.node] * _part(share)))
            if work.output is None and _turn(instance.activity(work.activity)) == turn
            else work
            for work in plan.works
        )
        plan = replace(plan, works=works)
    state = replay(instance, plan)
    bonuses = tuple(
        Bonus(link, node, nine(level * _part(share))) for (link, node), level in state.bonus.items() if level
    )
    plan = replace(plan, bonuses=bonuses)
    state = replay(instance, plan)
    transfers = tuple(
        Transfer(conflict, node, nine(amount * _part(share)), link)
        for (conflict, link, node), amount in state.transfer.items()
        if amount
    )
    return replace(plan, transfers=transfers)


def _turn(activity: Activity) -> int:
    """Work on whose output the cap of other work rests is stated first."""
    if activity.unofficial:
        return 1 if activity.kind == "fact_finding" or activity.seats else 0
    if activity.track == "T1.5":
        return 2
    return 1 if activity.kind in ("carrot", "stick", "sanction") else 3


def _part(share: Callable[[], float]) -> Fraction:
    return exact(share())


def nine(number: Fraction) -> float:
    """Rounded down to nine decimals."""
    return floor(number * 10**9) / 10**9


# --- edits ------------------------------------------------------------------------------------------------------------


def restated(instance: Instance, plan: Plan, share: Callable[[], float] = lambda: 1.0) -> Plan:
    """The plan with its outputs, bonuses and transfers stated anew."""
    works = tuple(replace(work, output=None) for work in plan.works)
    return stated(instance, replace(plan, works=works, bonuses=None, transfers=None), share)


def with_output(plan: Plan, activity: str, node: int, output: float) -> Plan:
    return edited(plan, activity, node, output=output)


def edited(plan: Plan, activity: str, node: int, **changes: object) -> Plan:
    """The plan with some fields of one work changed."""
    works = tuple(
        replace(work, **changes) if (work.activity, work.node) == (activity, node) else work  # type: ignore[arg-type]
        for work in plan.works
    )
    return replace(plan, works=works)


def with_free(instance: Instance, plan: Plan, name: str, nodes: Collection[int], output: float = 0.0) -> Plan:
    """The plan with free work running exactly at ``nodes``, doing nothing unless ``output`` says so."""
    kept = tuple(work for work in plan.works if work.activity != name)
    parents = {node: instance.tree[node].parent for node in nodes}
    free = tuple(Work(name, node, 0, 0, output, parents[node] not in nodes) for node in sorted(nodes))
    return replace(plan, works=kept + free)


def without_work(plan: Plan, *names: str) -> Plan:
    """The plan without some activities and the payments for them."""
    return replace(
        plan,
        works=tuple(work for work in plan.works if work.activity not in names),
        grants=tuple(grant for grant in plan.grants if grant.activity not in names),
    )


def paid_by(plan: Plan, activity: str, node: int, payments: Mapping[str, int]) -> Plan:
    """The plan with the payments for one work replaced."""
    kept = tuple(grant for grant in plan.grants if (grant.activity, grant.node) != (activity, node))
    return replace(
        plan, grants=kept + tuple(Grant(who, activity, node, sum_) for who, sum_ in payments.items() if sum_)
    )


def whole_tree(instance: Instance) -> list[int]:
    return list(range(len(instance.tree)))
