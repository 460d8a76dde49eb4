"""Dates and period labels, and what to write instead of the many other ways of writing them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from models.moment import Moment
from planner.read.faulty import Misread

_EXPECTED = "a date such as 2008-08-29, 2008-08, 2008-Q3, 2008-H2 or 2008"
_LABEL = re.compile(r"(\d{4})[ -]?([QqHh])([1-4])\Z")
_LABEL_LAST = re.compile(r"([QqHh])([1-4])[ ,/-]*(\d{4})\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})\b")
_YEAR_MONTH = re.compile(r"(\d{4})[-./ ](\d{1,2})\Z")
_YEAR_LAST = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})\b")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[-. ]*)?([A-Za-z]{3,9})[-., ]*(?:(\d{1,2})(?:st|nd|rd|th)?, *)?'?(\d{4}|\d{2})\Z"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_ZERO = date(1899, 12, 30)


def moment(cell: object) -> Moment:
    """Read a date cell, a year or the text of a date; raise :class:`Misread` with what to write instead."""
    if isinstance(cell, date):
        return _day_cell(cell)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell)
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    if label := _LABEL.match(text):
        text = f"{label[1]}-{label[2].upper()}{label[3]}"
    try:
        return Moment.parse(text)
    except (ValueError, OverflowError):
        raise Misread("not_a_date", _EXPECTED, _remedy(text)) from None


def _day_cell(cell: date) -> Moment:
    """A true date cell of a workbook; a time of day would be lost."""
    hour = getattr(cell, "time", None)
    if hour is not None and hour() != hour().min:
        raise Misread("not_a_date", "a day without a time", f"Write {cell:%Y-%m-%d}.")
    return Moment.parse(f"{cell:%Y-%m-%d}".rjust(10, "0"))


def _remedy(text: str) -> str:
    """What to write instead of ``text``."""
    if text.isdigit() and 4 < len(text) < 7:
        day = _DAY_ZERO + timedelta(days=int(text))
        return f"It looks like the number a spreadsheet keeps for a day: write {day}." if day.year < 2200 else _how()
    if match := _LABEL_LAST.match(text):
        return f"Write {match[3]}-{match[1].upper()}{match[2]}."
    if match := _YEAR_FIRST.match(text):
        return _how(_day(match[1], match[2], match[3]))
    if match := _YEAR_MONTH.match(text):
        return _how(f"{match[1]}-{int(match[2]):02}" if 1 <= int(match[2]) <= 12 else None)
    if match := _YEAR_LAST.match(text):
        day_first, month_first = _day(match[3], match[2], match[1]), _day(match[3], match[1], match[2])
        return _how(day_first, month_first) if day_first != month_first else _how(day_first)
    if (match := _NAMED.match(text)) and match[2][:3].lower() in _MONTHS:
        return _named(match[1] or match[3], _MONTHS.index(match[2][:3].lower()) + 1, match[4])
    return _how()


def _named(day: str | None, month: int, year: str) -> str:
    """``Aug-08``, ``29 August 2008`` and the like; a short year is of the last hundred years up to 2049."""
    full = year if len(year) == 4 else f"{20 if int(year) < 50 else 19}{year}"
    return _how(_day(full, str(month), day)) if day else f"Write {full}-{month:02} if the month is meant."


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return str(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _how(*meant: str | None) -> str:
    """The remedy, with the dates that may be meant where there are any."""
    known = [text for text in meant if text]
    if known:
        return f"Write {' or '.join(known)}{', whichever is meant' if len(known) > 1 else ''}."
    return "Write year-month-day, such as 2008-08-29, or a period such as 2008-Q3."
