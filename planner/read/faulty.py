"""How reading reports what it cannot take: exceptions for a cell and for a whole file, and words for what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.faults import Fault

if TYPE_CHECKING:
    from models.records import Place

_LONGEST = 60


class Misread(ValueError):
    """A cell that cannot be read: code, what was expected, the remedy. The caller knows its place."""

    def __init__(self, code: str, expected: str, remedy: str, found: str | None = None) -> None:
        super().__init__(f"expected {expected}")
        self.code, self.expected, self.remedy, self.found = code, expected, remedy, found

    def fault(self, cell: object, place: Place) -> Fault:
        return Fault(self.code, self.expected, self.found or shown(cell), self.remedy, place)


class Unreadable(ValueError):
    """A file or sheet of which no row can be read; holds the one fault that says so."""

    def __init__(self, code: str, expected: str, found: str, remedy: str, place: Place | None = None) -> None:
        self.fault = Fault(code, expected, found, remedy, place)
        super().__init__(str(self.fault))


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell of a workbook that holds no usable value; reading it raises :class:`Misread` with these words."""

    code: str
    expected: str
    found: str
    remedy: str

    def misread(self) -> Misread:
        return Misread(self.code, self.expected, self.remedy, self.found)


def shown(cell: object) -> str:
    """A cell as a fault quotes it: short, on one line, in quotation marks; ``nothing`` where it is blank."""
    if isinstance(cell, BadCell):
        return cell.found
    text = " ".join(str(cell).split())
    if not text:
        return "nothing"
    text = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return f'"{text}"' if len(text) <= _LONGEST else f'"{text[:_LONGEST]}…"'
