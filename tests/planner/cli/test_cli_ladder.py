"""``plan ladder``: what it prints, what it refuses, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.errors import Exit


def test_a_ladder_for_people_and_programs(plan, tiny: str) -> None:
    words = ("ladder", tiny, "--budget", "1%|4%", "--gap", "0", "--resume", "run.jsonl")
    ended = plan(*words)
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "4 % of the money, 40" in ended.stdout
    assert "Price of the promise:" in ended.stdout
    found = json.loads(plan(*words, "--format", "json").stdout)
    assert (found["kind"], found["format"]) == ("ladder", 1)
    assert [step["budget"] for step in found["steps"]] == [10, 40]
    assert all(step["price_low"] >= 0 for step in found["steps"])


@pytest.mark.parametrize("steps", ["", "none", "40", "0%|50%", "40%|x%"])
def test_steps_are_shares(plan, tiny: str, steps: str) -> None:
    ended = plan("ladder", tiny, "--budget", steps)
    assert ended.exit_code == Exit.INPUT
    assert "expected shares of the money above 0" in ended.stderr


def test_a_ladder_is_refused_where_anything_is_hidden(plan, tiny: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8")
    row = "activity,Schools,River,education,,,,,,"
    Path("secret.csv").write_text(text.replace(f"{row},", f"{row}secret,"), encoding="utf-8")
    ended = plan("ladder", "secret.csv", "--audience", "public")
    assert ended.exit_code == Exit.INPUT
    assert ended.stdout == ""
    assert "rests on all work" in ended.stderr
