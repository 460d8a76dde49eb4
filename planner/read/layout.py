"""How each record lies in a table: its attributes, their headings, and the shape of their values.

Everything follows from the records themselves (``models.records``); nothing is listed twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from models.checks.spelling import fold
from models.kinds import Track
from models.moment import Moment
from models.records import RECORDS, Activity, Record

Shape = Literal["text", "word", "track", "number", "flag", "date", "names", "amounts", "scores", "points"]
"""``names``: joined by bars; ``amounts``: name:amount, joined; ``scores``: word:number; ``points``: number:number."""

SET = "set"
"""The record word of rows that set one attribute of another record."""
SET_COLUMNS = {
    "name": "name",
    "attribute": "kind",
    "record": "who",
    "conflict": "conflict",
    "value": "amount",
    "scenario": "scenario",
    "source": "source",
}
"""What a ``set`` row says, and the heading it stands below in the one-file form."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a record. ``heading``: its column in the one-file form; None: only by a ``set`` row."""

    name: str
    heading: str | None
    shape: Shape
    meaning: str
    unit: str
    words: tuple[str, ...]
    required: bool
    default: Any


@cache
def attributes(record: type[Record]) -> dict[str, Attribute]:
    """Attributes by name, in the order of the record's definition; where it comes from is last."""
    fields = {name: info for name, info in record.model_fields.items() if not _extra(info).get("hidden")}
    fields["source"] = fields.pop("source")
    return {name: _attribute(name, info) for name, info in fields.items()}


@cache
def by_heading(record: type[Record]) -> dict[str, Attribute]:
    """Attributes by their heading in the one-file form."""
    return {each.heading: each for each in attributes(record).values() if each.heading}


@cache
def columns() -> tuple[str, ...]:
    """Headings of the one-file form: what most records share first, those of activities last."""
    shared = ("record", "name", "conflict", "kind", "who", "from", "to", "amount", "source", "visibility", "scenario")
    return tuple(dict.fromkeys((*shared, *by_heading(Activity))))


@cache
def types() -> dict[str, type[Record]]:
    """Record types by their word."""
    return {record.word: record for record in RECORDS}


def word(text: str) -> str:
    """The form of headings and words of closed lists: folded, with underscores for spaces and hyphens."""
    return fold(text).replace(" ", "_").replace("-", "_")


def _extra(info: FieldInfo) -> dict[str, Any]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}


def _attribute(name: str, info: FieldInfo) -> Attribute:
    extra = _extra(info)
    shape, words = _shape(info.annotation)
    return Attribute(
        name=name,
        heading=extra.get("column"),
        shape=shape,
        meaning=info.description or "",
        unit=str(extra.get("unit", "")),
        words=words,
        required=info.is_required(),
        default=None if info.default is PydanticUndefined else info.get_default(call_default_factory=True),
    )


def _shape(annotation: Any) -> tuple[Shape, tuple[str, ...]]:
    """The shape that a field's type asks for, and the words of a closed list."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if annotation == Track:
        return "track", get_args(annotation)
    if get_origin(annotation) is Literal:
        words = tuple(choice for choice in get_args(annotation) if isinstance(choice, str))
        return ("word", words) if words else ("number", ())
    if get_origin(annotation) is tuple:
        item = get_args(annotation)[0]
        if item is str:
            return "names", ()
        first = get_args(item)[0]
        if get_origin(first) is Literal:
            return "scores", get_args(first)
        return ("amounts" if first is str else "points"), ()
    plain: dict[Any, Shape] = {bool: "flag", int: "number", float: "number", Moment: "date", str: "text"}
    return plain[annotation], ()
