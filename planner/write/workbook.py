"""A workbook with a sheet for each record."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from planner.write.cells import Cell, number_text
from planner.write.sheets import Sheet

_WIDEST = 40
_EXACT = 2**53
"""Whole numbers from here on are no longer exact in a workbook, which keeps floats only."""
_MADE = datetime(2000, 1, 1)
"""Stated as the day of making, so that the same records make the same file."""


def workbook_bytes(sheets: Iterable[Sheet]) -> bytes:
    """The tables as an .xlsx file: headings bold and frozen, texts as texts (never formulas), numbers as numbers."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": _MADE})
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 0)
        for column, heading in enumerate(sheet.headings):
            cells = [row[column] for row in sheet.rows]
            width = max(len(str(content)) for content in (heading, *cells))
            page.set_column(column, column, min(width, _WIDEST) + 2)
            page.write_string(0, column, heading, bold)
            for row, content in enumerate(cells, start=1):
                if content != "":
                    _put(page, row, column, content, wrapped)
    book.close()
    return target.getvalue()


def _put(page: Any, row: int, column: int, content: Cell, form: Any) -> None:
    """Write one cell; a number that the format would round is written as text, which is read as the same number."""
    whole = isinstance(content, int) and abs(content) >= _EXACT
    if not isinstance(content, str) and not whole and float(f"{content:.16G}") == content:
        page.write_number(row, column, content, form)
        return
    text = content if isinstance(content, str) else number_text(content)
    if page.write_string(row, column, text, form) != 0:
        raise ValueError(f"a text of {len(text)} characters is too long for a workbook's cell")
