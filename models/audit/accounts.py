"""What tranches have paid, raised and may pay: in their window all they have, later the carried share of the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from models.audit.state import Replay
from models.audit.violation import Violation, words
from models.instance import exact
from models.records import Activity, Funder

FUNDRAISING = "fundraising"


class Account(NamedTuple):
    """What a tranche has paid on the path to a node, and the most it may have: in its window, or after it."""

    node: int
    late: bool
    paid: int
    limit: Fraction


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
    raised: dict[int | None, Fraction] = {None: Fraction(0)}
    raisers = raising(replay, funder)
    for node in replay.facts.tree:
        n, late = node.index, node.period > last
        within[n] = within[node.parent] + (0 if late else paid[n])
        after[n] = after[node.parent] + (paid[n] if late else 0)
        raised[n] = raised[node.parent] + (0 if late else _income(replay, raisers, n))
        has = funder.amount + raised[n]
        if late:
            yield Account(n, late, after[n], carried * (has - within[n]))
        else:
            yield Account(n, late, within[n], has)


def raising(replay: Replay, funder: Funder) -> tuple[tuple[Activity, Fraction], ...]:
    """Work on track 8 that raises money for the tranche, with how much it brings in a period of full output."""
    if not replay.awake(FUNDRAISING):
        return ()
    share = replay.facts.parameter[FUNDRAISING, "yield"] * replay.instance.quarters
    hoped = (
        (activity, sum((exact(money) for name, money in activity.raises if name == funder.name), Fraction(0)))
        for activity in replay.instance.activities
        if activity.track == "T8"
    )
    return tuple((activity, share * money) for activity, money in hoped if money)


def _income(replay: Replay, raisers: tuple[tuple[Activity, Fraction], ...], node: int) -> Fraction:
    """Money raised some periods before, which can be paid out from this node on."""
    if not raisers:
        return Fraction(0)
    lag = max(1, ceil(replay.facts.parameter[FUNDRAISING, "lag"] / replay.instance.quarters))
    at = replay.facts.tree.ancestor(node, lag)
    if at is None:
        return Fraction(0)
    return sum((money * replay.output.get((work.name, at), 0) for work, money in raisers), Fraction(0))


def overdrawn(replay: Replay, rule: str, funders: tuple[Funder, ...]) -> Iterator[Violation]:
    """Payments of tranches above what they may have paid, under the word ``rule``."""
    for funder in funders:
        paid = payments(replay, funder)
        for account in accounts(replay, funder, paid) if paid else ():
            if paid[account.node] and account.paid > account.limit:
                when = "after its window" if account.late else "so far"
                limit = words(max(account.limit, Fraction(0)))
                expected = f"payments of at most {limit} {when}"
                yield Violation(rule, account.node, funder.name, expected, str(account.paid))


def first_period(replay: Replay, funder: Funder) -> int:
    """First period in which the tranche may pay: that of its date, before the horizon or not, plus the lead time."""
    begin = 0 if funder.begin is None else replay.instance.calendar.period_of(funder.begin.first)
    return begin + ceil(exact(funder.lead_time) / replay.instance.quarters)


def last_period(replay: Replay, funder: Funder) -> int:
    calendar = replay.instance.calendar
    return calendar.number - 1 if funder.end is None else calendar.period_of(funder.end.last)
