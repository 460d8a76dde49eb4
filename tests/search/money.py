"""Rules of money and of scarce people, as rows of the linear remainder; one function per rule."""

from __future__ import annotations

from collections.abc import Collection
from math import ceil

from models.instance import exact
from models.records import Activity, Funder
from tests.search.remainder import Remainder, Term


def first_payment(lp: Remainder, funder: Funder) -> int:
    begin = 0 if funder.begin is None else lp.instance.calendar.period_of(funder.begin.first)
    return begin + ceil(exact(funder.lead_time) / lp.q)


def last_regular(lp: Remainder, funder: Funder) -> int:
    return lp.instance.calendar.number - 1 if funder.end is None else lp.instance.calendar.period_of(funder.end.last)


def budget(lp: Remainder) -> None:
    for funder in lp.instance.funders:
        amount, over = funder.amount, exact(funder.carry_over)
        for here in lp.tree:
            # Money that is raised comes by and by, so every node has its own account.
            path, last = lp.tree.path(here.index), min(here.period, last_regular(lp, funder))
            regular: list[Term] = []
            later: list[Term] = []
            for activity, node in lp.cells:
                if node in path:
                    key = ("grant", funder.name, activity.name, node)
                    period = lp.tree[node].period
                    if period < first_payment(lp, funder):
                        lp.row([(key, 1)], high=0)
                    else:
                        (later if period > last_regular(lp, funder) else regular).append((key, 1))
            come = [(key, -brings) for key, brings in raised(lp, funder, path, last)]
            lp.row([*regular, *come], high=amount)
            lp.row([*later, *((key, over * part) for key, part in [*regular, *come])], high=over * amount)


def raised(lp: Remainder, funder: Funder, path: Collection[int], last: int) -> list[Term]:
    """What work on the path has brought to a tranche by the period ``last`` (rule ``fundraising``)."""
    if "fundraising" not in lp.rules:
        return []
    share, lag = (lp.instance.parameter("fundraising", word) for word in ("yield", "lag"))
    periods = max(1, ceil(lag / lp.q))
    return [
        (("output", work.name, node), share * exact(amount) * lp.q)
        for work, node in lp.cells
        for name, amount in work.raises
        if name == funder.name and work.track == "T8" and node in path and lp.tree[node].period + periods <= last
    ]


TRACK_WORDS = frozenset({"T1", "T1.5", *(f"T{number}" for number in range(2, 10))})


def may_pay(lp: Remainder, funder: Funder, activity: Activity) -> bool:
    words = set(funder.pays_for)
    if not words or activity.name in words:
        return True
    tracks = words & TRACK_WORDS
    conflicts = words & {conflict.name for conflict in lp.instance.conflicts}
    tags = words - tracks - conflicts - {work.name for work in lp.instance.activities}
    asked: list[tuple[set[str], set[str]]] = [
        (tracks, {activity.track}),
        (conflicts, {activity.conflict}),
        (tags, set(activity.tags)),
    ]
    return bool(tracks | conflicts | tags) and all(named & own for named, own in asked if named)


def earmark(lp: Remainder) -> None:
    """Smallest payments are left to the search."""
    for activity, node in lp.cells:
        for funder in lp.instance.funders:
            if not may_pay(lp, funder, activity):
                lp.row([(("grant", funder.name, activity.name, node), 1)], high=0)
    for giver in {funder.giver for funder in lp.instance.funders}:
        tranches = [funder for funder in lp.instance.funders if funder.giver == giver]
        share = min(exact(funder.largest_share) for funder in tranches)
        for activity in lp.instance.activities:
            for leaf in lp.tree.leaves:
                row: list[Term] = []
                for work, node in lp.cells:
                    if work is activity and node in lp.tree.path(leaf):
                        row += [(("grant", funder.name, work.name, node), 1) for funder in tranches]
                        row.append((("spend", work.name, node), -share))
                        row.append((("start", work.name, node), -share * lp.instance.setup(work)))
                if share < 1:
                    lp.row(row, high=0)


def capacity(lp: Remainder) -> None:
    for name in {row.name for row in lp.instance.capacities}:
        for node in lp.tree:
            rows = [
                row
                for row in lp.instance.capacities
                if row.name == name
                and node.period in lp.instance.calendar.window(row.begin, row.end)
                and lp.instance.holds(row.scenario, node.index)
            ]
            used = [
                (("on", work.name, there), exact(amount))
                for work, there in lp.cells
                for what, amount in work.uses
                if there == node.index and what == name
            ]
            if rows and used:
                lp.row(used, high=sum(exact(row.amount) for row in rows))
