"""The file a run is resumed from: what is kept, what is refused, and what a kill leaves behind."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

import planner
from planner.errors import InputError
from planner.series import Answer, Solved, question
from planner.series.journal import Journal
from planner.solve import SolveOptions, Status
from tests.solving import tiny

pytestmark = pytest.mark.usefixtures("known_solves")

OPTIONS = SolveOptions(gap=0.0)
RULES = ("budget", "closed_embassy", "capacity")


def journal(path: Path, options: SolveOptions, name: str = "closed_embassy") -> Journal:
    return Journal(path, question("price", tiny(name), options))


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """The file of a whole run."""
    path = tmp_path / "run.jsonl"
    planner.price(tiny("closed_embassy"), OPTIONS, rules=RULES, resume=path)
    return path


def test_a_solve_comes_back_as_it_was() -> None:
    for without in (frozenset[str](), frozenset({"transfer"})):
        result = planner.solve(tiny("transfer"), OPTIONS, without=without)
        solved = Solved.of("transfer", result)
        assert Solved.from_plain(json.loads(json.dumps(solved.plain()))) == solved


def test_what_is_done_is_not_done_again(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(begun.read_text().splitlines()) == 1 + 3  # the heading, all rules, and two; capacity sleeps
    before = begun.read_bytes()
    first = planner.price(tiny("closed_embassy"), OPTIONS, rules=RULES, resume=begun)
    monkeypatch.setattr("planner.series.series.solve", None)
    again = planner.price(tiny("closed_embassy"), OPTIONS, rules=RULES, resume=begun)
    assert begun.read_bytes() == before
    assert again.prices == first.prices
    assert again["closed_embassy"].low == pytest.approx(0.05)


def test_more_rules_may_be_asked_for_later(begun: Path) -> None:
    lines = begun.read_text().splitlines()
    begun.write_text("\n".join(line for line in lines if '"key":"budget"' not in line) + "\n")
    prices = planner.price(tiny("closed_embassy"), OPTIONS, resume=begun, jobs=1)
    assert prices["budget"].low == pytest.approx(0.05)
    assert sorted(begun.read_text().splitlines()[:1]) == lines[:1]
    assert len(begun.read_text().splitlines()) == len(lines)


@pytest.mark.parametrize("cut", [1, 20, 200])
def test_half_a_line_is_cut_off(begun: Path, cut: int) -> None:
    whole = begun.read_bytes()
    last = whole[:-1].rfind(b"\n") + 1
    begun.write_bytes(whole[: last + cut])
    assert len(journal(begun, OPTIONS).done) == 2
    assert begun.read_bytes() == whole[:last]


def test_half_a_heading_is_begun_anew(begun: Path) -> None:
    heading = begun.read_bytes().partition(b"\n")[0]
    for part in (b"", heading[:1], heading[:-1], heading):
        begun.write_bytes(part)
        assert not journal(begun, OPTIONS).done
        assert begun.read_bytes() == heading + b"\n"


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("budget", {}, "another instance"),
        ("closed_embassy", {"gap": 0.01}, "gap 0.0, now 0.01"),
        ("closed_embassy", {"seed": 3}, "seed 0, now 3"),
        ("closed_embassy", {"time_limit": 10.0}, "time-limit 300.0, now 10.0"),
        ("closed_embassy", {"objective": "cost"}, "objective progress, now cost"),
        ("closed_embassy", {"solver": "cbc"}, "solver highs"),
        ("closed_embassy", {"without": frozenset({"synergy"})}, r'without not set, now \["synergy"\]'),
        ("closed_embassy", {"solver_options": {"a": "1"}}, "solver-option not set, now"),
    ],
)
def test_another_question_is_refused(begun: Path, name: str, changes, words: str) -> None:
    before = begun.read_bytes()
    with pytest.raises(InputError, match=words):
        journal(begun, replace(OPTIONS, **changes), name)
    assert begun.read_bytes() == before


def test_threads_may_change(begun: Path) -> None:
    assert len(journal(begun, replace(OPTIONS, threads=7)).done) == 3


@pytest.mark.parametrize("content", ["record,name\n", "{}\n", "[]\n", '{"kind": "prices"}\n', "x", "\n", "\x00\xff"])
def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(content, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"mine\.csv is no file to resume from"):
        journal(path, OPTIONS)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: line[:-2],
        lambda line: "null",
        lambda line: line.replace('"status":"solved"', '"status":"fine"'),
        lambda line: line.replace('"works":', '"worx":'),
        lambda line: line.replace('"node":0', '"nodes":0'),
    ],
)
def test_a_damaged_line_is_told(begun: Path, damage) -> None:
    lines = begun.read_text().splitlines()
    lines[2] = damage(lines[2])
    begun.write_text("\n".join(lines) + "\n")
    with pytest.raises(InputError, match="line 3 is damaged"):
        journal(begun, OPTIONS)


def test_another_command_is_refused(begun: Path) -> None:
    with pytest.raises(InputError, match="begun with plan price, now plan ladder"):
        Journal(begun, question("ladder", tiny("closed_embassy"), OPTIONS))


def test_an_answer_is_for_its_own_job_alone(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    journal(path, OPTIONS).keep(Solved("a", Answer(status=Status.INFEASIBLE)), "one")
    again = journal(path, OPTIONS)
    assert again.found("a", "one") == Solved("a", Answer(status=Status.INFEASIBLE))
    assert again.found("a", "two") is None


def test_a_plan_in_the_file_is_audited_again(begun: Path) -> None:
    """Who paints the spending of the plan in the file gets no price for it."""
    painted = begun.read_text().replace('"spend":2,', '"spend":1,')
    assert painted != begun.read_text()
    begun.write_text(painted)
    with pytest.raises(InputError, match="refused by the audit"):
        planner.price(tiny("closed_embassy"), OPTIONS, rules=RULES, resume=begun)


def test_what_was_interrupted_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    kept = journal(path, OPTIONS)
    solved = Solved.of("", planner.solve(tiny("closed_embassy"), OPTIONS))
    kept.keep(Solved("budget", replace(solved.answer, status=Status.INTERRUPTED)))
    assert set(kept.done) == {"budget"}
    assert len(path.read_text().splitlines()) == 1


SCRIPT = """if True:
    import sys
    import planner
    from tests.planner.solve.instances import small

    rules = ["budget", "earmark", "capacity", "transfer"]
    prices = planner.price(small(), gap=0.3, jobs=2, rules=rules, resume=sys.argv[1])
    print(sorted((price.rule, price.verdict, price.low, price.high) for price in prices.prices))
