"""``plan repair``: what it prints and writes, what it refuses, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from planner.errors import Exit
from planner.read import read
from tests.planner.cli.conftest import TINY

SHORT = TINY.replace(",1000\n", ",30\n") + "target,Better lives,River,structural,,,2030-Q2,0.03\n"
COST = ("--objective", "cost", "--resolution", "0.3", "--jobs", "1")


@pytest.fixture
def short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("short.csv").write_text(SHORT, encoding="utf-8")
    return "short.csv"


def test_conflict_and_repairs_for_people(plan, short: str) -> None:
    ended = plan("repair", short, *COST)
    assert ended.exit_code == Exit.OK
    text = ended.stdout
    assert "no plan satisfies it. This is proven." in text
    assert "short.csv row 6 (amount)" in text
    assert "short.csv row 9" in text
    assert "Proven minimal" in text
    first = text[text.index("Repairs, the cheapest first") :]
    assert first.index('"Trust" gives') < first.index("asks for structural progress") < first.index("is dropped")


def test_a_later_date_comes_first(plan, short: str) -> None:
    text = TINY + "target,Better lives,River,structural,,,2030-Q1,0.03\n"
    Path(short).write_text(text, encoding="utf-8")
    ended = plan("repair", short, *COST, "--out", "fixed.csv")
    assert '1  target "Better lives" is due by 2030-Q2 instead of 2030-Q1' in ended.stdout
    assert "Sooner does not do: proven." in ended.stdout
    assert str(read("fixed.csv")[0].targets[0].by) == "2030-Q2"


def test_for_programs(plan, short: str) -> None:
    found = json.loads(plan("repair", short, *COST, "--resume", "run.jsonl", "--format", "json").stdout)
    assert (found["kind"], found["format"], found["state"]) == ("repairs", 1, "infeasible")
    assert found["conflict"]["minimal"] is True
    assert {row["places"][0]["row"] for row in found["conflict"]["rows"]} == {6, 9}
    rows = list(
        csv.DictReader(io.StringIO(plan("repair", short, *COST, "--resume", "run.jsonl", "--format", "csv").stdout))
    )
    assert {row["part"] for row in rows} == {"conflict", "repair"}
    assert [row["kind"] for row in rows if row["part"] == "repair"] == [each["kind"] for each in found["repairs"]]


def test_out_writes_the_repaired_instance_and_nothing_else_changes(plan, short: str) -> None:
    kept = ("--resume", "run.jsonl")
    listed = json.loads(plan("repair", short, *COST, *kept, "--format", "json").stdout)["repairs"]
    number = next(each["number"] for each in listed if each["kind"] == "money")
    assert plan("repair", short, *COST, *kept, "--out", "fixed.csv", "--repair", str(number)).exit_code == Exit.OK
    before, after = read(short)[0].records, read("fixed.csv")[0].records
    (changed,) = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed[0].word == "funder"
    assert changed[1].model_copy(update={"amount": 30}) == changed[0]
    assert plan("repair", "fixed.csv", *COST).stdout.count("nothing to repair") == 1
    again = plan("repair", short, *COST, "--out", "fixed.csv")
    assert again.exit_code == Exit.INPUT
    assert "exists already" in again.stderr
    assert plan("repair", short, *COST, *kept, "--out", "other.csv", "--repair", "99").exit_code == Exit.INPUT
    assert not Path("other.csv").exists()


def test_nothing_to_repair(plan, tiny: str) -> None:
    ended = plan("repair", tiny, "--out", "fixed.csv")
    assert ended.exit_code == Exit.OK
    assert "a plan satisfies it, so there is nothing to repair." in ended.stdout
    assert not Path("fixed.csv").exists()


def test_what_check_refuses_is_told_as_check_does(plan, short: str) -> None:
    Path(short).write_text(SHORT.replace("North|South", "North|Sudh"), encoding="utf-8")
    ended = plan("repair", short)
    assert ended.exit_code == Exit.INPUT
    assert "Sudh" in ended.stderr
    assert "nothing was repaired" in ended.stderr


def test_resume(plan, short: str) -> None:
    first = json.loads(plan("repair", short, *COST, "--resume", "run.jsonl", "--format", "json").stdout)
    again = json.loads(plan("repair", short, *COST, "--resume", "run.jsonl", "--format", "json").stdout)
    assert first["solves"] > 0
    assert again["solves"] == 0
    assert again["repairs"] == first["repairs"]
    lines = Path("run.jsonl").read_bytes().splitlines(keepends=True)
    Path("run.jsonl").write_bytes(b"".join(lines[:3]) + lines[3][:20])
    cut = json.loads(plan("repair", short, *COST, "--resume", "run.jsonl", "--format", "json").stdout)
    assert cut["repairs"] == first["repairs"]
    assert 0 < cut["solves"] < first["solves"]
    Path(short).write_text(SHORT.replace(",30\n", ",31\n"), encoding="utf-8")
    assert plan("repair", short, *COST, "--resume", "run.jsonl").exit_code == Exit.INPUT


def test_hidden_work_is_not_told(plan, short: str) -> None:
    Path(short).write_text(SHORT.replace("North|South,,,,,,,T1", "North|South,,,,,secret,,T1"), encoding="utf-8")
    ended = plan("repair", short, "--audience", "public")
    assert ended.exit_code == Exit.INPUT
    assert "Talks" not in ended.output
