"""Cells of a workbook whose value is missing or in doubt: errors, formulas never calculated, days shown as months.

The fast reader passes them over as blank or as days, so files that may hold one are looked at again with the slower
library that sees formulas and formats. A glance at the zipped sheets tells whether that is needed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any
from zipfile import ZipFile

from planner.read.faulty import BadCell

Position = tuple[str, int, int]
"""Sheet, row and column from 1."""
_SUSPECT = re.compile(rb'<c [^>]*t="e"|<f[ >/]')
_FILLED = re.compile(rb'<c\b[^>]*?\br="([A-Z]*)(\d+)"(?:[^>]*[^/])?>')
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"')
_MOST_ROWS, _MOST_CELLS = 1_048_576, 10_000_000
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def sheets_xml(data: bytes) -> list[bytes]:
    """The sheets of a workbook as they are stored."""
    with ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]


def refuse_far_cells(sheets: Iterable[bytes]) -> None:
    """Raise ``ValueError`` where filled cells lie so far apart that the table between them would not fit in memory."""
    for sheet in sheets:
        places = [(_number(match[1]), int(match[2])) for match in _FILLED.finditer(sheet)]
        width, height = (max((place[axis] for place in places), default=1) for axis in (0, 1))
        rows = max((int(match[1]) for match in _ROW.finditer(sheet)), default=1)
        if max(rows, height) > _MOST_ROWS or width * height > _MOST_CELLS:
            raise ValueError("its cells lie too far apart")


def _number(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def doubtful_cells(data: bytes, sheets: Iterable[bytes], first_days: Iterable[Position]) -> dict[Position, BadCell]:
    """The doubtful cells of a workbook, each with what to say about it. ``first_days``: first days of a month."""
    days = set(first_days)
    if not (days or any(_SUSPECT.search(sheet) for sheet in sheets)):
        return {}
    from openpyxl import load_workbook

    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = load_workbook(io.BytesIO(data), read_only=True)
    return {
        place: bad
        for place, shown, written in _cells(values, formulas)
        if (bad := _doubt(shown, written, is_first_day=place in days))
    }


def _cells(values: Any, formulas: Any) -> Iterator[tuple[Position, Any, Any]]:
    """Each filled cell as it was calculated and as it was written."""
    for sheet in formulas.worksheets:
        for row, calculated in zip(sheet.iter_rows(), values[sheet.title].iter_rows(), strict=False):
            for written, shown in zip(row, calculated, strict=False):
                if written.value is not None:
                    yield (sheet.title, written.row, written.column), shown, written


def _doubt(shown: Any, written: Any, *, is_first_day: bool) -> BadCell | None:
    if shown.data_type == "e":
        return BadCell("error_cell", "a value", f'the error "{shown.value}"', "Mend the formula, or write the value.")
    if written.data_type == "f" and shown.value is None:
        return BadCell(
            "not_calculated", "a value", "a formula never calculated", "Open the workbook, save it, and try again."
        )
    if is_first_day and "d" not in _QUOTED.sub("", shown.number_format).lower():
        return BadCell(
            "month_cell",
            "a day, or a month written as text",
            f'a cell that shows a month but holds the day "{shown.value:%Y-%m-%d}"',
            f"Format the cell as text and write {shown.value:%Y-%m}, or {shown.value:%Y-%m-%d} if the day is meant.",
        )
    return None
