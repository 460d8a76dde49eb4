"""``plan explain``: what it prints, what it refuses, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from planner.errors import Exit


def test_an_explanation_for_people_and_programs(plan, tiny: str) -> None:
    words = ("explain", tiny, "Schools", "--ask", "in,when", "--gap", "0", "--resume", "run.jsonl")
    ended = plan(*words)
    assert ended.exit_code == Exit.OK, ended.stderr
    first, *_ = ended.stdout.splitlines()
    assert first.startswith("Schools is in the plan: the best plan without it scores ")
    assert "Why in\n" in ended.stdout
    assert "Without it the plan drops Schools;" in ended.stdout
    assert "Why then\n  It starts in the first period: there is nothing earlier." in ended.stdout
    assert "Who pays\n" not in ended.stdout
    found = json.loads(plan(*words, "--format", "json").stdout)
    assert (found["kind"], found["format"], found["state"]) == ("explanation", 1, "in")
    assert [(each["question"], each["choice"]) for each in found["choices"]] == [("in", "without"), ("when", "later")]
    assert all(each["low"] > 0 for each in found["choices"])
    assert plan(*words, "--out", "answers.csv").exit_code == Exit.OK
    rows = [*csv.DictReader(io.StringIO(Path("answers.csv").read_text(encoding="utf-8")))]
    assert [(row["choice"], row["verdict"]) for row in rows] == [("without", "worse"), ("later", "worse")]


def test_a_name_that_is_no_activity(plan, tiny: str) -> None:
    ended = plan("explain", tiny, "Shools")
    assert ended.exit_code == Exit.INPUT
    assert ended.stdout == ""
    assert 'no activity is called "Shools". Did you mean "Schools"?' in ended.stderr


@pytest.mark.parametrize("asked", ["", "why", "in,whom"])
def test_questions_that_are_none(plan, tiny: str, asked: str) -> None:
    ended = plan("explain", tiny, "Schools", "--ask", asked)
    assert ended.exit_code == Exit.INPUT
    assert "expected some of in, when, who, flip" in ended.stderr


def test_it_is_refused_where_anything_is_hidden(plan, tiny: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8")
    row = "activity,Schools,River,education,,,,,,"
    Path("secret.csv").write_text(text.replace(f"{row},", f"{row}secret,"), encoding="utf-8")
    ended = plan("explain", "secret.csv", "Talks", "--audience", "public")
    assert ended.exit_code == Exit.INPUT
    assert ended.stdout == ""
    assert "rests on all work" in ended.stderr
