"""How runs end: each exit code, what is said, and on which stream."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from models.plan import Plan
from planner.errors import Exit
from planner.solve import Result, Status
from tests.planner.cli.conftest import TINY

IMPOSSIBLE = TINY + "target,Too much,,social,,,2030-Q4,0.9\n"


@pytest.fixture
def ends_with(monkeypatch: pytest.MonkeyPatch):
    """Make the solver end with this status, with or without the plan it really finds."""
    import planner.solve
    from planner.solve import solve

    def use(status: Status, *, plan: bool) -> None:
        def fake(*words: object, **options: object) -> Result:
            result = solve(*words, **options)
            assert isinstance(result.plan, Plan)
            return replace(result, status=status, plan=result.plan if plan else None)

        monkeypatch.setattr(planner.solve, "solve", fake)

    return use


def test_a_plan_within_the_gap(plan, tiny: str) -> None:
    ended = plan("solve", tiny)
    assert ended.exit_code == Exit.OK
    assert ended.stdout.startswith("Tiny, costs in currency units.")
    assert ended.stderr == "Nothing saved. Keep it: plan solve tiny.csv --out plan.xlsx\n"


def test_quiet_says_nothing_else(plan, tiny: str) -> None:
    ended = plan("solve", tiny, "--quiet")
    assert ended.exit_code == Exit.OK
    assert ended.stderr == ""


def test_an_internal_fault_is_one_line_to_report(plan, tiny: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*words: object, **options: object) -> Result:
        raise KeyError("Schools, a secret")

    monkeypatch.setattr("planner.solve.solve", broken)
    ended = plan("solve", tiny)
    assert ended.exit_code == Exit.INTERNAL
    assert ended.stdout == ""
    assert ended.stderr.startswith("Internal fault: KeyError at test_cli_endings.py:")
    assert "secret" not in ended.stderr
    assert "Traceback" not in ended.stderr
    told = plan("solve", tiny, "-v")
    assert told.exit_code == Exit.INTERNAL
    assert "Traceback" in told.stderr
    assert "read them before you share them" in told.stderr


def test_faults_all_at_once(plan, tmp_path: Path) -> None:
    lines = TINY.replace("2030-Q1,2030-Q4", "Q1 2030,2030-Q4").replace("T5,10", "T55,10")
    (tmp_path / "kenya.csv").write_text(lines, encoding="utf-8")
    ended = plan("solve", "kenya.csv")
    assert ended.exit_code == Exit.INPUT
    assert ended.stdout == ""
    head, *faults = ended.stderr.splitlines()
    assert head == "kenya.csv has 2 faults; nothing was solved."
    assert [fault.split(":")[0] for fault in faults] == ["  row 2, column from", "  row 8, column track"]


@pytest.mark.parametrize("command", ["solve", "check", "convert", "audit", "show"])
def test_a_file_that_is_not_there(plan, command: str) -> None:
    more = {"convert": ["out.csv"], "audit": ["plan.csv"], "show": ["plan.csv"]}.get(command, [])
    ended = plan(command, "nosuch.csv", *more)
    assert ended.exit_code == Exit.INPUT
    assert "nosuch.csv has 1 fault" in ended.output
    assert "no_file" in ended.output


def test_proven_infeasible(plan, tmp_path: Path) -> None:
    (tmp_path / "impossible.csv").write_text(IMPOSSIBLE, encoding="utf-8")
    ended = plan("solve", "impossible.csv", "--objective", "cost", "--quiet")
    assert ended.exit_code == Exit.INFEASIBLE
    assert ended.stdout == ""
    assert "this is proven" in ended.stderr
    assert "Too much" in ended.stderr


def test_a_limit_with_a_plan(plan, tiny: str, ends_with) -> None:
    ends_with(Status.LIMIT, plan=True)
    ended = plan("solve", tiny)
    assert ended.exit_code == Exit.LIMIT
    assert "Stopped early" in ended.stdout


def test_ctrl_c_with_a_plan(plan, tiny: str, ends_with) -> None:
    ends_with(Status.INTERRUPTED, plan=True)
    assert plan("solve", tiny).exit_code == Exit.LIMIT


@pytest.mark.parametrize("status", [Status.NO_PLAN, Status.INTERRUPTED])
def test_without_a_plan(plan, tiny: str, ends_with, status: Status) -> None:
    ends_with(status, plan=False)
    ended = plan("solve", tiny, "--out", "plan.csv")
    assert ended.exit_code == Exit.NO_PLAN
    assert ended.stdout == ""
    assert "ended before any plan was found" in ended.stderr
    assert not Path("plan.csv").exists()


def test_a_refused_plan_is_neither_shown_nor_saved(plan, tiny: str, ends_with) -> None:
    ends_with(Status.REFUSED, plan=False)
    ended = plan("solve", tiny, "--out", "plan.csv")
    assert ended.exit_code == Exit.REFUSED
    assert ended.stdout == ""
    assert "neither shown nor saved" in ended.stderr
    assert not Path("plan.csv").exists()


def test_json_says_so_too(plan, tiny: str, ends_with) -> None:
    import json

    ends_with(Status.NO_PLAN, plan=False)
    ended = plan("solve", tiny, "--format", "json")
    assert ended.exit_code == Exit.NO_PLAN
    assert json.loads(ended.stdout)["plan"]["status"] == "no_plan"


def test_a_plan_made_by_hand_that_breaks_a_rule(plan, tiny: str) -> None:
    assert plan("solve", tiny, "--out", "plan.csv", "-q").exit_code == Exit.OK
    text = Path("plan.csv").read_text(encoding="utf-8-sig")
    first = next(line for line in text.splitlines() if line.startswith("grant,"))
    assert first.count("Trust") == 1
    Path("plan.csv").write_text(text.replace(first + "\n", ""), encoding="utf-8")
    ended = plan("audit", tiny, "plan.csv")
    assert ended.exit_code == Exit.REFUSED
    assert "plan.csv is refused" in ended.stdout
    assert "money" in ended.stdout
    shown = plan("show", tiny, "plan.csv")
    assert shown.exit_code == Exit.REFUSED
    assert shown.stdout == ""
    assert "not shown" in shown.stderr


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_ctrl_c_for_real(tmp_path: Path) -> None:
    """The first Ctrl-C ends the search: with a plan (4) or, where there is none yet, without (5)."""
    command = [sys.executable, "-c", "from planner.cli import main; main(prog_name='plan')"]
    subprocess.run([*command, "new", "--case", "israel-plo"], cwd=tmp_path, check=True, timeout=60)
    run = subprocess.Popen(
        [*command, "solve", "israel-plo.csv", "--gap", "0", "-v", "--out", "plan.csv"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert run.stderr is not None
    for line in run.stderr:
        if line.startswith("searching"):
            break
    time.sleep(3)
    before = time.monotonic()
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=60)
    assert run.returncode in (Exit.LIMIT, Exit.NO_PLAN), err
    assert time.monotonic() - before < 30
    assert (run.returncode == Exit.LIMIT) == (tmp_path / "plan.csv").exists() == bool(out)
    assert "Traceback" not in err
