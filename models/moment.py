"""Dates as people write them in an instance: a day, a month, a quarter, a half-year or a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_PATTERN = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?\Z")


@dataclass(frozen=True, order=True, slots=True)
class Moment:
    """A span of days named by an ISO date or a period label.

    ``first`` and ``last`` are the first and the last day of the span (the same for a day);
    ``text`` is what the user wrote: ``2008-08-29``, ``2008-08``, ``2008-Q3``, ``2008-H2`` or ``2008``.
    """

    first: date
    last: date
    text: str

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read ``text``; raise ``ValueError`` where it is no date or period label."""
        match = _PATTERN.match(text)
        if match is None:
            raise ValueError(f"expected a date such as 2008-08-29, 2008-08, 2008-Q3, 2008-H2 or 2008, found {text!r}")
        year, month, day, quarter, half = (int(part) if part else 0 for part in match.groups())
        if day:
            first = last = date(year, month, day)
            return cls(first, last, text)
        start, months = (
            (month, 1) if month else (3 * quarter - 2, 3) if quarter else (6 * half - 5, 6) if half else (1, 12)
        )
        first = date(year, start, 1)
        return cls(first, _month(year, start + months) - timedelta(days=1), text)

    def __str__(self) -> str:
        return self.text


def _month(year: int, month: int) -> date:
    """First day of a month; month 13 is January of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
