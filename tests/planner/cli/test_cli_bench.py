"""``plan bench`` as it is typed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from planner.bench.store import Store
from planner.errors import Exit
from tests.planner.bench.rows import row


@pytest.fixture
def tables(tmp_path: Path) -> None:
    for name, seconds in (("before", 4.0), ("after", 2.0)):
        store = Store(tmp_path / f"{name}.csv")
        for digits in ("aaa", "bbb"):
            store.add(row(hash=digits, instance=digits, total=seconds))


def test_a_run_is_written_and_not_made_again(plan, tiny: str) -> None:
    command = ("bench", "run", tiny, "--time-limit", "60s", "--threads", "1", "--out", "runs.csv")
    ended = plan(*command)
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "solved" in ended.stdout
    (found,) = csv.DictReader(Path("runs.csv").read_text(encoding="utf-8").splitlines())
    assert (found["instance"], found["solver"], found["setting"], found["seed"]) == ("tiny", "highs", "default", "0")
    before = Path("runs.csv").read_bytes()
    again = plan(*command, "--format", "csv")
    assert next(csv.DictReader(io.StringIO(again.stdout)))["value"]
    assert "1 of 1 runs stood in runs.csv already" in again.stderr
    assert Path("runs.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--setting", "threads=1"), "expected NAME: OPTION=VALUE"),
        (("--setting", "one: thread=1"), 'Did you mean "threads"?'),
        (("--setting", "one: without=closed_embasy"), 'Did you mean "closed_embassy"?'),
        (("--setting", "one: threads=1", "--setting", "one: threads=2"), 'two settings are called "one"'),
        (("--seeds", "a"), "expected numbers such as 0,1,2 or 0-9"),
        (("--solver", "hihgs"), "hihgs"),
        (("--out", "runs.json"), "ends in .csv"),
        (("--out", "nowhere/runs.csv"), "there is no folder nowhere"),
        (("--out", "tiny.csv"), "tiny.csv is no table of runs"),
    ],
)
def test_what_cannot_be_run(plan, tiny: str, words: tuple[str, ...], told: str) -> None:
    ended = plan("bench", "run", tiny, *words)
    assert ended.exit_code == Exit.INPUT
    assert told in ended.stderr
    assert ended.stdout == ""


def test_a_faulty_instance_is_not_run(plan, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("record,name\nhorizon,x\n", encoding="utf-8")
    ended = plan("bench", "run", "bad.csv")
    assert ended.exit_code == Exit.INPUT
    assert "nothing was run" in ended.stderr


@pytest.mark.usefixtures("tables")
def test_before_and_after(plan) -> None:
    ended = plan("bench", "compare", "before.csv", "after.csv", "--picture", "profile.svg")
    assert ended.exit_code == Exit.OK, ended.stderr
    assert "highs in after against highs in before: 2 s against 4 s, ratio 0.50" in ended.stdout
    picture = Path("profile.svg").read_text(encoding="utf-8")
    assert picture.startswith("<?xml")
    assert "highs in after" in picture
    again = plan("bench", "compare", "before.csv", "after.csv", "--picture", "profile.svg")
    assert again.exit_code == Exit.INPUT
    plan("bench", "compare", "before.csv", "after.csv", "--picture", "profile.svg", "--force")
    assert Path("profile.svg").read_text(encoding="utf-8") == picture


@pytest.mark.usefixtures("tables")
def test_a_comparison_for_programs(plan) -> None:
    found = json.loads(plan("bench", "compare", "before.csv", "after.csv", "--format", "json").stdout)
    time = next(each for each in found["ratios"] if each["measure"] == "time")
    assert time["ratio"] == pytest.approx(0.5)
    assert found["profile"]["highs in before"] == [2.0, 2.0]
    lines = plan("bench", "compare", "before.csv", "after.csv", "--format", "csv").stdout.splitlines()
    assert lines[1].startswith("time,highs in after,highs in before,2,2,2,4,0.5")


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("before.csv", "before.csv"), "one table was given twice"),
        (("missing.csv",), "missing.csv: no such file"),
        (("before.csv", "--picture", "profile.gif"), "ends in .svg, .png or .pdf"),
    ],
)
def test_what_cannot_be_compared(plan, words: tuple[str, ...], told: str) -> None:
    ended = plan("bench", "compare", *words)
    assert ended.exit_code == Exit.INPUT
    assert told in ended.stderr


def test_a_command_of_bench_that_is_not_there(plan) -> None:
    assert 'Did you mean "compare"?' in plan("bench", "comprae").stderr
