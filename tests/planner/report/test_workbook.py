"""The workbook: its formulas come to the values written beside them, and no name is ever a formula."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.formula import ArrayFormula

from planner.report import Report, answer_sheets, report, workbook
from planner.report.cells import Formula
from tests.planner.report import answers, hostile


@cache
def made() -> bytes:
    return workbook(replace(told(), frontier=answers.frontier(), ladder=answers.ladder()))


@cache
def told() -> Report:
    return report(hostile.instance(), plan=hostile.outcome(), fiscal_month=4)


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
        for sign, part in re.findall(r"([+-]?)(SUM\([^)]*\)|SUMIFS\([^)]*\)|(?:frontier!)?\$?[A-Z]+\$?\d+)", text[at:]):
            total += (-1 if sign == "-" else 1) * self.part(sheet, part)
            at += len(sign) + len(part)
        assert at == len(text), f"{text} is more than sums"
        return total

    def part(self, sheet: str, part: str) -> float:
        name, _, inside = part.rstrip(")").partition("(")
        if not inside:
            other, mark, cell = name.rpartition("!")
            return self.value(other if mark else sheet, cell)
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
    ours = re.compile(r"=(SUM|(frontier!)?\$?[A-Z]+\d+|SUMIFS)")
    assert all(ours.match(text) and text not in names for _, _, text in formulas(book))
    written = {cell.value for row in book["ledger"].iter_rows() for cell in row if cell.data_type == "s"}
    assert {"=cmd(1)", "+1+1", "@SUM(A1)", "-2", "=SUM(1)", "*"} <= written


def test_the_same_report_is_the_same_file() -> None:
    again = report(hostile.instance(), plan=hostile.outcome(), fiscal_month=4)
    assert workbook(again) == workbook(told())


def test_what_more_money_brings_is_as_the_searches_left_it() -> None:
    """Budgets rise, what is spent adds up funders, and an end that nobody knows is empty."""
    values = opened(made(), values=True)
    heads, half, whole = values["frontier"].iter_rows(values_only=True)
    assert heads[:5] == ("budget", "money", "score", "no plan above", "still open")
    assert heads[5] == "paid by =SUM(1)"
    assert half == ("half", 100_000, 0.25, 0.5, 0.25, 1000, 0, 0, 0, 1000)
    assert whole == ("<i>all", 200_000, None, 0.75, None, None, None, None, None, None)
    heads, row = values["more money"].iter_rows(values_only=True)
    assert heads[3:] == ("brings (points of score), at least", "at most", "proof")
    assert row == ("half", "<i>all", 100_000, 0.125, None, "unproven")


def test_steps_of_the_ladder_have_their_prices() -> None:
    _, first, second, third = opened(made(), values=True)["ladder"].iter_rows(values_only=True)
    assert first == ("40 % of the money", 200_000, None, 0.25, 0.5, 0.25, 0.25, 0.5, None, None, None)
    assert second[1:] == (200_000, 0, 0.5, 0.5, 0, 0.625, 0.75, 0.125, 0.25, "unproven")
    assert third[3:] == (None, None, None, 0.75, 1, None, None, None)


def test_cost_is_open_downwards() -> None:
    outcome = replace(told().outcome, objective="cost")
    heads, rows = answer_sheets.ladder(outcome, answers.ladder(value=900.0, bound=850.0))
    assert heads[3:6] == ("cost", "no plan below", "still open")
    assert rows[0][5] == Formula("=D2-E2", 50.0, whole=True)


def test_without_these_answers_there_are_no_sheets_for_them() -> None:
    assert not {"frontier", "more money", "ladder"} & set(opened(workbook(told())).sheetnames)


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
