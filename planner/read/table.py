"""A table as a spreadsheet shows it, whatever file it came from: numbered rows of cells below a row of headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from models.records import Place
from planner.read.faulty import BadCell

Cell = str | int | float | bool | date | datetime | time | timedelta | BadCell
"""A text, or the typed value of a workbook's cell; an empty text where it is blank."""


@dataclass(frozen=True)
class Table:
    """``file`` as places name it; ``title``: the stem of a folder's file or the name of a sheet, else empty.

    ``commas``: a comma may be a decimal mark here. ``rows`` begin with row 1; blank and comment rows are among them.
    """

    file: str
    title: str
    rows: list[list[Cell]] = field(repr=False)
    commas: bool = False

    def filled(self) -> Iterator[tuple[int, list[Cell]]]:
        """Rows that say something, with their numbers: no blank rows and no comments, which begin with ``#``."""
        for number, row in enumerate(self.rows, start=1):
            if any(not blank(cell) for cell in row) and not _comment(row[0]):
                yield number, row

    def place(self, row: int, column: str) -> Place:
        return Place(self.file, row, column)


def blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


def letter(index: int) -> str:
    """The letter a spreadsheet gives a column: 0 is A, 26 is AA."""
    before, within = divmod(index, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + within)


def _comment(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.lstrip().startswith("#")
