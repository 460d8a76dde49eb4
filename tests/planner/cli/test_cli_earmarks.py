"""``plan earmarks``: what it prints, what it refuses, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from planner.errors import Exit

LATE = "set,Trust,,lead_time,,,,1\n"


@pytest.fixture
def late(tiny: str) -> str:
    """The tiny instance, its money a quarter late."""
    text = Path(tiny).read_text(encoding="utf-8")
    Path("late.csv").write_text(text + LATE, encoding="utf-8")
    return "late.csv"


def test_answers_for_people_and_programs(plan, late: str) -> None:
    ended = plan("earmarks", late, "--gap", "0", "--resume", "run.jsonl")
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "Trust: first payment 1 quarter after it is there" in ended.stdout
    assert "Nobody but Trust could pay for" in ended.stdout
    found = json.loads(plan("earmarks", late, "--gap", "0", "--resume", "run.jsonl", "--format", "json").stdout)
    assert (found["kind"], found["format"]) == ("earmarks", 1)
    (release,) = found["releases"]
    assert (release["tranche"], release["condition"], release["verdict"]) == ("Trust", "lead_time", "buys")
    assert 0 < release["low"] <= release["high"] + 1e-9
    assert {payer["choice"] for payer in found["payers"]} == {"only payer"}
    rows = list(
        csv.DictReader(
            io.StringIO(plan("earmarks", late, "--gap", "0", "--resume", "run.jsonl", "--format", "csv").stdout)
        )
    )
    assert [row["condition"] for row in rows] == ["lead_time"]


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_answers_are_refused_where_anything_is_hidden(plan, late: str, audience: str) -> None:
    text = (
        Path(late)
        .read_text(encoding="utf-8")
        .replace("Schools,River,education,,,,,,,,", "Schools,River,education,,,,,,secret,,")
    )
    Path("secret.csv").write_text(text, encoding="utf-8")
    ended = plan("earmarks", "secret.csv", "--audience", audience)
    assert ended.exit_code == Exit.INPUT
    assert ended.stdout == ""
    assert "What conditions cost rests on all work" in ended.stderr
    assert "Schools" not in ended.output


def test_where_the_answer_goes_is_looked_at_first(plan, late: str) -> None:
    assert plan("earmarks", late, "--out", "answers.xlsx").exit_code == Exit.INPUT
    Path("there.csv").write_text("mine", encoding="utf-8")
    assert plan("earmarks", late, "--out", "there.csv").exit_code == Exit.INPUT
