"""A plain list of activities: readable, but not yet an instance; says which rows would make it one."""

from __future__ import annotations

from collections.abc import Sequence

from models.faults import Fault
from models.moment import Moment
from planner.read.draft import Draft


def plain_list(activities: Sequence[Draft]) -> Fault:
    """The warning that a file is a plain list. The horizon is suggested from its dates, never assumed."""
    dates = [draft.values[end] for draft in activities for end in ("begin", "end") if end in draft.values]
    horizon = f"horizon,My plan,,quarter,,{_quarter(min(dates))},{_quarter(max(dates))}" if dates else "horizon"
    return Fault(
        "plain_list",
        "rows for the horizon, a conflict and a funder besides the activities",
        "a list of activities without a column record",
        "To plan it, put a column record first, with activity in each row, and add rows such as "
        f'"{horizon}", a conflict and a funder; plan new shows how.',
        severity="warning",
    )


def _quarter(moment: Moment) -> str:
    return f"{moment.first.year}-Q{(moment.first.month + 2) // 3}"
