"""Workbooks as people make them: sheets, true dates, numbers, errors, formulas."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from models.records import Activity, Election, Horizon
from planner.read import examine, read_records
from tests.planner.read.files import SMALL, read_text

Sheets = dict[str, list[list[Any]]]

SHEETS: Sheets = {
    "Horizon": [["name", "length", "first", "last"], ["Test", "quarter", "2006-Q1", 2007.0]],
    "conflict": [["name", "weight", "political"], ["A", 2, 0.25]],
    "party": [["name", "strength"], [1990, "weaker"], ["B", None]],
    "election": [["who", "date", "before"], ["B", date(2006, 5, 7), 1.5]],
    "activity": [
        ["name", "track", "spend_max", "parties", "leverage", "from"],
        ["Talks", "T1.5", 30000, "1990|B", True, datetime(2006, 4, 2)],
    ],
    "Sheet7": [],
    "#notes": [["anything", 5]],
}


def _book(path: Path, sheets: Sheets, hidden: str = "") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if hidden:
        book[hidden].sheet_state = "hidden"
    book.save(path)
    return path


def _faults(path: Path) -> list[tuple[str, str, int, str]]:
    found = read_records(path).faults
    return [(f.code, f.place.file.rpartition(" ")[2], f.place.row, f.place.column) for f in found if f.place]


def test_typed_cells(tmp_path: Path) -> None:
    reading = read_records(_book(tmp_path / "b.xlsx", SHEETS))
    assert reading.faults == ()
    horizon, _, first, _, vote, talks = reading.records
    assert isinstance(horizon, Horizon)
    assert str(horizon.last) == "2007"
    assert first.key == "1990"
    assert isinstance(vote, Election)
    assert (str(vote.date), vote.before) == ("2006-05-07", 1.5)
    assert isinstance(talks, Activity)
    assert (talks.track, talks.spend_max, talks.parties, talks.leverage) == ("T1.5", 30000, ("1990", "B"), True)
    assert str(talks.begin) == "2006-04-02"
    assert talks.origin is not None
    assert (talks.origin.at("begin").file, talks.origin.at("begin").column) == ("b.xlsx, sheet activity", "from")


def test_the_one_file_form_in_a_sheet(tmp_path: Path) -> None:
    expected = read_text(tmp_path, SMALL).records
    rows = [line.split(",") for line in SMALL.splitlines()]
    assert read_records(_book(tmp_path / "b.xlsx", {"Sheet1": rows})).records == expected


@pytest.mark.parametrize("name", ["word lists", "Tabelle2"])
def test_hidden_sheets_of_other_names_are_left_alone(name: str, tmp_path: Path) -> None:
    sheets = SHEETS | {name: [["a", "b"]]}
    assert _faults(_book(tmp_path / "a.xlsx", sheets, hidden=name)) == []
    assert _faults(_book(tmp_path / "b.xlsx", sheets)) == [("unknown_file", name.split()[-1], 1, "A")]
    assert _faults(_book(tmp_path / "c.xlsx", SHEETS, hidden="party")) == []


def test_cells_at_fault(tmp_path: Path) -> None:
    work: list[list[Any]] = [
        ["name", "track", "spend_max", "political", "begin"],
        ["a", 1.5, 5, 0, 39689],
        ["b", "T1", datetime(2008, 1, 3), "60 %", datetime(2008, 1, 3, 14)],
        ["c", "T1", "1.500", True, None],
        ["d", "T1", "0,5", 0, "31/08/2008"],
    ]
    assert _faults(_book(tmp_path / "b.xlsx", SHEETS | {"activity": work})) == [
        ("not_a_track", "activity", 2, "track"),
        ("not_a_date", "activity", 2, "begin"),
        ("not_a_number", "activity", 3, "spend_max"),
        ("not_a_date", "activity", 3, "begin"),
        ("ambiguous_number", "activity", 4, "spend_max"),
        ("not_a_number", "activity", 4, "political"),
        ("not_a_date", "activity", 5, "begin"),
    ]


def test_first_days_shown_as_months_are_in_doubt(tmp_path: Path) -> None:
    """Typing 2008-08 makes some spreadsheets keep 1 August and show Aug-08."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "election"
    sheet.append(["who", "date"])
    for row, form in enumerate(("mmm-yy", "yyyy-mm-dd", "[$-409]d/m/yy;@", '"day" mmmm yyyy'), start=2):
        sheet.append([f"P{row}", datetime(2008, 8, 1)])
        sheet.cell(row=row, column=2).number_format = form
    book.save(tmp_path / "b.xlsx")
    reading = read_records(tmp_path / "b.xlsx")
    assert [(f.code, f.place.row) for f in reading.faults if f.place] == [("month_cell", 2), ("month_cell", 5)]
    assert "write 2008-08, or 2008-08-01 if the day is meant" in reading.faults[0].remedy
    assert [str(vote.date) for vote in reading.records if isinstance(vote, Election)] == ["2008-08-01", "2008-08-01"]


