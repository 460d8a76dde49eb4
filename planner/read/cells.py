"""From a cell to the value of an attribute; what cannot be read is said, never guessed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from models.checks.spelling import suggestion
from models.kinds import TRACKS
from planner.read.dates import moment
from planner.read.faulty import BadCell, Misread
from planner.read.layout import Attribute, Shape, word
from planner.read.numbers import number
from planner.read.table import Cell
from planner.write.escape import unescape, unprintable

_YES = {"yes", "y", "true", "1", "oui", "vrai", "ja", "wahr", "sí", "si", "verdadero", "sim", "verdadeiro", "vero"}
_YES |= {"да", "истина", "نعم", "כן"}
_NO = {"no", "n", "false", "0", "non", "faux", "nein", "falsch", "falso", "não", "нет", "ложь", "لا", "לא"}


def value(cell: Cell, attribute: Attribute, *, commas: bool) -> Any:
    """The value of a cell that is not blank; raises :class:`Misread`. ``commas``: see :class:`Table`."""
    return _READ[attribute.shape](_usable(cell), attribute, commas)


def text(cell: Cell) -> str:
    """A cell as text, as it would stand in a CSV file; raises :class:`Misread` for an unusable cell."""
    return _text(_usable(cell))


def _usable(cell: Cell) -> Cell:
    """A text without its outer spaces and escape, another value as it is."""
    if isinstance(cell, BadCell):
        raise cell.misread()
    return _clean(cell) if isinstance(cell, str) else cell


def _clean(cell: str) -> str:
    """Without outer spaces and the escape, in the composed Unicode form, line breaks as ``\\n``."""
    plain = cell.strip()
    if not plain.isprintable():
        plain = plain.replace("\r\n", "\n").replace("\r", "\n")
        if unprintable(plain):
            raise Misread("control_character", "text that can be printed", "Type it again, or paste it as plain text.")
    return unescape(plain if plain.isascii() else unicodedata.normalize("NFC", plain)).strip()


def _text(cell: Cell, *_: object) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()  # as a spreadsheet shows it
    if isinstance(cell, datetime | date):
        return cell.isoformat(*(" ",) if isinstance(cell, datetime) else ())
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    return str(cell)


def _word(cell: Cell, attribute: Attribute, _: bool) -> str:
    return _listed(_text(cell), attribute)


def _listed(written: str, attribute: Attribute) -> str:
    """The word of a closed list that a text means."""
    given = word(written)
    if given in attribute.words:
        return given
    listed = ", ".join(attribute.words)
    raise Misread(
        "unknown_word",
        f"one of {listed}" if len(attribute.words) <= 6 else attribute.meaning,
        suggestion(given, attribute.words, attribute.meaning) if len(attribute.words) > 6 else _meant(given, attribute),
    )


def _meant(given: str, attribute: Attribute) -> str:
    from models.checks.spelling import nearest

    near = nearest(given, attribute.words)
    return f'Did you mean "{near}"?' if near else f"Write {' or '.join(attribute.words)}, or leave it blank."


def _track(cell: Cell, _: Attribute, __: bool) -> str:
    given = _text(cell).upper()
    if given in TRACKS:
        return given
    bare = given.replace("TRACK", "").strip(" T-_.:").replace(",", ".")
    code = f"T{bare}" if f"T{bare}" in TRACKS else None
    raise Misread(
        "not_a_track",
        "a track: T1, T1.5, T2, T3, T4, T5, T6, T7, T8 or T9",
        f"Write {code}." if code else "Write T and the number of the track; plan tracks lists them.",
    )


def _number(cell: Cell, _: Attribute, commas: bool) -> int | float:
    if isinstance(cell, bool | date | timedelta) or not isinstance(cell, str | int | float):
        raise Misread("not_a_number", "a number", "Format the cell as a number and write the number again.")
    if isinstance(cell, str):
        return number(cell, commas=commas)
    return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53 else cell


def _flag(cell: Cell, _: Attribute, __: bool) -> bool:
    if isinstance(cell, bool):
        return cell
    given = _text(cell).casefold()
    if given in _YES or given in _NO:
        return given in _YES
    raise Misread("not_yes_or_no", "yes or no", "Write yes or no.")


def _date(cell: Cell, _: Attribute, __: bool) -> Any:
    return moment(cell)


def _items(cell: Cell) -> list[str]:
    """The items of a list."""
    items = [item.strip() for item in _text(cell).split("|")]
    if not all(items):
        raise Misread("empty_item", "items joined by |, none of them empty", "Take the | away that joins nothing.")
    return items


def _names(cell: Cell, _: Attribute, __: bool) -> tuple[str, ...]:
    return tuple(_items(cell))


def _amounts(cell: Cell, attribute: Attribute, commas: bool) -> tuple[tuple[str, float], ...]:
    return tuple((name, number(amount, commas=commas)) for name, amount in _pairs(cell, attribute))


def _scores(cell: Cell, attribute: Attribute, commas: bool) -> tuple[tuple[str, float], ...]:
    """As amounts, of words of a closed list."""
    return tuple((_listed(name, attribute), number(score, commas=commas)) for name, score in _pairs(cell, attribute))


def _points(cell: Cell, attribute: Attribute, commas: bool) -> tuple[tuple[float, float], ...]:
    pairs = _pairs(cell, attribute)
    return tuple((number(spend, commas=commas), number(output, commas=commas)) for spend, output in pairs)


def _pairs(cell: Cell, attribute: Attribute) -> list[tuple[str, str]]:
    """Pairs divided by their last colon, so that a name may hold one."""
    pairs = [tuple(part.strip() for part in item.rpartition(":")[::2]) for item in _items(cell)]
    if not all(left and right for left, right in pairs):
        raise Misread("not_a_pair", f"pairs: {attribute.unit}", "Write them as in a:1|b:0.5.")
    return [(left, right) for left, right in pairs]


_READ: dict[Shape, Callable[[Cell, Attribute, bool], Any]] = {
    "text": _text,
    "word": _word,
    "track": _track,
    "number": _number,
    "flag": _flag,
    "date": _date,
    "names": _names,
    "amounts": _amounts,
    "scores": _scores,
    "points": _points,
}
