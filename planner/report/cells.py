"""How cells of a report's workbook are written: texts as texts, numbers as numbers, sums as formulas with values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from planner.report.blocks import Grid, Value

_WIDEST = 48
_LONGEST = 32_767
"""Letters that a cell can hold."""


@dataclass(frozen=True, slots=True)
class Formula:
    """What a cell computes, and what comes out; ``whole`` where it is told in whole units, as money is, and not in
    points of score."""

    text: str
    value: float
    whole: bool = True


type Cell = Value | Formula


class Writer:
    """Writes sheets into an xlsxwriter ``book``."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.money = book.add_format({"num_format": "#,##0"})
        self.sum = book.add_format({"num_format": "#,##0", "bold": True})
        self.points = book.add_format({"num_format": "0.0000"})
        self.plain = book.add_format({"num_format": "General"})

    def sheet(self, name: str, headings: Sequence[Value], rows: Sequence[Sequence[Cell]]) -> None:
        """Headings, frozen, and rows below them."""
        page = self.book.add_worksheet(name)
        page.freeze_panes(1, 0)
        for column, heading in enumerate(headings):
            self._put(page, 0, column, heading, self.bold)
            texts = [str(heading), *(str(row[column]) for row in rows if isinstance(row[column], str | int))]
            page.set_column(column, column, max(8, min(_WIDEST, max(len(text) for text in texts)) + 2))
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                self._put(page, number, column, cell, self._form(cell))

    def grids(self, name: str, grids: Sequence[Grid]) -> None:
        """Tables below each other, each under its caption."""
        page = self.book.add_worksheet(name)
        line = 0
        for grid in grids:
            self._put(page, line, 0, grid.caption, self.bold)
            for column, head in enumerate(grid.columns):
                self._put(page, line + 1, column, head.title, self.bold)
                texts = [len(str(row[column] or "")) for row in grid.rows]
                page.set_column(column, column, max(10, min(_WIDEST, max([len(head.title), *texts]) + 2)))
            for number, row in enumerate(grid.rows, start=line + 2):
                for column, cell in enumerate(row):
                    self._put(page, number, column, cell, self.plain)
            line += len(grid.rows) + 4

    def _form(self, cell: Cell) -> Any:
        if isinstance(cell, Formula):
            return self.sum if cell.whole else self.points
        return self.money if isinstance(cell, int) else self.plain

    def _put(self, page: Any, row: int, column: int, cell: Cell, form: Any) -> None:
        if isinstance(cell, Formula):
            page.write_formula(row, column, cell.text, form, cell.value)
        elif isinstance(cell, str):
            page.write_string(row, column, cell[:_LONGEST], form)
        elif cell is not None:
            page.write_number(row, column, cell, form)


def at(row: int, column: int, *, fixed: bool = False) -> str:
    """``B7`` for row 6 and column 1, both from 0; ``B$7`` where the row is ``fixed``."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column, row_abs=fixed))


def sum_of(first: tuple[int, int], last: tuple[int, int], value: float) -> Formula:
    return Formula(f"=SUM({at(*first)}:{at(*last)})", value)
