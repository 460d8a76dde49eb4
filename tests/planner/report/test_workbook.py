"""The workbook: its formulas come to the values written beside them, and no name is ever a formula."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.formula import ArrayFormula

from planner.report import report, workbook
from tests.planner.report import hostile


@cache
def made() -> bytes:
    return workbook(report(hostile.instance(), plan=hostile.outcome(), fiscal_month=4))


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(content), data_only=values)


def formulas(book: Workbook) -> Iterator[tuple[str, str, str]]:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert not isinstance(cell.value, ArrayFormula)
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, str(cell.value)


class Sheets:
    """Computes sums, conditional sums and differences of cells, the only formulas there shall be."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.known: dict[tuple[str, str], float] = {}

    def value(self, sheet: str, cell: str) -> float:
        at = sheet, cell.replace("$", "")
        if at not in self.known:
            found = self.book[sheet][at[1]]
            self.known[at] = self.computed(sheet, found.value) if found.data_type == "f" else float(found.value or 0)
        return self.known[at]

    def computed(self, sheet: str, text: str) -> float:
        total, at = 0.0, 1
        for sign, part in re.findall(r"([+-]?)(SUM\([^)]*\)|SUMIFS\([^)]*\)|\$?[A-Z]+\$?\d+)", text[at:]):
            total += (-1 if sign == "-" else 1) * self.part(sheet, part)
            at += len(sign) + len(part)
        assert at == len(text), f"{text} is more than sums"
        return total

    def part(self, sheet: str, part: str) -> float:
        name, _, inside = part.rstrip(")").partition("(")
        if not inside:
            return self.value(sheet, name)
        if name == "SUM":
            return sum(self.value(sheet, cell) for cell in self.cells(inside))
        amounts, *rest = [each.removeprefix("ledger!") for each in inside.split(",")]
        wanted = [float(each) if each.isdecimal() else self.value(sheet, each) for each in rest[1::2]]
        keys = zip(*(self.cells(each) for each in rest[::2]), strict=True)
        return sum(
            self.value("ledger", cell)
            for cell, key in zip(self.cells(amounts), keys, strict=True)
            if [self.value("ledger", each) for each in key] == wanted
        )

    def cells(self, area: str) -> list[str]:
        left, top, right, bottom = range_boundaries(area.replace("$", ""))
        columns = range(left or 1, (right or 1) + 1)
        return [f"{get_column_letter(at)}{row}" for row in range(top or 1, (bottom or 1) + 1) for at in columns]


def test_formulas_come_to_the_values_beside_them() -> None:
    book, values = opened(made()), opened(made(), values=True)
    sheets, number = Sheets(book), 0
    for sheet, cell, text in formulas(book):
        cached = values[sheet][cell].value
        assert isinstance(cached, int | float), (sheet, cell)
        assert sheets.computed(sheet, text) == pytest.approx(cached), (sheet, cell, text)
        number += 1
    assert number > 100


def test_sums_are_those_of_the_plan() -> None:
    plan = hostile.outcome().plan
    assert plan is not None
    values = opened(made(), values=True)
    paid = sum(grant.amount for grant in plan.grants)
    assert paid == plan.cost
    for sheet in ("plan", "ledger", "fiscal years"):
        assert list(values[sheet].iter_rows(values_only=True))[-1][-1] == paid
    first = next(iter(values["budgets"].iter_rows(min_row=2, values_only=True)))
    path = set(hostile.instance().tree.path(hostile.instance().tree.leaves[0]))
    own = sum(each.amount for each in plan.grants if each.funder == first[1] and each.node in path)
    assert first[2:6] == (50_000, own, 0, 50_000 - own)


def test_names_are_texts() -> None:
    book = opened(made())
    names = set(hostile.NAMES) | set(hostile.FUNDERS)
    ours = re.compile(r"=(SUM|\$?[A-Z]+\d+|SUMIFS)")
    assert all(ours.match(text) and text not in names for _, _, text in formulas(book))
    written = {cell.value for row in book["ledger"].iter_rows() for cell in row if cell.data_type == "s"}
    assert {"=cmd(1)", "+1+1", "@SUM(A1)", "-2", "=SUM(1)", "*"} <= written


def test_the_same_report_is_the_same_file() -> None:
    found = report(hostile.instance(), plan=hostile.outcome(), fiscal_month=4)
    assert workbook(found) == made()


@pytest.mark.slow
def test_libreoffice_computes_the_same(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed; the formulas were computed by the test above")
    file = tmp_path / "report.xlsx"
    # Without the values beside them, so that what comes out was computed there.
    book = opened(made())
    book.save(file)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    (tmp_path / "out").mkdir()
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    computed, ours = opened((tmp_path / "out" / "report.xlsx").read_bytes(), values=True), opened(made(), values=True)
    for sheet, cell, text in formulas(book):
        assert computed[sheet][cell].value == pytest.approx(ours[sheet][cell].value), (sheet, cell, text)
