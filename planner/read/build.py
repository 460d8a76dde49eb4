"""From drafts to records: what a record's own limits refuse becomes faults at the right cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from models.faults import Fault
from models.kinds import Track
from models.records import Record
from planner.read.draft import Draft
from planner.read.faulty import shown
from planner.read.layout import Attribute, attributes

_RANGE = frozenset({"greater_than", "greater_than_equal", "less_than", "less_than_equal"})
_STAND_INS: dict[object, object] = {float: 1.0, int: 1, Track: "T2"}
_NO_NUMBER = frozenset({"finite_number", "int_parsing_size", "float_parsing", "float_type", "int_type", "int_parsing"})


def build(draft: Draft) -> Record | tuple[Fault, ...]:
    """The record of a draft, or why it cannot be one; empty where each reason has been reported already."""
    try:
        record = draft.record.model_validate({**draft.values, "sources": draft.sources, "origin": draft.origin})
    except ValidationError as error:
        return tuple(_faults(draft, error))
    return () if draft.faulty else record


def partly(draft: Draft) -> Record | None:
    """A record of what can be read of a draft that cannot be one, so that its other cells can be judged.

    Cells that cannot be read are left blank, or hold a stand-in where a number or a track is required; None where that
    does not make a record either.
    """
    values = {name: value for name, value in draft.values.items() if name not in draft.faulty}
    for _ in range(2):
        try:
            return draft.record.model_validate({**values, "origin": draft.origin})
        except ValidationError as error:
            for each in error.errors(include_url=False):
                name = str(each["loc"][0]) if each["loc"] else ""
                values.pop(name, None)
                field = draft.record.model_fields.get(name)
                if field is not None and field.is_required() and field.annotation in _STAND_INS:
                    values[name] = _STAND_INS[field.annotation]
    return None


def _faults(draft: Draft, error: ValidationError) -> Iterator[Fault]:
    seen = set(draft.faulty)
    for each in error.errors(include_url=False):
        attribute = attributes(draft.record).get(str(each["loc"][0])) if each["loc"] else None
        if attribute is None:
            yield Fault("invalid_value", draft.record.meaning, each["msg"], "Put the row right.", draft.origin.row)
        elif attribute.name not in seen:
            seen.add(attribute.name)
            yield _fault(draft, attribute, each["type"], each["msg"])


def _fault(draft: Draft, attribute: Attribute, kind: str, message: str) -> Fault:
    code, expected, remedy = _words(draft, attribute, kind, message)
    found = shown(draft.found.get(attribute.name, ""))
    return Fault(code, expected, found, remedy, draft.place(attribute))


def _words(draft: Draft, attribute: Attribute, kind: str, message: str) -> tuple[str, str, str]:
    """Code, expected, remedy."""
    meaning = attribute.meaning + (f" ({attribute.unit})" if attribute.unit else "")
    if kind in ("missing", "string_too_short"):
        return "missing_value", meaning, "Fill it in."
    if kind in _RANGE:
        limits = _limits(draft.record, attribute.name)
        given = draft.values.get(attribute.name)
        percent = isinstance(given, int | float) and 1 < given <= 100 and limits.endswith("to 1")
        remedy = f"Write {given}% if percent is meant." if percent else "Write a number in this range."
        return "out_of_range", f"{limits}: {meaning}", remedy
    if kind == "int_from_float":
        return "not_whole", f"a whole number: {meaning}", "Write a number without decimals."
    if kind in ("too_short", "too_long"):
        return "wrong_number_of_names", meaning, "Write the names joined by |."
    if kind in _NO_NUMBER:
        return "not_a_number", f"a number: {meaning}", "Write a smaller number."
    return "invalid_value", meaning, f"{message}."


def _limits(record: type[Record], name: str) -> str:
    """The range of an attribute in words: ``a number from 0 to 1``."""
    limits: dict[str, Any] = {}
    for rule in record.model_fields[name].metadata:
        limits |= {kind: getattr(rule, kind) for kind in ("ge", "gt", "le", "lt") if hasattr(rule, kind)}
    low = f"from {limits['ge']}" if "ge" in limits else f"above {limits['gt']}" if "gt" in limits else ""
    high = f"to {limits['le']}" if "le" in limits else f"below {limits['lt']}" if "lt" in limits else ""
    if low and not high:
        return f"a number {limits['ge']} or more" if "ge" in limits else f"a number {low}"
    return " ".join(part for part in ("a number", low, "up" if low.startswith("above") else "", high) if part)
