"""Plans: solved, saved in each form, read back, shown, and kept from those who may not see all of them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from planner.errors import Exit
from tests.planner.cli.conftest import TINY

HIDDEN = "Whisper"
SECRET = (
    TINY
    + f"activity,{HIDDEN},River,special_envoy,North|South,,,,,secret,,T1,0,20,60,0.03,0,0\n"
    + f"funder,{HIDDEN} fund,,,{HIDDEN},,,300,,secret\n"
)


@pytest.fixture
def secret(tmp_path: Path) -> str:
    (tmp_path / "secret.csv").write_text(SECRET, encoding="utf-8")
    return "secret.csv"


@pytest.mark.parametrize("target", ["plan.csv", "plan.json", "plan.xlsx", "plan"])
def test_saved_plans_are_read_back(plan, tiny: str, target: str) -> None:
    ended = plan("solve", tiny, "--out", target)
    assert ended.exit_code == Exit.OK
    assert ended.stderr == f"Wrote {target}.\n"
    audited = plan("audit", tiny, target)
    assert audited.exit_code == Exit.OK
    assert audited.stdout.startswith(f"{target} passed ")
    shown = plan("show", tiny, target)
    assert shown.exit_code == Exit.OK
    assert shown.stdout == ended.stdout


def test_json_on_standard_output_is_a_plan_file(plan, tiny: str) -> None:
    ended = plan("solve", tiny, "--format", "json", "-q")
    document = json.loads(ended.stdout)
    assert document["plan"]["status"] == "solved"
    assert isinstance(document["plan"]["format"], int)
    Path("plan.json").write_text(ended.stdout, encoding="utf-8")
    assert plan("audit", tiny, "plan.json").exit_code == Exit.OK


def test_csv_on_standard_output_is_a_plan_file(plan, tiny: str) -> None:
    Path("plan.csv").write_text(plan("solve", tiny, "--format", "csv", "-q").stdout, encoding="utf-8")
    assert plan("audit", tiny, "plan.csv").exit_code == Exit.OK


def test_an_audit_as_a_document(plan, tiny: str) -> None:
    assert plan("solve", tiny, "--out", "plan.csv", "-q").exit_code == Exit.OK
    document = json.loads(plan("audit", tiny, "plan.csv", "--format", "json").stdout)
    assert (document["kind"], document["format"], document["passed"]) == ("audit", 1, True)
    assert {"money", "runs", "closed_embassy"} <= set(document["checks"])
    assert document["violations"] == []
    assert plan("audit", tiny, "plan.csv", "--format", "csv").stdout == "check,place,subject,expected,found\n"


def test_a_plan_of_another_instance(plan, tiny: str, secret: str) -> None:
    assert plan("solve", tiny, "--out", "plan.csv", "-q").exit_code == Exit.OK
    for command in ("audit", "show"):
        ended = plan(command, secret, "plan.csv")
        assert ended.exit_code == Exit.INPUT
        assert "plan.csv has 1 fault" in ended.stderr
        assert "plan_other_instance" in ended.stderr


def test_a_rule_switched_off_is_remembered(plan, tiny: str) -> None:
    with_it = plan("solve", tiny, "--out", "with.csv", "-q")
    without = plan("solve", tiny, "--without", "preparation", "--out", "without.csv", "-q")
    assert with_it.exit_code == without.exit_code == Exit.OK
    assert "Rules switched off: preparation" in " ".join(without.stdout.split())
    assert plan("audit", tiny, "without.csv").exit_code == Exit.OK


def test_two_objectives(plan, tmp_path: Path) -> None:
    (tmp_path / "target.csv").write_text(TINY + "target,Trust,,social,,,2030-Q4,0.05\n", encoding="utf-8")
    ended = plan("solve", "target.csv", "--objective", "cost", "-q")
    assert ended.exit_code == Exit.OK
    assert "can cost more than" in " ".join(ended.stdout.split())


def test_reproducible_is_reproducible(plan, tiny: str) -> None:
    first, second = (plan("solve", tiny, "--reproducible", "--format", "csv", "-q").stdout for _ in "12")
    decisions = [line for line in first.splitlines() if not line.startswith("plan,seconds")]
    assert decisions == [line for line in second.splitlines() if not line.startswith("plan,seconds")]


@pytest.mark.parametrize("solver", ["cbc", "scip"])
def test_other_solvers(plan, tiny: str, solver: str) -> None:
    assert f"Solver {solver.upper()}" in plan("solve", tiny, "--solver", solver, "-q").stdout


def test_a_solver_that_is_not_there(plan, tiny: str) -> None:
    ended = plan("solve", tiny, "--solver", "higs")
    assert ended.exit_code == Exit.INPUT
    assert "higs" in ended.stderr
    assert "highs" in ended.stderr


def test_start_log_and_model(plan, tiny: str) -> None:
    assert plan("solve", tiny, "--out", "plan.csv", "-q").exit_code == Exit.OK
    ended = plan("solve", tiny, "--start", "plan.csv", "--solver-log=log.txt", "--write-model", "model.mps.gz", "-q")
    assert ended.exit_code == Exit.OK, ended.stderr
    assert Path("log.txt").stat().st_size > 0
    model = gzip.decompress(Path("model.mps.gz").read_bytes()).decode()
    assert "ROWS" in model
    assert "Schools" not in model


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_what_is_secret_stays_secret(plan, secret: str, form: str) -> None:
    owner = plan("solve", secret, "--format", form, "-q", "--out", "plan.csv")
    assert HIDDEN in owner.stdout
    for command in (["solve", secret], ["show", secret, "plan.csv"], ["audit", secret, "plan.csv"]):
        for audience in ("partners", "public"):
            ended = plan(*command, "--format", form, "-q", "--audience", audience)
            assert ended.exit_code == Exit.OK, ended.stderr
            assert HIDDEN not in ended.output
            assert '"score":' not in ended.stdout
            assert "No plan can score" not in ended.stdout


@pytest.mark.parametrize("target", ["for.csv", "for.json", "for"])
def test_files_for_others_hold_nothing_secret(plan, secret: str, target: str) -> None:
    assert plan("solve", secret, "-q", "--out", "plan.csv").exit_code == Exit.OK
    assert plan("show", secret, "plan.csv", "--audience", "public", "--out", target, "-q").exit_code == Exit.OK
    assert plan("convert", secret, "public.csv", "--audience", "public", "-q").exit_code == Exit.OK
    written = [Path("public.csv"), *(Path(target).iterdir() if Path(target).is_dir() else [Path(target)])]
    assert len(written) >= 2
    assert all(HIDDEN.encode() not in path.read_bytes() for path in written)
    assert plan("check", "public.csv").exit_code == Exit.OK
