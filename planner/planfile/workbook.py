"""A plan as a workbook: summary first, then the timeline in colours, the decisions, and what follows from them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from planner.outcome import Outcome
from planner.planfile.columns import TITLES
from planner.show.conditions import EXPLAINED
from planner.show.courses import courses, span, title
from planner.show.marks import LEGEND, Marks, Row
from planner.write.cells import Cell
from planner.write.escape import escape
from planner.write.sheets import Sheet

_MADE = datetime(2000, 1, 1)
"""Stated as the day of making, so that the same plan makes the same file."""
_WIDEST = 40
_FIRST_PERIOD = 2
"""Column of the first period in the timeline, after track and name."""
_FILL = {"W": "#F8CBAD", "V": "#E4C1F9", "b": "#F3E5F9", "x": "#F4B6B6", "/": "#FBE0E0", "S": "#A9D18E", "^": "#D9D9D9"}


def workbook_bytes(outcome: Outcome, sheets: Iterable[Sheet]) -> bytes:
    """The workbook as a file's content. Texts stay texts: no cell is a formula."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    bold = book.add_format({"bold": True})
    for sheet in sheets:
        _table(book, sheet, bold)
        if sheet.name == TITLES["plan"]:
            _timeline(book, outcome, bold)
    book.close()
    return target.getvalue()


def _table(book: Any, sheet: Sheet, bold: Any) -> None:
    page = book.add_worksheet(sheet.name)
    page.freeze_panes(1, 0)
    for column, heading in enumerate(sheet.headings):
        page.write_string(0, column, heading, bold)
        cells = [row[column] for row in sheet.rows]
        page.set_column(column, column, min(_WIDEST, max(len(str(cell)) for cell in (heading, *cells))) + 2)
        for row, cell in enumerate(cells, start=1):
            if cell != "":
                _put(page, row, column, cell, escaped=sheet.name in TITLES.values())
    if sheet.name == TITLES["plan"]:
        page.activate()


def _put(page: Any, row: int, column: int, cell: Cell, *, escaped: bool) -> None:
    """Write one cell. A number that the format would round is written as text, which reads as the same number."""
    if not isinstance(cell, str) and float(f"{cell:.16G}") == cell:
        page.write_number(row, column, cell)
    else:
        page.write_string(row, column, str(cell) if escaped or not isinstance(cell, str) else escape(cell))


def _timeline(book: Any, outcome: Outcome, bold: Any) -> None:
    """The rows of the printed timeline, a column per period; one block for each course the future may take."""
    page = book.add_worksheet("timeline")
    page.set_column(0, 0, 6)
    page.set_column(1, 1, _WIDEST)
    page.set_column(_FIRST_PERIOD, _FIRST_PERIOD + outcome.instance.calendar.number, 8)
    page.freeze_panes(0, _FIRST_PERIOD)
    forms = {mark: book.add_format({"bg_color": colour, "align": "center"}) for mark, colour in _FILL.items()}
    tenths = [book.add_format({"bg_color": _blue(level), "align": "center"}) for level in range(11)]
    centred = book.add_format({"align": "center"})
    line = 0
    for course in courses(outcome.instance):
        calendar, tree = outcome.instance.calendar, outcome.instance.tree
        name = title(outcome.instance, course, with_probability=not outcome.scenarios_hidden)
        page.write_string(line, 1, escape(f"{name} {span(outcome.instance, course.nodes)}".strip()), bold)
        for position, node in enumerate(course.nodes, start=_FIRST_PERIOD):
            page.write_string(line, position, calendar.label(tree[node].period), bold)
        page.write_string(line, _FIRST_PERIOD + len(course.nodes), "cost", bold)
        for row in Marks(outcome, course).rows():
            line += 1
            page.write_string(line, 0, row.track)
            page.write_string(line, 1, escape(row.name))
            for position, mark in enumerate(row.marks, start=_FIRST_PERIOD):
                if mark.strip():
                    form = tenths[_level(mark)] if _runs(row, mark) else forms.get(mark, centred)
                    page.write_string(line, position, mark, form)
            if row.cost is not None:
                page.write_number(line, _FIRST_PERIOD + len(row.marks), row.cost)
        line += 2
    for mark, meaning in LEGEND.items():
        page.write_string(line, 0, mark, centred)
        page.write_string(line, 1, meaning)
        line += 1
    page.write_string(line, 1, EXPLAINED)


def _runs(row: Row, mark: str) -> bool:
    return row.kind == "work" and (mark.isdigit() or mark in "#=")


def _level(mark: str) -> int:
    """Tenths of output; work whose intensity is withheld is shown at half."""
    return int(mark) if mark.isdigit() else 10 if mark == "#" else 5


def _blue(level: int) -> str:
    """From nearly white to blue."""
    return f"#{240 - 14 * level:02X}{246 - 9 * level:02X}FB"
