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
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def doubtful_cells(data: bytes, first_days: Iterable[Position]) -> dict[Position, BadCell]:
    """The doubtful cells of a workbook, each with what to say about it. ``first_days``: first days of a month."""
    days = set(first_days)
    with ZipFile(io.BytesIO(data)) as archive:
        suspect = any(
            _SUSPECT.search(archive.read(name)) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")
        )
    if not (days or suspect):
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
