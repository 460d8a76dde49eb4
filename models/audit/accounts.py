"""What tranches have paid, raised and may pay: in their window all they have, later the carried share of the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words
from models.instance import exact
from models.records import Activity, Funder

FUNDRAISING = "fundraising"


class Account(NamedTuple):
    """What a tranche has paid on the path to a node, and the most it may have: in its window, or after it.

    ``doubt`` is the money that hangs on the last millionth of the outputs by which it is raised.
    """

    node: int
    late: bool
    paid: int
    limit: Fraction
    doubt: Fraction


class Raised(NamedTuple):
    """Money raised so far that can be paid out, and what full output would have raised."""

    money: Fraction
    hoped: Fraction


def payments(replay: Replay, funder: Funder) -> defaultdict[int, int]:
    """What the tranche pays at each node, fees included."""
    paid: defaultdict[int, int] = defaultdict(int)
    for grant in replay.plan.payments:
        if grant.funder == funder.name and 0 <= grant.node < len(replay.facts.tree):
            paid[grant.node] += grant.amount
    return paid


def accounts(replay: Replay, funder: Funder, paid: defaultdict[int, int]) -> Iterator[Account]:
    """The account at every node: after the window only the carried share of what was left may be paid."""
    last, carried = last_period(replay, funder), exact(funder.carry_over)
    within: dict[int | None, int] = {None: 0}
    after: dict[int | None, int] = {None: 0}
    raised: dict[int | None, Raised] = {None: Raised(Fraction(0), Fraction(0))}
    raisers, own = raising(replay, funder), Fraction(funder.amount)
    for node in replay.facts.tree:
        n, late = node.index, node.period > last
        within[n] = within[node.parent] + (0 if late else paid[n])
        after[n] = after[node.parent] + (paid[n] if late else 0)
        has, doubt = own, Fraction(0)
        if raisers:
            raised[n] = raised[node.parent] if late else _raised(replay, raisers, raised[node.parent], n)
            has, doubt = own + raised[n].money, TOLERANCE * raised[n].hoped
        if late:
            yield Account(n, late, after[n], carried * (has - within[n]), carried * doubt)
        else:
            yield Account(n, late, within[n], has, doubt)


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


def _raised(replay: Replay, raisers: tuple[tuple[Activity, Fraction], ...], before: Raised, node: int) -> Raised:
    """With the money that was raised some periods before and can be paid out from this node on."""
    lag = max(1, ceil(replay.facts.parameter[FUNDRAISING, "lag"] / replay.instance.quarters))
    at = replay.facts.tree.ancestor(node, lag)
    if at is None:
        return before
    came = [(money, replay.output[work.name, at]) for work, money in raisers if replay.decisions.on(work.name, at)]
    money = sum((money * output for money, output in came), before.money)
    return Raised(money, sum((money for money, _ in came), before.hoped))


def overdrawn(replay: Replay, rule: str, funders: tuple[Funder, ...]) -> Iterator[Violation]:
    """Payments of tranches above what they may have paid, under the word ``rule``; money of their own is exact."""
    for funder in funders:
        paid = payments(replay, funder)
        for account in accounts(replay, funder, paid) if paid else ():
            if paid[account.node] and account.paid > account.limit and account.paid > account.limit + account.doubt:
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
