from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from models.plan import Plan
from models.records import Activity, Funder
from tests.models.audit.sound import Case, paid_by, sound, with_free
from tests.models.audit.spoiling import refuses

APPEAL = Activity(
    name="free appeal",
    conflict="X",
    track="T8",
    kind="fundraising",
    spend_max=9,
    run_min=0.1,
    repeats=50,
    response=((0, 0.5), (9, 1)),
    raises=(("fund", 90.0),),
)
OPEN = Funder(name="fund", amount=10)
SHUT = Funder(name="fund", amount=10, end="2006-12-31", carry_over=0.5)


def raised(case: Case, appeals: set[int], node: int, last: int) -> Fraction:
    """Half of ninety a quarter of appeals at least two quarters ago, as far as it came in the window."""
    tree, quarters = case.instance.tree, case.instance.quarters
    lag = max(1, ceil(2 / quarters))
    period = min(tree[node].period, last)
    came = (at for at in tree.path(node) if at in appeals and tree[at].period + lag <= period)
    return sum((45 * quarters for _ in came), Fraction(0))


def more_than_came(seed: int) -> Iterator[tuple[Case, Plan]]:
    """All that the fund has by then pays for some work; then one unit more, or one appeal less."""
    for fund in (OPEN, SHUT):
        case = sound(seed, rows=(APPEAL, fund))
        instance = case.instance
        last = instance.calendar.number - 1 if fund.end is None else instance.calendar.period_of(fund.end.last)
        appeals = {node.index for node in instance.tree if node.period % 3 != 1}
        for work in case.plan.works:
            has = 10 + raised(case, appeals, work.node, last)
            if instance.tree[work.node].period > last:
                has /= 2
            most, cost = floor(has), work.spend + work.setup
            if cost <= most or has <= 10:
                continue
            paid = paid_by(case.plan, work.activity, work.node, {"fund": most, "bank": cost - most})
            rich = case.planned(with_free(instance, paid, APPEAL.name, appeals, 0.5))
            more = paid_by(rich.plan, work.activity, work.node, {"fund": most + 1, "bank": cost - most - 1})
            yield rich, more
            first = min(appeals)
            yield rich, with_free(instance, rich.plan, APPEAL.name, appeals - {first}, 0.5)
            break


def test_money_that_nobody_raised() -> None:
    refuses("fundraising", more_than_came)