def test_errors_and_formulas(tmp_path: Path) -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data)
    sheet = book.add_worksheet("activity")
    for column, heading in enumerate(("name", "track", "spend_max", "setup")):
        sheet.write(0, column, heading)
    for row, (formula, result) in enumerate((("=1/0", "#DIV/0!"), ("=5*4", 20), ("=NA()", "#N/A")), start=1):
        sheet.write_row(row, 0, [f"w{row}", "T1"])
        sheet.write_formula(row, 2, formula, None, result)
    book.close()
    (tmp_path / "a.xlsx").write_bytes(data.getvalue())
    reading = read_records(tmp_path / "a.xlsx")
    assert _faults(tmp_path / "a.xlsx") == [
        ("error_cell", "activity", 2, "spend_max"),
        ("error_cell", "activity", 4, "spend_max"),
    ]
    assert [work.spend_max for work in reading.records if isinstance(work, Activity)] == [20]
    never = _book(
        tmp_path / "b.xlsx", {"activity": [["name", "track", "spend_max", "setup"], ["a", "T1", "=1+1", "=2"]]}
    )
    assert _faults(never) == [
        ("not_calculated", "activity", 2, "spend_max"),
        ("not_calculated", "activity", 2, "setup"),
    ]


def test_cells_too_far_apart(tmp_path: Path) -> None:
    """The table between them would not fit in memory; blank cells that only have a format are no matter."""
    path = _book(tmp_path / "b.xlsx", SHEETS)
    for value, codes in ((None, []), (1, ["not_a_workbook"])):
        book = openpyxl.load_workbook(path)
        book["party"]["XFD1048576"] = value
        book["party"]["XFD1048576"].font = openpyxl.styles.Font(bold=True)
        book.save(tmp_path / "c.xlsx")
        assert [fault.code for fault in read_records(tmp_path / "c.xlsx").faults] == codes


@pytest.mark.parametrize(("old", "new"), [("<c ", "<f>"), ('r="A2"', 'r="A99999999999"')])
def test_damaged_sheets(old: str, new: str, tmp_path: Path) -> None:
    from zipfile import ZipFile

    path = _book(tmp_path / "b.xlsx", SHEETS)
    with ZipFile(path) as before, ZipFile(tmp_path / "c.xlsx", "w") as after:
        for name in before.namelist():
            text = before.read(name).decode()
            after.writestr(name, text.replace(old, new) if name.endswith("sheet5.xml") else text)
    assert [fault.code for fault in read_records(tmp_path / "c.xlsx").faults] == ["not_a_workbook"]


def test_empty_and_meaningless_workbooks(tmp_path: Path) -> None:
    assert [f.code for f in read_records(_book(tmp_path / "a.xlsx", {"activity": []})).faults] == ["empty_file"]
    instance, faults = examine(read_records(_book(tmp_path / "b.xlsx", {"Sheet1": [["a", "b"], [1, 2]]})))
    assert instance is None
    assert [fault.code for fault in faults] == ["unknown_file"]
