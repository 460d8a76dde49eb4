"""Commands that write files: they never replace one unasked, and what they write can be read back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from planner.errors import Exit
from planner.read import read, read_records


def test_new_writes_a_starter_that_is_in_order(plan) -> None:
    ended = plan("new")
    assert ended.exit_code == Exit.OK
    assert ended.stdout == ""
    assert ended.stderr == "Wrote instance.csv. Next: plan check instance.csv, plan solve instance.csv\n"
    checked = plan("check", "instance.csv")
    assert checked.exit_code == Exit.OK
    assert checked.stdout == "instance.csv can be solved: 8 activities, 3 funders, 12 quarters.\n"


@pytest.mark.parametrize("target", ["book.xlsx", "folder", "one.csv"])
def test_new_in_every_form_is_the_same_instance(plan, target: str) -> None:
    assert plan("new").exit_code == Exit.OK
    assert plan("new", "--out", target, "-q").exit_code == Exit.OK
    assert read_records(target).records == read_records("instance.csv").records


def test_new_on_standard_output(plan) -> None:
    assert plan("new", "--out", "-").stdout.startswith("record,name,")


def test_every_case_is_named_copied_and_in_order(plan) -> None:
    names = plan("new", "--cases").stdout.split()
    assert names == ["egypt-israel", "georgia-russia", "israel-plo", "serbia-kosovo"]
    for name in names:
        assert plan("new", "--case", name, "-q").exit_code == Exit.OK
        read(f"{name}.csv")


def test_a_case_by_its_beginning_or_its_likely_name(plan) -> None:
    assert "Wrote georgia-russia.csv" in plan("new", "--case", "georgia").stderr
    ended = plan("new", "--case", "gorgia-rusia")
    assert ended.exit_code == Exit.INPUT
    assert 'Did you mean "georgia-russia"?' in ended.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["new", "--out", "there.csv"],
        ["convert", "tiny.csv", "there.csv"],
        ["solve", "tiny.csv", "--out", "there.csv"],
        ["solve", "tiny.csv", "--write-model", "there.mps"],
        ["rules", "--out", "there.csv"],
        ["schema", "--out", "there.csv"],
        ["check", "tiny.csv", "--mark", "there.xlsx"],
    ],
    ids=" ".join,
)
def test_nothing_is_replaced_unasked(plan, tiny: str, words: list[str]) -> None:
    there = Path(next(word for word in words if word.startswith("there")))
    there.write_text("mine", encoding="utf-8")
    ended = plan(*words)
    assert ended.exit_code == Exit.INPUT
    assert "there" in ended.stderr
    assert "--force" in ended.stderr
    assert there.read_text(encoding="utf-8") == "mine"
    forced = plan(*words, "--force")
    assert forced.exit_code == Exit.OK, forced.stderr
    assert there.read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("target", "reason"), [("x.docx", ".docx"), ("nowhere/x.csv", "nowhere"), ("x.plan", "cannot be written")]
)
def test_a_target_that_will_not_do_is_told_before_the_search(plan, tiny: str, target: str, reason: str) -> None:
    for words in (["solve", tiny, "--out", target], ["convert", tiny, target], ["new", "--out", target]):
        ended = plan(*words)
        assert ended.exit_code == Exit.INPUT
        assert reason in ended.stderr


@pytest.mark.parametrize("target", ["book.xlsx", "folder", "again.csv"])
def test_convert_loses_nothing(plan, tiny: str, target: str) -> None:
    assert plan("convert", tiny, target).exit_code == Exit.OK
    assert read_records(target).records == read_records(tiny).records


def test_convert_from_and_to_the_standard_streams(process, tiny: str) -> None:
    ended = process("convert", tiny, "-")
    assert ended.returncode == Exit.OK
    assert ended.stdout.startswith(b"record,name")


def test_convert_what_cannot_be_solved_yet(plan, tiny: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8").replace("North|South", "North|Sudh")
    Path(tiny).write_text(text, encoding="utf-8")
    ended = plan("convert", tiny, "book.xlsx")
    assert ended.exit_code == Exit.OK
    assert "It has 1 fault: plan check book.xlsx" in ended.stderr


def test_check_marks_a_workbook(plan, tiny: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8").replace("North|South", "North|Sudh")
    Path(tiny).write_text(text, encoding="utf-8")
    ended = plan("check", tiny, "--mark", "marked.xlsx")
    assert ended.exit_code == Exit.INPUT
    from openpyxl import load_workbook

    comments = [
        cell.comment.text for sheet in load_workbook("marked.xlsx") for row in sheet for cell in row if cell.comment
    ]
    assert len(comments) == 1
    assert "South" in comments[0]


def test_check_in_json_and_csv(plan, tiny: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8").replace("North|South", "North|Sudh")
    Path(tiny).write_text(text, encoding="utf-8")
    as_json = plan("check", tiny, "--format", "json")
    assert as_json.exit_code == Exit.INPUT
    document = json.loads(as_json.stdout)
    assert (document["kind"], document["format"]) == ("faults", 1)
    (fault,) = document["rows"]
    assert (fault["file"], fault["row"], fault["column"], fault["severity"]) == ("tiny.csv", 7, "who", "error")
    (row,) = csv.DictReader(io.StringIO(plan("check", tiny, "--format", "csv").stdout))
    assert row == {name: str(value) for name, value in fault.items()}


def test_warnings_become_faults_if_asked(plan, tiny: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8").replace("North|South,,,,,,,T1", "North|South,,,,unverified,,,T1")
    Path(tiny).write_text(text, encoding="utf-8")
    ended = plan("check", tiny)
    assert ended.exit_code == Exit.OK
    assert "1 warning" in ended.stdout
    strict = plan("check", tiny, "--strict")
    assert strict.exit_code == Exit.INPUT
    assert "1 fault" in strict.stdout


def test_codes_are_listed_once_each(plan) -> None:
    rows = json.loads(plan("check", "--codes", "--format", "json").stdout)["rows"]
    codes = [row["code"] for row in rows]
    assert len(codes) == len(set(codes)) > 50
    assert all(row["meaning"] and row["remedy"] for row in rows)
