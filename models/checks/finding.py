"""How checks say what they found."""

from __future__ import annotations

from dataclasses import dataclass

from models.checks.codes import CODES
from models.faults import Fault
from models.records import Record


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, and the record it is about (None: the instance as a whole)."""

    fault: Fault
    record: Record | None = None


def at(record: Record | None, field: str | None, code: str, *, expected: str, found: str, remedy: str = "") -> Finding:
    """A finding at one field of a record. Severity comes with the code; so does the remedy, where none is given.

    A record that was made in code has no place in a file: then ``found`` names it.
    """
    meaning = CODES[code]
    place = record.origin.at(field) if record is not None and record.origin is not None else None
    if record is not None and place is None:
        found = f"{found} ({title(record)}{f', {field}' if field else ''})"
    fault = Fault(code, expected, found, remedy or meaning.mend, place, meaning.severity)
    return Finding(fault, record)


def title(record: Record) -> str:
    """A record in words: ``activity "Geneva talks"``."""
    return f'{record.word} "{record.key}"'


def placed(record: Record) -> str:
    """A record in words, with its row if it has one: ``funder "Fund" (row 12)``."""
    return f"{title(record)} ({where(record)})" if record.origin is not None else title(record)


def where(record: Record) -> str:
    """A record as another fault refers to it: its row, if it has one."""
    return f"row {record.origin.row.row}" if record.origin is not None else title(record)


def money(amount: int) -> str:
    """Whole currency units in groups of three: ``1,200,000``."""
    return f"{amount:,}"


def number(value: object) -> str:
    """A number as a person writes it: ``0.25``, ``3``."""
    return f"{float(value):.6g}" if isinstance(value, int | float) else str(value)
