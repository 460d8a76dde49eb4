from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from random import Random

from models.instance import Instance, exact
from models.plan import Grant, Plan
from models.records import Funder
from tests.models.audit.sound import Case, edited, sound
from tests.models.audit.spoiling import THIRD, refuses


def funded(seed: int) -> Case:
    """A sound plan whose tranches hold just what it needs: one carries half over, one starts late, one is a bank."""
    case = sound(seed)
    rng, instance = Random(seed), case.instance
    periods = instance.calendar.number
    end, begin = rng.randint(1, periods - 3), rng.randint(1, periods - 2)
    tranches = {
        "bank": Funder(name="bank", amount=0),
        "early": Funder(name="early", amount=0, end=instance.calendar.label(end), carry_over=0.5),
        "late": Funder(
            name="late",
            amount=0,
            begin=instance.calendar.label(begin),
            lead_time=float(instance.quarters) / 2,
        ),
    }
    grants = []
    for grant in case.plan.grants:
        late = instance.tree[grant.node].period >= begin + 1
        payer = rng.choice(["bank", "early", *(["late"] if late else [])])
        grants.append(replace(grant, funder=payer))
    plan = replace(case.plan, grants=tuple(grants))
    rows = [row for row in case.records if not isinstance(row, Funder)]
    rows += [row.model_copy(update={"amount": needed(instance, plan, row, end)}) for row in tranches.values()]
    return Case(tuple(rows), Instance(rows), plan)


def needed(instance: Instance, plan: Plan, funder: Funder, end: int) -> int:
    return max(path_sums(instance, plan, funder, end).values())


def path_sums(instance: Instance, plan: Plan, funder: Funder, end: int) -> dict[int, int]:
    """For every leaf the amount its path needs; what is paid after the window weighs by what is carried over."""
    paid: defaultdict[int, int] = defaultdict(int)
    for grant in plan.grants:
        if grant.funder == funder.name:
            paid[grant.node] += grant.amount
    sums = {}
    for leaf in instance.tree.leaves:
        path = instance.tree.path(leaf)
        after = sum(paid[node] for node in path if instance.tree[node].period > end) if funder.name == "early" else 0
        within = sum(paid[node] for node in path) - after
        sums[leaf] = within + (ceil(after / exact(funder.carry_over)) if after else 0)
    return sums


def one_unit_more(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A unit more is spent, and paid by a tranche that has no unit left on that path."""
    case = funded(seed)
    for funder in case.instance.funders:
        end = case.instance.calendar.window(None, funder.end).stop - 1
        sums = path_sums(case.instance, case.plan, funder, end)
        leaf = max(sums, key=sums.__getitem__)
        path = case.instance.tree.path(leaf)
        for grant in case.plan.grants:
            work = case.plan.work()[grant.activity, grant.node]
            most = case.instance.spending(case.instance.activity(work.activity))[1]
            if grant.funder == funder.name and grant.node in path and work.spend < most:
                dearer = edited(case.plan, work.activity, work.node, spend=work.spend + 1)
                yield case, repaid(dearer, grant, grant.funder, grant.amount + 1)
                break


def too_early(seed: int) -> Iterator[tuple[Case, Plan]]:
    """The late tranche pays in the period before its lead time is over."""
    case = funded(seed)
    calendar = case.instance.calendar
    begin = next(calendar.window(row.begin, None).start for row in case.instance.funders if row.name == "late")
    for grant in case.plan.grants:
        if case.instance.tree[grant.node].period == begin and grant.funder != "late":
            yield case, repaid(case.plan, grant, "late", grant.amount)


def too_late(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A tranche that carries nothing over pays a period after its end."""
    case = funded(seed)
    number = case.instance.calendar.number
    end = case.instance.calendar.label(number - 2)
    case = case.amended(Funder(name="expiring", amount=10**9, end=end))
    for grant in case.plan.grants:
        if case.instance.tree[grant.node].period == number - 1:
            yield case, repaid(case.plan, grant, "expiring", grant.amount)


def repaid(plan: Plan, grant: Grant, payer: str, amount: int) -> Plan:
    changed = replace(grant, funder=payer, amount=amount)
    return replace(plan, grants=tuple(changed if row == grant else row for row in plan.grants))


def test_a_unit_nobody_has() -> None:
    refuses("budget", one_unit_more, at_least=THIRD)


def test_money_that_has_not_come_yet() -> None:
    refuses("budget", too_early, at_least=THIRD)


def test_money_that_has_expired() -> None:
    refuses("budget", too_late, at_least=THIRD)
