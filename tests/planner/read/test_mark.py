"""The user's own workbook comes back with a comment and a colour on each faulty cell."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from models.faults import Fault, Faults
from planner.mark import mark
from planner.read import examine, read_records
from planner.write import write_instance
from tests.planner.read.files import SMALL

SPOILED = SMALL.replace("weaker", "weak").replace("30000", "=0").replace("party,Russia", "party,Russia,,,,,,,,,,,5")


def _marked(path: Path) -> dict[tuple[str, str], str]:
    """Comments by sheet and cell."""
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def _codes(comments: dict[tuple[str, str], str]) -> dict[tuple[str, str], list[str]]:
    return {cell: [part.split("]")[0] for part in text.split("[")[1:]] for cell, text in comments.items()}


def test_a_csv_file(tmp_path: Path) -> None:
    source, target = tmp_path / "a.csv", tmp_path / "marked.xlsx"
    source.write_text(SPOILED)
    faults = examine(read_records(source))[1]
    mark(source, faults, target)
    assert {cell: codes for cell, codes in _codes(_marked(target)).items() if cell[1] in ("D4", "M5", "O7")} == {
        ("instance", "D4"): ["unknown_word"],
        ("instance", "M5"): ["unused_cell"],
        ("instance", "O7"): ["not_a_number"],
    }
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert [cell.value for cell in sheet[1]] == SMALL.splitlines()[0].split(",")
    assert (sheet["O7"].value, sheet["O7"].data_type, sheet["O7"].fill.fgColor.rgb) == ("=0", "s", "00FFC7CE")
    assert sheet["A7"].fill.fill_type is None


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "conflict.csv").write_text("name,weight\nA,heavy\n")
    (tmp_path / "in" / "party.csv").write_text("name,strength\nA,weak\n")
    faults = read_records(tmp_path / "in").faults
    mark(tmp_path / "in", faults, tmp_path / "out.xlsx")
    assert _codes(_marked(tmp_path / "out.xlsx")) == {
        ("conflict", "B2"): ["not_a_number"],
        ("party", "B2"): ["unknown_word"],
    }


def test_a_workbook_keeps_its_looks_and_other_comments(tmp_path: Path) -> None:
    source, target = tmp_path / "a.csv", tmp_path / "b.xlsx"
    source.write_text(SMALL)
    write_instance(read_records(source).records, target)
    book = openpyxl.load_workbook(target)
    book["party"]["C2"] = "weak"
    book["party"]["C2"].comment = Comment("mine", "me")
    book["party"]["A2"].font = Font(bold=True)
    book["party"].column_dimensions["A"].width = 33
    book.save(target)
    mark(target, read_records(target).faults, tmp_path / "c.xlsx")
    text = _marked(tmp_path / "c.xlsx")["party", "C2"]
    assert text.startswith("mine\nExpected")
    kept = openpyxl.load_workbook(tmp_path / "c.xlsx")["party"]
    assert kept["A2"].font.bold
    assert kept.column_dimensions["A"].width == 33


def test_marks_of_an_earlier_check_go(tmp_path: Path) -> None:
    source, first = tmp_path / "a.csv", tmp_path / "b.xlsx"
    source.write_text(SPOILED)
    mark(source, read_records(source).faults, first)
    assert _marked(first)
    mark(first, (), tmp_path / "c.xlsx")
    assert _marked(tmp_path / "c.xlsx") == {}


def test_faults_of_the_whole_and_warnings(tmp_path: Path) -> None:
    source, target = tmp_path / "a.csv", tmp_path / "b.xlsx"
    source.write_text(SMALL)
    mark(source, [Fault("no_money", "x", "y", "z", severity="warning")], target)
    assert _codes(_marked(target)) == {("instance", "A1"): ["no_money"]}
    assert openpyxl.load_workbook(target).worksheets[0]["A1"].fill.fgColor.rgb == "00FFEB9C"


def test_existing_files_and_unreadable_sources(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(SMALL)
    (tmp_path / "b.xlsx").write_text("keep")
    with pytest.raises(FileExistsError):
        mark(tmp_path / "a.csv", (), tmp_path / "b.xlsx")
    assert (tmp_path / "b.xlsx").read_text() == "keep"
    with pytest.raises(Faults):
        mark(tmp_path / "none.csv", (), tmp_path / "c.xlsx")
    (tmp_path / "odd.csv").write_text("record,name\nconflict,a\x0bb\nparty,b\x07\n")
    faults = read_records(tmp_path / "odd.csv").faults
    mark(tmp_path / "odd.csv", faults, tmp_path / "c.xlsx")
    assert ("instance", "B3") in _marked(tmp_path / "c.xlsx")
