"""Numbers as spreadsheets save them: thousands separators, percentages, decimal commas, never a guess."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from planner.read.faulty import Misread

_PLAIN = re.compile(r"[+-]?\d{1,300}\Z", re.ASCII)
_NUMBER = re.compile(r"([+-]?)(\d(?:[\d ',.]{0,300}\d)?|\.\d{1,300})(?:[eE]([+-]?\d{1,3}))?( ?%)?\Z", re.ASCII)
_ALIKE = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u202f", " ")
    | dict.fromkeys("\u2019\u02bc\u066c", "'")
    | {"\u2212": "-", "\u066b": ".", "\u066a": "%"}
)
"""Other spaces, apostrophes, the minus sign, and the Arabic separators and percent sign."""
_HOW = "Write the digits alone, such as 150000 or 0.5"


def number(text: str, *, commas: bool) -> int | float:
    """Read a number; raise :class:`Misread` where it is none or may mean two.

    ``commas``: a comma may be the decimal mark (all but comma-separated files). A number is whole where it has
    neither a decimal mark nor an exponent nor a percent sign.
    """
    if _PLAIN.match(text):
        return int(text)
    match = _NUMBER.match(_ascii(text))
    if match is None:
        raise _no_number(f"{_HOW}, and nothing else.")
    sign, body, exponent, percent = match.groups()
    digits = _digits(sign, body, commas)
    if not (exponent or percent or "." in digits):
        return int(digits)
    value = Decimal(f"{digits}e{exponent or 0}")
    return float(value / 100 if percent else value)


def _ascii(text: str) -> str:
    """ASCII digits and signs for those of other scripts."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in text.translate(_ALIKE)
    )


def _digits(sign: str, body: str, commas: bool) -> str:
    """The number without thousands separators and with a decimal point, if any."""
    marks = [character for character in body if not character.isdigit()]
    if not marks:
        return sign + body
    last = marks[-1]
    whole, _, rest = body.rpartition(last)
    if len(marks) == 1 and last in ".,":
        return _one_mark(sign, whole, last, rest, commas)
    if len(set(marks)) == 1:
        return sign + _joined(body, last)
    if len(set(marks[:-1])) == 1 and last in ".," and marks[0] != last:
        digits = f"{sign}{_joined(whole, marks[0])}.{rest}"
        if last == "," and not commas:
            raise _no_number(f"In a comma-separated file the decimal mark is a point: write {digits}.")
        return digits
    raise _no_number(f"{_HOW}.")


def _one_mark(sign: str, whole: str, mark: str, rest: str, commas: bool) -> str:
    """A number with a single comma or point."""
    decimal = f"{sign}{whole or 0}.{rest or 0}"
    like_thousands = len(rest) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    if like_thousands and commas:
        joined, longer = f"{sign}{whole}{rest}", f"{sign}{whole}{mark}{rest}0"
        remedy = f"Write {joined} if thousands are meant, {longer} if {mark!r} is the decimal mark."
        raise Misread("ambiguous_number", "a number that can be read in one way", remedy)
    if like_thousands and mark == ",":
        return sign + whole + rest
    if mark == "," and not commas:
        raise _no_number(f"In a comma-separated file the decimal mark is a point: write {decimal}.")
    return decimal


def _joined(body: str, mark: str) -> str:
    """Groups of three digits, joined."""
    first, *groups = body.split(mark)
    if not 1 <= len(first) <= 3 or first.startswith("0") or any(len(g) != 3 or not g.isdigit() for g in groups):
        raise _no_number(f"{_HOW}; thousands may be separated in groups of three.")
    return first + "".join(groups)


def _no_number(remedy: str) -> Misread:
    return Misread("not_a_number", "a number", remedy)
