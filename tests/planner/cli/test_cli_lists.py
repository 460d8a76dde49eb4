"""Commands that print lists: the same rows as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from models.assumptions import ASSUMPTIONS
from models.rules import RULES
from planner.cli.manners import Manners
from planner.cli.table import Table
from planner.schema import record_rows, schema_rows


@pytest.mark.parametrize(
    ("command", "rows"), [("rules", RULES), ("assumptions", ASSUMPTIONS), ("schema", schema_rows())]
)
def test_json_and_csv_hold_every_row(plan, command: str, rows: tuple[object, ...]) -> None:
    document = json.loads(plan(command, "--format", "json").stdout)
    assert (document["kind"], document["format"]) == (command, 1)
    assert len(document["rows"]) == len(rows)
    table = list(csv.DictReader(io.StringIO(plan(command, "--format", "csv").stdout)))
    assert [list(row) for row in table] == [list(row) for row in document["rows"]]
    assert len(table) == len(rows)


def test_the_rule_book_as_text(plan) -> None:
    words = " ".join(plan("rules").stdout.split())
    for rule in RULES:
        assert rule.name in words
        assert rule.effect in words
    assert "Off: " in words


def test_assumptions_of_one_rule(plan) -> None:
    table = json.loads(plan("assumptions", "--rule", "transfer", "--format", "json").stdout)["rows"]
    assert table == [row._asdict() for row in ASSUMPTIONS if row.rule == "transfer"]
    ended = plan("assumptions", "--rule", "tranfer")
    assert ended.exit_code == 2
    assert 'Did you mean "transfer"?' in ended.stderr
    assert "This rule has no numbers." in plan("assumptions", "--rule", "budget").stdout


def test_schema_of_one_record(plan) -> None:
    page = plan("schema", "--record", "funder").stdout
    assert page.startswith("funder: ")
    assert "set carry_over" in page
    assert "activity: " not in page
    assert 'Did you mean "funder"?' in plan("schema", "--record", "fundr").stderr


def test_schema_has_a_page_for_each_record(plan) -> None:
    page = plan("schema").stdout
    for word, meaning in record_rows():
        assert f"{word}: {meaning}" in page


def test_the_ending_of_out_chooses_the_form(plan) -> None:
    for name in ("rules.json", "rules.csv", "rules.txt"):
        assert plan("rules", "--out", name).stdout == ""
    assert json.loads(Path("rules.json").read_text(encoding="utf-8"))["kind"] == "rules"
    assert Path("rules.csv").read_text(encoding="utf-8").startswith("rule,effect,")
    assert "what it says" in Path("rules.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", ["80", "100", "160"])
def test_no_line_is_wider_than_the_terminal(plan, columns: str) -> None:
    for words in (["rules"], ["assumptions"], ["schema"], ["check", "--codes"]):
        lines = plan(*words, COLUMNS=columns).stdout.splitlines()
        assert max(len(line) for line in lines) <= int(columns)


def test_numbers_stay_numbers_in_csv_and_only_texts_are_kept_from_being_formulas() -> None:
    table = Table("prices", ("rule", "low", "number"), [("=1+1", -0.0085, -3), ("-5", None, 2.5), ("calm", 0.0, 0)])
    rows = list(csv.reader(io.StringIO(table.csv(Manners(format="csv")))))
    assert rows[1:] == [["'=1+1", "-0.0085", "-3"], ["'-5", "", "2.5"], ["calm", "0", "0"]]
