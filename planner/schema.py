"""Every record and attribute with its heading, type, unit, range and meaning; the words of closed lists.

One source for ``plan schema``, the manual's table and the notes of the starter workbook: the records themselves.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen

from models.kinds import (
    CHANNEL_MEANING,
    CONDITION_MEANING,
    KIND_MEANING,
    KIND_TRACKS,
    LIMIT_MEANING,
    LINK_MEANING,
    TRACK_MEANING,
    TRACKS,
)
from models.records import RECORDS, Record
from planner.read.layout import SET, Attribute, Shape, attributes

_TYPES: dict[Shape, str] = {
    "text": "text",
    "track": "track",
    "number": "number",
    "flag": "yes or no",
    "date": "date or period",
    "names": "names joined by |",
    "amounts": "name:amount joined by |",
    "scores": "word:number joined by |",
    "points": "number:number joined by |",
}

_RANGE = re.compile(r"(, )?(above )?\d to \d$")
"""A range at the end of a unit: the range has a column of its own."""


class SchemaRow(NamedTuple):
    """One attribute. ``heading``: its column in a single file, or ``set`` where it has a row of its own."""

    record: str
    field: str
    heading: str
    type: str
    unit: str
    range: str
    blank: str
    meaning: str


class WordRow(NamedTuple):
    """One word of a closed list, and the tracks it may be done on, where it is a kind of work."""

    list: str
    word: str
    meaning: str
    tracks: str


def schema_rows() -> tuple[SchemaRow, ...]:
    """Every attribute of every record, in the order of files and manuals."""
    return tuple(schema_row(record, each) for record in RECORDS for each in attributes(record).values())


def schema_row(record: type[Record], attribute: Attribute) -> SchemaRow:
    return SchemaRow(
        record=record.word,
        field=attribute.name,
        heading=attribute.heading or SET,
        type=_type(attribute),
        unit="" if attribute.shape in ("word", "flag", "track", "date", "scores") else _unit(attribute),
        range=limits(record, attribute.name),
        blank=blank(record, attribute),
        meaning=attribute.meaning,
    )


def _type(attribute: Attribute) -> str:
    listed = ", ".join(attribute.words)
    match attribute.shape:
        case "word":
            return f"one of {listed}"
        case "scores":
            return f"{_TYPES['scores']}; words: {listed}"
        case shape:
            return _TYPES[shape]


def record_rows() -> tuple[tuple[str, str], ...]:
    """Each record's word and what it says."""
    return tuple((record.word, record.meaning) for record in RECORDS)


def word_rows() -> tuple[WordRow, ...]:
    """The words of the closed lists that need explaining, each with its meaning."""
    lists = {
        "track": TRACK_MEANING,
        "link kind": LINK_MEANING,
        "channel of transfers": CHANNEL_MEANING,
        "condition kind": CONDITION_MEANING,
        "limit kind": LIMIT_MEANING,
    }
    rows = [WordRow(name, word, meaning, "") for name, words in lists.items() for word, meaning in words.items()]
    return (*rows, *(WordRow("activity kind", kind, meaning, _tracks(kind)) for kind, meaning in KIND_MEANING.items()))


def limits(record: type[Record], field: str) -> str:
    """The range of a field in words: ``0 to 1``, ``above 0``, ``at least 0``; empty where there is none."""
    low = high = ""
    for bound in record.model_fields[field].metadata:
        match bound:
            case Ge(ge=value):
                low = f"{_plain(value)}"
            case Gt(gt=value):
                low = f"above {_plain(value)}"
            case Le(le=value):
                high = f"{_plain(value)}"
            case Lt(lt=value):
                high = f"below {_plain(value)}"
            case MinLen(min_length=least) if least > 1:
                low = f"{least} names"
            case MinLen() | MaxLen():
                pass
    if low.endswith(" names"):
        return low
    if low and high:
        return f"{low} to {high}"
    return f"at most {high}" if high else low if low.startswith("above") else f"at least {low}" if low else ""


def blank(record: type[Record], attribute: Attribute) -> str:
    """What leaving the attribute out means."""
    if attribute.required:
        return "must be given"
    extra = record.model_fields[attribute.name].json_schema_extra
    said = extra.get("blank") if isinstance(extra, dict) else ""
    return str(said) if said else _default(attribute.default)


def _default(value: Any) -> str:
    match value:
        case True | False:
            return "yes" if value else "no"
        case int() | float():
            return _plain(value)
        case str() if value:
            return value
        case _:
            return "none"


def _unit(attribute: Attribute) -> str:
    """The unit, where it says more than the type and the range."""
    unit = _RANGE.sub("", attribute.unit)
    return "" if unit in ("names", "words", _TYPES[attribute.shape]) else unit


def _tracks(kind: str) -> str:
    allowed = KIND_TRACKS.get(kind)
    return " ".join(track for track in TRACKS if track in allowed) if allowed else "any"


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else f"{value}"
