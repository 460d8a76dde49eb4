"""Workbooks: a sheet for each record, or the one-file form in any sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

from planner.read.doubt import doubtful_cells, refuse_far_cells, sheets_xml
from planner.read.faulty import Unreadable
from planner.read.layout import SET, types, word
from planner.read.table import Cell, Table, blank

ZIP = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0"
"""How a workbook begins, and how an old .xls or a protected one does."""


def tables(data: bytes, file: str) -> tuple[Table, ...]:
    """The tables of a workbook, in the order of its sheets; or :class:`Unreadable`.

    Sheets are left alone that are empty, that begin with ``#``, or that are hidden and named after no record.
    """
    if data.startswith(OLD):
        raise _locked(file)
    try:
        sheets = sheets_xml(data)
        refuse_far_cells(sheets)
        rows = _rows(data)
        for place, cell in doubtful_cells(data, sheets, _first_days(rows)).items():
            _put(rows, place, cell)
    except BaseException as error:
        # On damaged files the libraries fail in many ways, one of which (a panic in Rust) is not even an Exception.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise _locked(file) if type(error).__name__ == "PasswordError" else _broken(file, str(error)) from None
    found = tuple(
        Table(f"{file}, sheet {name}", name, cells, commas=True)
        for name, cells in rows.items()
        if any(not blank(cell) for row in cells for cell in row)
    )
    if not found:
        raise Unreadable("empty_file", "a sheet with a row of headings", f"no filled sheet in {file}", "Fill it in.")
    return found


def _rows(data: bytes) -> dict[str, list[list[Cell]]]:
    """The rows of each sheet that is not to be left alone, from cell A1 on."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        sheet.name: [list(row) for row in book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)]
        for sheet in book.sheets_metadata
        if not sheet.name.startswith("#")
        and (sheet.visible == SheetVisibleEnum.Visible or word(sheet.name) in (*types(), SET))
    }


def _first_days(rows: dict[str, list[list[Cell]]]) -> Iterable[tuple[str, int, int]]:
    """Cells that hold the first day of a month, as sheet, row and column from 1."""
    return [
        (name, row, column)
        for name, cells in rows.items()
        for row, line in enumerate(cells, start=1)
        for column, cell in enumerate(line, start=1)
        if isinstance(cell, date) and cell.day == 1
    ]


def _put(rows: dict[str, list[list[Cell]]], place: tuple[str, int, int], cell: Cell) -> None:
    """Set a cell that may lie outside what was read."""
    name, row, column = place
    if name in rows:
        rows[name].extend([] for _ in range(row - len(rows[name])))
        line = rows[name][row - 1]
        line.extend("" for _ in range(column - len(line)))
        line[column - 1] = cell


def _locked(file: str) -> Unreadable:
    return Unreadable(
        "locked_workbook",
        "an .xlsx workbook without a password",
        f"an old or protected one, {file}",
        "Save it as .xlsx.",
    )


def _broken(file: str, error: str) -> Unreadable:
    return Unreadable(
        "not_a_workbook",
        "an .xlsx workbook",
        f"a file that cannot be opened as one, {file} ({error})",
        "Save it again as .xlsx.",
    )
