"""The horizon, and windows and dates against it."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.draft import EARLIEST, LATEST, MOST_PERIODS, Draft, periods_until
from models.checks.finding import Finding, at, where
from models.moment import Moment
from models.records import Activity, Capacity, Closure, Condition, Funder, Horizon, Limit, Phase, Record

_DATES = ("first", "last", "begin", "end", "date", "known", "by")


def time(draft: Draft) -> Iterator[Finding]:
    yield from _horizons(draft)
    for record in draft.records:
        yield from _far(record)
        yield from _window(draft, record)


def _horizons(draft: Draft) -> Iterator[Finding]:
    horizons = draft.of(Horizon)
    if not horizons and "horizon" not in draft.known:
        yield at(None, None, "no_horizon", expected="one horizon row", found="none")
    for horizon in horizons[1:]:
        found = f"another, first in {where(horizons[0])}"
        yield at(horizon, None, "several_horizons", expected="one horizon row", found=found)
    for horizon in horizons:
        yield from _span(horizon)


def _span(horizon: Horizon) -> Iterator[Finding]:
    if horizon.last is None:
        if horizon.number is None:
            yield at(
                horizon, "last", "no_end", expected="a last period, or a number of periods", found="neither of them"
            )
        return
    number = periods_until(horizon) or 0
    span = f"{horizon.first} to {horizon.last}"
    if number <= 0:
        yield at(horizon, "last", "reversed_window", expected="a last period after the first", found=span)
    elif number > MOST_PERIODS:
        yield at(
            horizon,
            "last",
            "long_horizon",
            expected=f"at most {MOST_PERIODS} periods",
            found=f"{number} of a {horizon.length}, from {span}",
        )
    elif horizon.number not in (None, number):
        yield at(
            horizon,
            "number",
            "two_ends",
            expected=f"{number} periods, as from {span}, or a blank",
            found=f"{horizon.number} periods",
        )


def _far(record: Record) -> Iterator[Finding]:
    for field in _DATES:
        moment = getattr(record, field, None)
        if isinstance(moment, Moment) and not EARLIEST <= moment.first.year <= LATEST:
            yield at(record, field, "far_date", expected=f"a year from {EARLIEST} to {LATEST}", found=str(moment))


def _window(draft: Draft, record: Record) -> Iterator[Finding]:
    begin: Moment | None = getattr(record, "begin", None)
    end: Moment | None = getattr(record, "end", None)
    if begin is not None and end is not None and begin.first > end.last:
        yield at(record, "end", "reversed_window", expected=f"an end not before {begin}", found=str(end))
        return
    calendar = draft.calendar
    if calendar is None or not isinstance(record, Activity | Funder | Capacity | Phase | Closure | Condition | Limit):
        return
    if isinstance(record, Condition) and record.kind == "toll":
        end = begin
    inside = f"{calendar.label(0)} to {calendar.label(calendar.number - 1)}"
    if not calendar.window(begin, end):
        early = begin is None or calendar.period_of(begin.first) < calendar.number
        yield at(
            record,
            "end" if early and end is not begin else "begin",
            "outside_horizon" if isinstance(record, Activity | Funder) else "fact_outside",
            expected=f"a window that touches the horizon, {inside}",
            found=f"{begin or 'the start'} to {end or 'the end'}",
        )
