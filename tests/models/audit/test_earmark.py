from __future__ import annotations

from collections.abc import Iterator
from random import Random

from models.plan import Plan
from models.records import Activity, Funder
from tests.models.audit.sound import Case, paid_by, sound
from tests.models.audit.spoiling import THIRD, refuses

ROOMY = 10**9


def elsewhere(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A payment for work the tranche does not name and that fits only some of the kinds of words it gives."""
    case, rng = sound(seed), Random(seed)
    earmarks = (("T9",), ("workshop",), ("youth", "T1"), ("T1.5", "talks"), ("X", "youth", "T2"), ("press", "T1", "X"))
    words = rng.choice(earmarks)
    case = case.amended(Funder(name="picky", amount=ROOMY, pays_for=words))
    for grant in rng.sample(case.plan.grants, len(case.plan.grants)):
        activity = case.instance.activity(grant.activity)
        payments = {"picky": grant.amount}
        if fits(words, activity):
            case = case.planned(paid_by(case.plan, activity.name, grant.node, payments))
        else:
            yield case, paid_by(case.plan, activity.name, grant.node, payments)


def fits(words: tuple[str, ...], activity: Activity) -> bool:
    """By hand, for the earmarks above."""
    kind = (activity.track, "youth" in activity.tags)
    match words:
        case ("T9",):
            return activity.track == "T9"
        case ("workshop",):
            return activity.name == "workshop"
        case ("youth", "T1"):
            return kind == ("T1", True)
        case ("T1.5", "talks"):
            return activity.name == "talks" or activity.track == "T1.5"
        case ("X", "youth", "T2"):
            return kind == ("T2", True)
        case _:
            return activity.name == "press" or activity.track == "T1"


def crumbs(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A payment one unit below the smallest."""
    rng = Random(seed)
    smallest = rng.choice((2, 50))
    case = sound(seed).amended(Funder(name="generous", amount=ROOMY, smallest=smallest))
    for grant in rng.sample(case.plan.grants, len(case.plan.grants)):
        if grant.amount > smallest:
            split = {"generous": smallest, "bank": grant.amount - smallest}
            case = case.planned(paid_by(case.plan, grant.activity, grant.node, split))
            crumb = {"generous": smallest - 1, "bank": grant.amount - smallest + 1}
            yield case, paid_by(case.plan, grant.activity, grant.node, crumb)


def more_than_its_share(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Two tranches of one donor pay half of every cost, then a unit more than half of the cost on a path."""
    case = sound(seed).amended(
        Funder(name="one", amount=ROOMY, donor="D", largest_share=0.5),
        Funder(name="two", amount=ROOMY, donor="D", largest_share=0.5),
    )
    cost = {(grant.activity, grant.node): grant.amount for grant in case.plan.grants}
    plan = case.plan
    for (name, node), amount in cost.items():
        plan = paid_by(plan, name, node, {"two": amount // 2, "bank": amount - amount // 2})
    case = case.planned(plan)
    for name, leaf in cost:
        if leaf not in case.instance.tree.leaves:
            continue
        path = [node for node in case.instance.tree.path(leaf) if (name, node) in cost]
        limit = sum(cost[name, node] for node in path) // 2
        extra = limit + 1 - sum(cost[name, node] // 2 for node in path)
        own = cost[name, leaf] // 2
        if own + extra <= cost[name, leaf]:
            rest = cost[name, leaf] - own - extra
            yield case, paid_by(plan, name, leaf, {"one": extra, "two": own, "bank": rest})


def test_money_for_other_purposes() -> None:
    refuses("earmark", elsewhere, at_least=THIRD)


def test_crumbs() -> None:
    refuses("earmark", crumbs, at_least=THIRD)


def test_more_than_the_donors_share() -> None:
    refuses("earmark", more_than_its_share, at_least=THIRD)