"""


def whole_lines(path: Path) -> list[str]:
    lines = path.read_text().splitlines(keepends=True) if path.exists() else []
    return [line for line in lines if line.endswith("\n")]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills processes")
@pytest.mark.parametrize("seed", [1])
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, seed: int) -> None:
    """Killed again and again at random moments, it loses no solve that was done, leaves no process, and gets there."""
    path, draw = tmp_path / "run.jsonl", random.Random(seed)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    kept: list[str] = []
    kills = 0
    while True:
        process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"TMPDIR": str(scratch)},
        )
        more = len(kept) + draw.randint(1, 2)
        while process.poll() is None and len(whole_lines(path)) < more:
            time.sleep(0.02)
        time.sleep(draw.uniform(0, 0.8))
        if process.poll() is not None:
            break
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.communicate()
        kills += 1
        assert not psutil.wait_procs(children, timeout=15)[1]
        lines = whole_lines(path)
        assert lines[: len(kept)] == kept
        assert len(lines) >= more
        kept = lines
    out, _ = process.communicate()
    assert process.returncode == 0
    assert kills
    lines = whole_lines(path)
    assert lines[: len(kept)] == kept
    rules = [json.loads(line)["key"] for line in lines[1:]]
    assert len(rules) == len(set(rules)), "nothing was solved twice once it was done"
    again = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, check=True)
    assert again.stdout == out
    # A process killed before its child had heard of the instance leaves the child's folder, with nothing in it.
    assert not any(file.stat().st_size for file in scratch.rglob("*") if file.is_file())
