"""Periods of the horizon as spans of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from models.kinds import Length
from models.moment import Moment

MONTHS: dict[Length, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True)
class Calendar:
    """``number`` periods of equal ``length``, the first one containing the day ``start``."""

    length: Length
    start: date
    number: int

    @property
    def months(self) -> int:
        return MONTHS[self.length]

    @cached_property
    def quarters(self) -> Fraction:
        """Length of a period in quarters: 1/3, 1, 2 or 4."""
        return Fraction(self.months, 3)

    @cached_property
    def years(self) -> Fraction:
        """Length of a period in years."""
        return Fraction(self.months, 12)

    @cached_property
    def _first_days(self) -> tuple[date, ...]:
        """First day of each period, and of the one after the horizon."""
        month = self.start.year * 12 + (self.start.month - 1) // self.months * self.months
        return tuple(
            date((month + self.months * t) // 12, (month + self.months * t) % 12 + 1, 1) for t in range(self.number + 1)
        )

    def first_day(self, period: int) -> date:
        return self._first_days[period]

    def last_day(self, period: int) -> date:
        return self._first_days[period + 1] - timedelta(days=1)

    def label(self, period: int) -> str:
        """``2008-08``, ``2008-Q3``, ``2008-H2`` or ``2008``."""
        day = self._first_days[period]
        match self.length:
            case "month":
                return f"{day.year}-{day.month:02}"
            case "quarter":
                return f"{day.year}-Q{(day.month + 2) // 3}"
            case "half":
                return f"{day.year}-H{(day.month + 5) // 6}"
            case "year":
                return str(day.year)

    def period_of(self, day: date) -> int:
        """Index of the period that holds ``day``; negative before the horizon, ``number`` or more after it."""
        origin = self._first_days[0]
        return ((day.year - origin.year) * 12 + day.month - origin.month) // self.months

    def window(self, begin: Moment | None, end: Moment | None) -> range:
        """Periods from the one that holds the first day of ``begin`` to the one that holds the last day of ``end``.

        Blank means the start or the end of the horizon; the window is cut to the horizon and may be empty.
        """
        first = 0 if begin is None else max(0, self.period_of(begin.first))
        last = self.number - 1 if end is None else min(self.number - 1, self.period_of(end.last))
        return range(first, last + 1)

    def share(self, period: int, first: date | None, last: date | None) -> Fraction:
        """Share of the days of ``period`` that lie between ``first`` and ``last``, both included (None: no limit)."""
        start, stop = self.first_day(period), self.last_day(period)
        days = (min(stop, last or stop) - max(start, first or start)).days + 1
        return Fraction(max(0, days), (stop - start).days + 1)
