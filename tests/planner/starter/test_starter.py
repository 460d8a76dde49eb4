"""The starter has neither faults nor warnings, solves, and says the same as CSV and as a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.records import RECORDS
from planner.errors import InputError
from planner.read import read, read_records
from planner.read.layout import attributes, columns
from planner.schema import limits, record_rows, schema_rows, word_rows
from planner.solve import SolveOptions, Status, solve
from planner.starter import case_names, case_text, starter_csv, starter_workbook


@pytest.fixture(name="csv_file")
def _csv_file(tmp_path: Path) -> Path:
    file = tmp_path / "starter.csv"
    file.write_text(starter_csv(), encoding="utf-8")
    return file


@pytest.fixture(name="workbook")
def _workbook(tmp_path: Path) -> Path:
    file = tmp_path / "starter.xlsx"
    starter_workbook(file)
    return file


@pytest.mark.parametrize("form", ["csv_file", "workbook"])
def test_the_starter_has_neither_faults_nor_warnings(form: str, request: pytest.FixtureRequest) -> None:
    _, warnings = read(request.getfixturevalue(form))
    assert warnings == ()


def test_both_forms_say_the_same(csv_file: Path, workbook: Path) -> None:
    assert read_records(workbook).records == tuple(sorted(read_records(csv_file).records, key=_place))


def _place(record: object) -> int:
    return RECORDS.index(type(record))  # type: ignore[arg-type]


@pytest.mark.parametrize("objective", ["progress", "cost"])
def test_the_starter_solves(csv_file: Path, objective: str) -> None:
    instance, _ = read(csv_file)
    result = solve(instance, SolveOptions(objective=objective, gap=0.02, threads=1))  # type: ignore[arg-type]
    assert result.status is Status.SOLVED
    assert result.plan is not None
    assert result.plan.works


def test_the_starter_teaches(csv_file: Path) -> None:
    """Two parties, several works and tranches, a vote and a closure; comments before each part; every column."""
    lines = starter_csv().splitlines()
    assert lines[0] == ",".join(columns())
    assert sum(line.startswith("#") for line in lines) > 15
    instance, _ = read(csv_file)
    assert (len(instance.parties), len(instance.elections), len(instance.closures)) == (2, 1, 1)
    assert len(instance.funders) == 3
    assert 6 <= len(instance.activities) <= 8
    assert instance.calendar.number == 12


def test_the_workbook_has_a_sheet_for_each_record_with_notes_and_drop_downs(workbook: Path) -> None:
    book = load_workbook(workbook)
    for kind in RECORDS:
        page = book[kind.word]
        headings = [cell.value for cell in page[1]]
        assert headings == list(attributes(kind))
        for cell, attribute in zip(page[1], attributes(kind).values(), strict=True):
            assert cell.comment is not None
            assert attribute.meaning in cell.comment.text
        ranges = [str(each.sqref) for each in page.data_validations.dataValidation]
        for number, attribute in enumerate(attributes(kind).values()):
            if attribute.shape in ("word", "track", "flag"):
                letter = page.cell(1, number + 1).column_letter
                assert any(each.startswith(f"{letter}2:{letter}") for each in ranges), (kind.word, attribute.name)


def test_each_drop_down_lists_the_words_of_its_attribute(workbook: Path) -> None:
    book = load_workbook(workbook)
    page = book["activity"]
    formulas = {str(each.sqref)[0]: each.formula1 for each in page.data_validations.dataValidation}
    for number, attribute in enumerate(list(attributes(RECORDS[10]).values())[:8]):
        if attribute.shape in ("word", "track"):
            sheet, cells = formulas[page.cell(1, number + 1).column_letter].lstrip("=").split("!")
            words = tuple(row[0].value for row in book[sheet.strip("'")][cells.replace("$", "")])
            assert words == attribute.words


def test_the_workbook_is_the_same_each_time(workbook: Path, tmp_path: Path) -> None:
    starter_workbook(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == workbook.read_bytes()


def test_an_existing_workbook_is_left_as_it_is(workbook: Path) -> None:
    with pytest.raises(FileExistsError):
        starter_workbook(workbook)
    starter_workbook(workbook, force=True)


def test_every_case_can_be_had_by_name() -> None:
    assert {"georgia-russia", "israel-plo", "egypt-israel"} <= set(case_names())
    for name in case_names():
        assert case_text(name).startswith("record,")
    assert case_text("Georgia Russia.csv") == case_text("georgia-russia")


def test_an_unknown_case_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(InputError) as raised:
        case_text("georgia-rusia")
    assert 'Did you mean "georgia-russia"?' in raised.value.remedy


def test_the_schema_names_every_attribute_of_every_record() -> None:
    rows = schema_rows()
    assert [(row.record, row.field) for row in rows] == [
        (kind.word, name) for kind in RECORDS for name in attributes(kind)
    ]
    assert {row.heading for row in rows} <= {*columns(), "set"}
    for row in rows:
        assert row.type
        assert row.meaning
        assert row.blank
    assert [word for word, _ in record_rows()] == [kind.word for kind in RECORDS]


@pytest.mark.parametrize(
    ("record", "field", "words"),
    [
        ("funder", "largest_share", "above 0 to 1"),
        ("activity", "spend_max", "above 0"),
        ("activity", "setup", "at least 0"),
        ("horizon", "number", "1 to 600"),
        ("milestone", "social", "-1 to 1"),
        ("closure", "who", "2 names"),
        ("activity", "name", ""),
    ],
)
def test_ranges_are_said_in_words(record: str, field: str, words: str) -> None:
    kind = next(kind for kind in RECORDS if kind.word == record)
    assert limits(kind, field) == words


def test_words_of_closed_lists_have_meanings() -> None:
    rows = {(row.list, row.word): row for row in word_rows()}
    assert rows["track", "T1.5"].meaning
    assert rows["activity kind", "carrot"].tracks == "T1"
    assert rows["activity kind", "mediation"].tracks == "T1 T1.5 T2"
    assert rows["link kind", "transfers"].meaning
