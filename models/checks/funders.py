"""What one tranche, or one donor, says about its money."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from models.calendar import Calendar
from models.checks.draft import Draft
from models.checks.finding import Finding, at, money, number, where
from models.checks.spelling import fold
from models.instance import exact
from models.records import Activity, Funder


def funders(draft: Draft) -> Iterator[Finding]:
    rows = draft.of(Funder)
    if not rows and "funder" not in draft.known:
        yield at(None, None, "no_funder", expected="at least one funder", found="none, so nothing can be paid for")
    donors: dict[str, Funder] = {}
    raised = {name for work in draft.of(Activity) for name, _ in work.raises}
    for row in rows:
        if row.smallest > row.amount > 0 and row.name not in raised and "activity" not in draft.known:
            yield at(
                row,
                "smallest",
                "smallest_above_amount",
                expected=f"at most the amount, {money(row.amount)}",
                found=money(row.smallest),
            )
        first = donors.setdefault(fold(row.giver), row)
        if first.largest_share != row.largest_share:
            yield at(
                row,
                "largest_share",
                "two_shares",
                expected=f'{number(first.largest_share)}, as {where(first)} says of the same donor, "{row.giver}"',
                found=number(row.largest_share),
            )
        if draft.calendar is not None:
            yield from _never_pays(row, draft.calendar)


def first_payment(row: Funder, calendar: Calendar) -> int:
    """First period in which a tranche may pay: that of ``begin`` (not cut to the horizon) plus its lead time."""
    opens = 0 if row.begin is None else calendar.period_of(row.begin.first)
    return max(0, opens + ceil(exact(row.lead_time) / calendar.quarters))


def last_payment(row: Funder, calendar: Calendar) -> int:
    """Last period in which a tranche may pay: the end of the horizon, where something outlives its window."""
    if row.end is None or row.carry_over > 0:
        return calendar.number - 1
    return min(calendar.number - 1, calendar.period_of(row.end.last))


def _never_pays(row: Funder, calendar: Calendar) -> Iterator[Finding]:
    first, last = first_payment(row, calendar), last_payment(row, calendar)
    if calendar.window(row.begin, row.end) and first > last:
        yield at(
            row,
            "lead_time",
            "lead_too_long",
            expected=f"a first payment not after {calendar.label(last)}",
            found=f"a wait of {number(row.lead_time)} quarters from {row.begin or 'the start of the horizon'}",
        )
