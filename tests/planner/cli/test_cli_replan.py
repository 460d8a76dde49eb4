"""``plan replan``: what it prints and saves, what it refuses, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.errors import Exit

ADOPTED = """\
record,funder,activity,period,spend,amount
work,,Schools,2030-Q1,40
grant,Trust,Schools,2030-Q1,,50
work,,Schools,2030-Q2,40
grant,Trust,Schools,2030-Q2,,40
"""


@pytest.fixture
def adopted() -> str:
    Path("adopted.csv").write_text(ADOPTED, encoding="utf-8")
    return "adopted.csv"


def test_a_new_plan_for_people_and_programs(plan, tiny: str, adopted: str) -> None:
    words = ("replan", tiny, adopted, "--from", "2030-Q2", "--changes", "1", "--gap", "0", "--resume", "run.jsonl")
    ended = plan(*words, "--out", "new.csv")
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "Planned again from 2030-Q2 on" in ended.stdout
    assert "One work runs otherwise than adopted, of at most 1." in ended.stdout
    assert "So stability costs" in ended.stdout
    assert plan("audit", tiny, "new.csv").exit_code == Exit.OK
    whole = plan(*words, "--format", "json").stdout
    found = json.loads(whole)["replan"]
    assert found["from"] == "2030-Q2"
    assert found["promised"] == ["Schools"]
    assert len(found["changed"]) == 1
    assert 0 <= found["price_low"] <= found["price_high"]
    assert found["carried_on"]["value"] < found["value"] <= found["free_bound"] + 1e-6
    Path("new.json").write_text(whole, encoding="utf-8")
    assert plan("audit", tiny, "new.json").exit_code == Exit.OK


def test_what_is_gone_is_left_out_or_has_happened(plan, tiny: str, adopted: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8")
    Path("gone.csv").write_text("".join(line for line in text.splitlines(True) if "Schools" not in line), "utf-8")
    ended = plan("replan", "gone.csv", adopted, "--from", "2030-Q2")
    assert ended.exit_code == Exit.INPUT
    assert "It has happened" in ended.stderr
    ended = plan("replan", "gone.csv", adopted, "--from", "2030-Q1", "--gap", "1%")
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "No longer in the instance, and left out of the adopted plan: Schools." in ended.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "2040"), "expected a date or period from 2030-Q1 to 2030-Q4"),
        (("--from", "2030-Q2", "--happened", "storm"), 'no scenario is called "storm"'),
        (("--from", "2030-Q2", "--buy-out", "much"), "expected a share such as 25%"),
        (("--from", "2030-Q2", "--commitments", "buy-out"), "--buy-out 25%"),
        (("--from", "2030-Q2", "--write-instance", "x.csv"), "belongs to --happened"),
    ],
)
def test_what_cannot_be_asked(plan, tiny: str, adopted: str, words: tuple[str, ...], told: str) -> None:
    ended = plan("replan", tiny, adopted, *words)
    assert ended.exit_code == Exit.INPUT
    assert told in ended.stderr


def test_no_plan_keeps_what_was_promised(plan, tiny: str, adopted: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8")
    Path("poor.csv").write_text(text.replace("Trust,,,,,,1000", "Trust,,,,,,70"), encoding="utf-8")
    ended = plan("replan", "poor.csv", adopted, "--from", "2030-Q2")
    assert ended.exit_code == Exit.INFEASIBLE
    assert ended.stdout == ""
    assert "can no longer be carried on" in ended.stderr
    assert "let promises go" in ended.stderr


def test_others_get_the_plan_alone(plan, tiny: str, adopted: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8")
    row = "activity,Talks,River,negotiation,North|South,,,,,,"
    Path("secret.csv").write_text(text.replace(row, row[:-1] + "secret,"), encoding="utf-8")
    ended = plan("replan", "secret.csv", adopted, "--from", "2030-Q2", "--gap", "1%", "--audience", "public")
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "stability" not in ended.stdout
    assert "Talks" not in ended.stdout
    assert "left out for this audience" in ended.stderr


def test_differences_from_a_plan_of_another_version(plan, tiny: str, adopted: str) -> None:
    assert plan("replan", tiny, adopted, "--from", "2030-Q2", "--gap", "1%", "--out", "new.csv").exit_code == Exit.OK
    text = Path(tiny).read_text(encoding="utf-8")
    Path("richer.csv").write_text(text.replace("Trust,,,,,,1000", "Trust,,,,,,2000"), encoding="utf-8")
    ended = plan("diff", "richer.csv", adopted, "new.csv")
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "The second plan" in ended.stdout
    assert "new.csv was made for another version of the instance" in ended.stderr
    ended = plan("diff", tiny, "new.csv")
    assert ended.exit_code == Exit.INPUT
    assert "new.csv is a plan" in ended.stderr
    Path("typo.csv").write_text(ADOPTED.replace("Schools", "Shcools"), encoding="utf-8")
    ended = plan("diff", tiny, adopted, "typo.csv")
    assert ended.exit_code == Exit.INPUT
    assert 'Did you mean "Schools"' in ended.stderr
