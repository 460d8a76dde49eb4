"""Writes the user's table back as a workbook with a comment and a colour on each faulty cell (``check --mark``)."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.faults import Fault, Faults
from planner.read import source as sources
from planner.read.faulty import Unreadable
from planner.read.headings import headings
from planner.read.table import Table, letter
from planner.read.workbook import ZIP
from planner.write.atomic import refuse_existing, write_atomically
from planner.write.escape import unprintable

if TYPE_CHECKING:
    from openpyxl import Workbook

_COLOURS = {"error": "FFC7CE", "warning": "FFEB9C"}
_AUTHOR = "plan check"
_WIDTH, _LINE = 360, 18
"""Size of a comment: its width, and the height of one of its lines, in pixels."""


def mark(source: str | Path, faults: Iterable[Fault], target: str | Path, *, force: bool = False) -> None:
    """Write ``source`` to the workbook ``target`` with its faults as comments, errors in red and warnings in yellow.

    A workbook keeps its own formatting as far as openpyxl keeps it; a CSV file or a folder becomes a new workbook with
    the cells as they are. Faults of the whole stand on the first cell. Raises :class:`Faults` where the source cannot
    be read at all, and ``FileExistsError`` where the target exists and ``force`` is not given.
    """
    refuse_existing(Path(target), force=force)
    try:
        tables, _ = sources.tables(source)
        book = _workbook(source, tables)
    except Unreadable as unreadable:
        raise Faults([unreadable.fault]) from None
    _unmark(book)
    for cell, about in _by_cell(book, tables, faults).items():
        _comment(book[cell[0]].cell(row=cell[1], column=cell[2]), about)
    buffer = io.BytesIO()
    book.save(buffer)
    write_atomically(target, buffer.getvalue(), force=force)


def _workbook(source: str | Path, tables: tuple[Table, ...]) -> Workbook:
    """The user's own workbook, or a new one with the cells of the tables as text."""
    import openpyxl

    if not Path(source).is_dir() and (data := sources.content(source)).startswith(ZIP):
        return openpyxl.load_workbook(io.BytesIO(data))
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        sheet = book.create_sheet(_sheet_name(table))
        for row, cells in enumerate(table.rows, start=1):
            for column, content in enumerate(cells, start=1):
                if content != "":
                    cell = sheet.cell(row=row, column=column, value=_printable(str(content)))
                    cell.data_type = "s"  # a text that begins with = is no formula
    return book


def _sheet_name(table: Table) -> str:
    return table.title[:31] or "instance"


def _printable(text: str) -> str:
    if not unprintable(text):
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if unprintable(each) else each for each in text)


def _by_cell(
    book: Workbook, tables: tuple[Table, ...], faults: Iterable[Fault]
) -> dict[tuple[str, int, int], list[Fault]]:
    """Faults by sheet, row and column."""
    columns = {table.file: (_sheet_name(table), _columns(table)) for table in tables}
    found: dict[tuple[str, int, int], list[Fault]] = {}
    for fault in faults:
        sheet, known = columns.get(fault.place.file if fault.place else "", (book.sheetnames[0], {}))
        cell = (sheet, fault.place.row, known.get(fault.place.column, 1)) if fault.place else (sheet, 1, 1)
        found.setdefault(cell, []).append(fault)
    return found


def _columns(table: Table) -> dict[str, int]:
    """Number of each column by its letter and, before that, by its heading."""
    width = max((len(row) for row in table.rows), default=0)
    numbers = {letter(index): index + 1 for index in range(width)}
    try:
        head = headings(table, lambda fault: None)
    except Unreadable:
        return numbers
    for index in reversed(range(len(head.titles))):
        numbers[head.title(index)] = index + 1
    return numbers


def _unmark(book: Workbook) -> None:
    """Take away the marks of an earlier check."""
    from openpyxl.styles import PatternFill

    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None and cell.comment.author == _AUTHOR:
                    cell.comment = None
                    cell.fill = PatternFill()


def _comment(cell: Any, faults: list[Fault]) -> None:
    """Colour a cell and say what is wrong with it, below what a comment there says already."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    worst = "error" if any(fault.severity == "error" for fault in faults) else "warning"
    lines = [f"Expected {f.expected}, found {f.found}. {f.remedy} [{f.code}]" for f in faults]
    if cell.comment is not None:
        lines.insert(0, cell.comment.text)
    text = _printable("\n".join(lines))
    height = _LINE * (2 + sum(1 + len(line) // 50 for line in text.splitlines()))
    cell.comment = Comment(text, _AUTHOR, height=height, width=_WIDTH)
    cell.fill = PatternFill("solid", fgColor=_COLOURS[worst])
