"""From the value of an attribute to its cell. What reading could not give back is refused."""

from __future__ import annotations

import re
from typing import Any

from models.records import Record
from planner.read.layout import Attribute
from planner.write.escape import escape, unprintable

Cell = str | int | float
_LIKE_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}\Z")
_SORT = "kind"
"""The heading of what sort a record is; always filled in, because a reader looks for it."""


def cell(record: Record, attribute: Attribute) -> Cell:
    """The cell of an attribute; empty where the value is what a blank cell means, unless it has a source of its own."""
    value = getattr(record, attribute.name)
    sourced = attribute.name in record.sources
    if value == attribute.default and not attribute.required and not sourced and attribute.heading != _SORT:
        return ""
    content = _content(value, record)
    if content == "" and (sourced or attribute.default not in (None, "", ()) or attribute.required):
        raise ValueError(f"{record.word} {record.key!r}: {attribute.name} is blank, which cannot be written down")
    return content


def text_cell(text: str) -> str:
    """A text as a cell that no spreadsheet runs."""
    if unprintable(text):
        raise ValueError(f"{text!r} holds characters that cannot be printed")
    return escape(text)


def _content(value: Any, record: Record) -> Cell:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, tuple):
        return text_cell("|".join(_item(item, record) for item in value))
    return text_cell(str(value))


def _number(value: float) -> int | float:
    """A whole number without its decimal point."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def number_text(value: float) -> str:
    """A number within a text. A fourth decimal keeps 1.125 from looking like a thousand and more."""
    text = str(_number(value))
    return f"{text}0" if _LIKE_THOUSANDS.match(text) else text


def _item(item: Any, record: Record) -> str:
    if isinstance(item, tuple):
        left, right = item
        return f"{_item(left, record)}:{number_text(right)}"
    text = item if isinstance(item, str) else number_text(item)
    if not text or "|" in text or text != text.strip():
        raise ValueError(f"{record.word} {record.key!r}: {text!r} cannot stand in a list, whose items a bar separates")
    return text
