"""``plan price``: what it prints, what it refuses, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from planner.errors import Exit
from tests.planner.cli.conftest import TINY

FAST = ("--gap", "0", "--rules", "budget|preparation|capacity")


def test_prices_for_people(plan, tiny: str) -> None:
    ended = plan("price", tiny, *FAST)
    assert ended.exit_code == Exit.OK
    text = ended.stdout
    assert "Tiny: what each rule costs. Compares plans under your assumptions; forecasts nothing." in text
    assert "The plan with all rules: score " in text
    assert "exactly 0: budget and capacity." in text
    assert ended.stderr == "" or "warning" in ended.stderr


def test_prices_for_programs(plan, tiny: str) -> None:
    found = json.loads(plan("price", tiny, *FAST, "--format", "json").stdout)
    assert (found["kind"], found["format"]) == ("prices", 1)
    assert found["status"] == "solved"
    assert found["unit"] == "points"
    assert [price["rule"] for price in found["prices"]] == ["budget", "capacity", "preparation"]
    preparation = found["prices"][2]
    assert 0 < preparation["low"] <= preparation["high"]
    assert {"verdict", "changes", "words", "progress_at_the_end", "payers"} <= set(preparation)
    rows = list(csv.DictReader(io.StringIO(plan("price", tiny, *FAST, "--format", "csv").stdout)))
    assert [row["rule"] for row in rows] == ["budget", "capacity", "preparation"]
    assert float(rows[2]["low"]) == pytest.approx(preparation["low"], abs=1e-4)
    assert rows[1]["verdict"] == "asleep"


def test_out_decides_the_form(plan, tiny: str) -> None:
    assert plan("price", tiny, *FAST, "--out", "prices.json").exit_code == Exit.OK
    assert json.loads(Path("prices.json").read_text(encoding="utf-8"))["kind"] == "prices"
    again = plan("price", tiny, *FAST, "--out", "prices.json")
    assert again.exit_code == Exit.INPUT
    assert "exists already" in again.stderr
    assert plan("price", tiny, *FAST, "--out", "prices.xlsx").exit_code == Exit.INPUT


def test_resume(plan, tiny: str) -> None:
    first = plan("price", tiny, *FAST, "--resume", "run.jsonl")
    again = plan("price", tiny, *FAST, "--resume", "run.jsonl")
    assert again.stdout.splitlines()[:-1] == first.stdout.splitlines()[:-1]  # all but the seconds it took
    changed = plan("price", tiny, "--gap", "1%", "--resume", "run.jsonl")
    assert changed.exit_code == Exit.INPUT
    assert "gap 0.0, now 0.01" in changed.stderr
    Path("tiny.csv").write_text(TINY.replace(",1000", ",900"), encoding="utf-8")
    other = plan("price", tiny, *FAST, "--resume", "run.jsonl")
    assert other.exit_code == Exit.INPUT
    assert "another instance" in other.stderr
    mistaken = plan("price", tiny, *FAST, "--resume", tiny)
    assert mistaken.exit_code == Exit.INPUT
    assert "left as it is" in mistaken.stderr


def test_an_infeasible_instance_ends_as_solve_does(plan, tiny: str) -> None:
    target = "target,Goal,River,social,,,,0.99,,,,,,,,,,\n"
    text = TINY + target
    Path("hard.csv").write_text(text, encoding="utf-8")
    ended = plan("price", "hard.csv", "--objective", "cost")
    assert ended.exit_code == Exit.INFEASIBLE == plan("solve", "hard.csv", "--objective", "cost").exit_code
    assert ended.stdout == ""
    assert "No plan meets every requirement: this is proven. So no rule has a price." in ended.stderr
    assert "Goal" in ended.stderr


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_prices_are_refused_where_anything_is_hidden(plan, audience: str) -> None:
    secret = TINY.replace("activity,Schools,River,education,,,,,,,", "activity,Schools,River,education,,,,,,secret,")
    assert secret != TINY
    Path("secret.csv").write_text(secret, encoding="utf-8")
    ended = plan("price", "secret.csv", *FAST, "--audience", audience)
    assert ended.exit_code == Exit.INPUT
    assert ended.stdout == ""
    assert "Prices rest on all work" in ended.stderr
    assert "Schools" not in ended.stderr
    assert plan("price", "secret.csv", *FAST).exit_code == Exit.OK


def test_an_audience_that_may_see_everything_gets_prices(plan, tiny: str) -> None:
    assert plan("price", tiny, *FAST, "--audience", "public").exit_code == Exit.OK


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--rules", "budgte"), 'Did you mean "budget"?'),
        (("--rules", "|"), "--rules: expected rules listed by plan rules"),
        (("--rules", "budget", "--without", "budget"), "rules that are off have no price: budget"),
        (("--jobs", "0"), "--jobs"),
    ],
)
def test_what_cannot_be_asked(plan, tiny: str, words: tuple[str, ...], message: str) -> None:
    ended = plan("price", tiny, *words)
    assert ended.exit_code == Exit.INPUT
    assert message in ended.stderr


def test_completion_knows_rules(plan) -> None:
    ended = plan(_PLAN_COMPLETE="bash_complete", COMP_WORDS="plan price x.csv --rules clo", COMP_CWORD="4")
    assert "closed_embassy" in ended.stdout
    ended = plan(_PLAN_COMPLETE="bash_complete", COMP_WORDS="plan price x.csv --rules budget|clo", COMP_CWORD="4")
    assert "budget|closed_embassy" in ended.stdout


def test_progress_is_said_where_asked_for(plan, tiny: str) -> None:
    ended = plan("price", tiny, *FAST, "-v")
    assert "with all rules: done, 1 of 1" in ended.stderr
    assert "done, 3 of 3" in ended.stderr
    assert "done" not in plan("price", tiny, *FAST, "-q").stderr
