from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from math import ceil, floor
from random import Random
from typing import Any

from models.instance import Instance
from models.plan import Plan
from models.records import Conflict, Funder, Limit, RuleSetting, Scenario
from tests.models.audit.by_hand import BANK, build, horizon, planned, work
from tests.models.audit.sound import Case, edited, paid_by, sound
from tests.models.audit.spoiling import FEW, HALF, overlooked, refuses

OTHER = Funder(name="other", amount=10**6)


def spent(instance: Instance, plan: Plan, leaf: int, tracks: Collection[str]) -> int:
    path = instance.tree.path(leaf)
    rows = (row for row in plan.works if row.node in path)
    return sum(row.spend + row.setup for row in rows if instance.activity(row.activity).track in tracks)


def limit(kind: str, amount: float, **given: Any) -> Limit:
    return Limit(name="quota", conflict="X", kind=kind, who=("T4",), of=("T2", "T4"), amount=amount, hard=True, **given)


def dearer(case: Case, leaf: int, tracks: Collection[str]) -> Iterator[Plan]:
    """Plans in which one work on the path costs more, a unit or as much as it may."""
    for row in case.plan.works:
        activity = case.instance.activity(row.activity)
        room = case.instance.spending(activity)[1] - row.spend
        if room and row.node in case.instance.tree.path(leaf) and activity.track in tracks:
            for more in {1, room}:
                spend = row.spend + more
                plan = edited(case.plan, row.activity, row.node, spend=spend)
                yield paid_by(plan, row.activity, row.node, {"bank": spend + row.setup})


def quota(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Shares just kept; then other work, or the work itself, costs more."""
    case = sound(seed)
    instance, leaves = case.instance, case.instance.tree.leaves
    shares = {}
    for leaf in leaves:
        if both := spent(instance, case.plan, leaf, ("T2", "T4")):
            shares[leaf] = Fraction(spent(instance, case.plan, leaf, ("T4",)), both)
    if not shares or not 0 < min(shares.values()) <= max(shares.values()) < 1:
        return
    poorest, richest = min(shares, key=lambda leaf: shares[leaf]), max(shares, key=lambda leaf: shares[leaf])
    least = case.amended(limit("least", floor(shares[poorest] * 10**9) / 10**9))
    yield from ((least, plan) for plan in list(dearer(least, poorest, ("T2",)))[:2])
    most = case.amended(limit("most", ceil(shares[richest] * 10**9) / 10**9))
    yield from ((most, plan) for plan in list(dearer(most, richest, ("T4",)))[:2])


def of_a_donor(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A donor may pay at most a tenth of all that is spent on the two tracks."""
    case = sound(seed, rows=(OTHER, limit("most", 0.1, payers=("other",))))
    for row in case.plan.works:
        if case.instance.activity(row.activity).track == "T4" and row.spend:
            leaves = [leaf for leaf in case.instance.tree.leaves if row.node in case.instance.tree.path(leaf)]
            most = min(spent(case.instance, case.plan, leaf, ("T2", "T4")) for leaf in leaves) // 10
            cost = row.spend + row.setup
            if most < cost:
                fair = paid_by(case.plan, row.activity, row.node, {"other": most, "bank": cost - most})
                more = paid_by(case.plan, row.activity, row.node, {"other": most + 1, "bank": cost - most - 1})
                yield case.planned(fair), more


def test_hard_shares() -> None:
    refuses("share", quota, at_least=HALF)


def test_what_one_donor_may_pay() -> None:
    refuses("share", of_a_donor, at_least=FEW)


def amiss(seed: int) -> Case:
    """Too much of little money goes to one work, on some paths."""
    rng = Random(seed)
    rows = (
        horizon(4, discount=0.1),
        Scenario(name="calm", probability=0.7),
        Scenario(name="storm", probability=0.3, branches_from="calm", known="2006-Q3"),
        Conflict(name="X"),
        work("school", social=0.05),
        work("court", "T5", structural=0.05),
        Limit(name="quota", conflict="X", kind=rng.choice(("least", "most")), who=("school",), amount=0.5),
        RuleSetting(name="share", kind="cost", amount=5),
    )
    instance = build(*rows)
    nodes = {name: sorted(rng.sample(range(6), rng.choice((1, 3, 5)))) for name in ("school", "court")}
    return Case((*rows, BANK), instance, planned(instance, nodes))


def test_a_score_that_overlooks_a_gap() -> None:
    overlooked("share", amiss)
