"""``plan alternatives``: what it prints, what it refuses, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.errors import Exit


def test_alternatives_for_people_and_programs(plan, tiny: str) -> None:
    words = (
        "alternatives",
        tiny,
        "--loss",
        "90%",
        "--differ",
        "1",
        "--gap",
        "0",
        "--number",
        "3",
        "--resume",
        "r.jsonl",
    )
    ended = plan(*words)
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "1. Score" in ended.stdout
    assert "It drops" in ended.stdout
    assert "proven" in ended.stdout
    found = json.loads(plan(*words, "--format", "json").stdout)
    assert (found["kind"], found["format"]) == ("alternatives", 1)
    assert found["ending"] in ("beyond", "none")
    assert all(0 <= each["loss_low"] <= each["loss_high"] for each in found["alternatives"])
    assert all(each["plan"]["works"] for each in found["alternatives"])
    rows = plan(*words, "--format", "csv").stdout.splitlines()
    assert len(rows) == 2 + len(found["alternatives"])


def test_beliefs(plan, tiny: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8").splitlines()
    head, rest = (
        text[0] + ",low,high",
        [f"{line},0.5,1.5" if "Schools" in line else line for line in text[1:]],
    )
    Path("ranges.csv").write_text("\n".join([head, *rest]), encoding="utf-8")
    words = ("alternatives", "ranges.csv", "--number", "0", "--beliefs", "ends", "--gap", "0", "--resume", "r.jsonl")
    ended = plan(*words)
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "Core, in the best plan under every belief: Talks and Schools." in ended.stdout
    assert "The plan's score turns most on what Schools achieves" in ended.stdout
    found = json.loads(plan(*words, "--format", "json").stdout)
    assert {each["role"] for each in found["robust"]["activities"]} == {"core"}
    assert len(found["robust"]["beliefs"]) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--loss", "200"), "expected a share below 100 %"),
        (("--by", "payer"), "payers"),
        (("--differ", "0"), "0 is not in the range"),
        (("--beliefs", "some"), "expected none, ends, corners or a number"),
        (("--prove",), "--prove is about --beliefs"),
    ],
)
def test_what_cannot_be_asked(plan, tiny: str, words: tuple[str, ...], said: str) -> None:
    ended = plan("alternatives", tiny, *words)
    assert ended.exit_code == Exit.INPUT
    assert said in ended.stderr
    assert ended.stdout == ""


def test_alternatives_are_refused_where_anything_is_hidden(plan, tiny: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8")
    row = "activity,Schools,River,education,,,,,,"
    Path("secret.csv").write_text(text.replace(f"{row},", f"{row}secret,"), encoding="utf-8")
    ended = plan("alternatives", "secret.csv", "--audience", "public")
    assert ended.exit_code == Exit.INPUT
    assert ended.stdout == ""
    assert "rest on all work" in ended.stderr
