"""Nobody pays what they do not have; some money waits, some expires (K8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from models.audit.state import Replay
from models.audit.violation import Violation, words
from models.instance import exact
from models.records import Funder

NAME = "budget"


class Account(NamedTuple):
    """What a tranche has paid on the path to a node, and the most it may have: in its window, or after it."""

    node: int
    late: bool
    paid: int
    limit: Fraction


def check(replay: Replay) -> Iterator[Violation]:
    for funder in replay.instance.funders:
        paid = payments(replay, funder)
        first = first_period(replay, funder)
        for account in accounts(replay, funder, paid) if paid else ():
            node, amount = account.node, paid[account.node]
            if amount and replay.facts.tree[node].period < first:
                yield Violation(NAME, node, funder.name, f"no payment before period {first + 1}", str(amount))
            if amount and account.paid > account.limit:
                when = "after its window" if account.late else "so far"
                limit = words(max(account.limit, Fraction(0)))
                yield Violation(NAME, node, funder.name, f"payments of at most {limit} {when}", str(account.paid))


def payments(replay: Replay, funder: Funder) -> defaultdict[int, int]:
    """What the tranche pays at each node."""
    paid: defaultdict[int, int] = defaultdict(int)
    for grant in replay.plan.grants:
        if grant.funder == funder.name and 0 <= grant.node < len(replay.facts.tree):
            paid[grant.node] += grant.amount
    return paid


def accounts(replay: Replay, funder: Funder, paid: defaultdict[int, int]) -> Iterator[Account]:
    """The account at every node: after the window only the carried share of what was left may be paid."""
    last, carried = last_period(replay, funder), exact(funder.carry_over)
    within: dict[int | None, int] = {None: 0}
    after: dict[int | None, int] = {None: 0}
    for node in replay.facts.tree:
        n, late = node.index, node.period > last
        within[n] = within[node.parent] + (0 if late else paid[n])
        after[n] = after[node.parent] + (paid[n] if late else 0)
        if late:
            yield Account(n, late, after[n], carried * (funder.amount - within[n]))
        else:
            yield Account(n, late, within[n], Fraction(funder.amount))


def first_period(replay: Replay, funder: Funder) -> int:
    """First period in which the tranche may pay: that of its date, before the horizon or not, plus the lead time."""
    begin = 0 if funder.begin is None else replay.instance.calendar.period_of(funder.begin.first)
    return begin + ceil(exact(funder.lead_time) / replay.instance.quarters)


def last_period(replay: Replay, funder: Funder) -> int:
    calendar = replay.instance.calendar
    return calendar.number - 1 if funder.end is None else calendar.period_of(funder.end.last)
