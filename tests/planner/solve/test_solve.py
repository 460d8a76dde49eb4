"""``planner.solve`` as a whole: a real child process, real solvers, small instances."""

from __future__ import annotations

import csv
import gzip
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import psutil
import pulp
import pytest

import planner
from models.audit import audit
from models.checks import build_instance
from models.instance import Instance
from models.records import Activity, Target
from planner.errors import InputError
from planner.solve import Progress, Result, SolverFailed, Status, solve
from planner.solve.export import meaning
from planner.solve.interrupt import Interrupts
from planner.solve.messages import NOT_CANONICAL, Kept
from planner.solve.options import SolveOptions
from planner.solve.run import _Talk
from planner.solve.workers import Workers
from planner.solvers.find import installed
from tests.planner.solve.instances import impossible, large, records, small


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that every temporary file of a solve goes to."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def value(result: Result) -> float:
    assert result.value is not None, (result.status, result.messages)
    return result.value


def test_a_result_is_audited_and_within_the_gap() -> None:
    seen: list[Progress] = []
    result = planner.solve(small(), gap=0.001, time_limit=60, on_progress=seen.append)
    assert result.status is Status.SOLVED
    assert result.plan is not None
    assert result.audit is not None
    assert result.audit.passed
    assert result.gap is not None
    assert 0 <= result.gap <= 0.001 + 1e-6
    assert result.bound is not None
    assert result.bound >= value(result) - 1e-6
    assert result.rows > 0 < result.columns
    assert result.nonzeros > result.rows
    assert result.solver.startswith("HiGHS")
    assert {"planner", "pulp", "solver", "python"} <= result.versions.keys()
    assert result.effort.build > 0 < result.effort.search
    assert result.effort.search + result.effort.build + result.effort.polish < result.seconds
    stages = list(dict.fromkeys(progress.stage for progress in seen))
    assert stages[:3] == ["build", "search", "polish"]
    assert [progress.seconds for progress in seen] == sorted(progress.seconds for progress in seen)


def test_the_asking_process_stays_light() -> None:
    code = """if True:
        import sys
        from planner.solve import solve
        from tests.planner.solve.instances import small
        assert solve(small(), time_limit=60).status == "solved"
        print([name for name in ("pulp", "highspy", "pandas", "pyscipopt") if name in sys.modules])
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_installed_solvers_agree() -> None:
    found = {name: solve(small(3), solver=name, gap=0.0, time_limit=60) for name in installed()}
    reference = value(found["highs"])
    for name, result in found.items():
        assert result.status in (Status.SOLVED, Status.LIMIT), (name, result.messages)
        assert value(result) == pytest.approx(reference, abs=2e-5), name
        assert result.bound == pytest.approx(found["highs"].bound, rel=1e-4), name


def test_a_reproducible_solve_gives_the_same_plan_again() -> None:
    first, second = (solve(small(4), reproducible=True, gap=0.01, time_limit=120) for _ in range(2))
    assert first.plan is not None
    assert first.plan == second.plan
    assert first.bound == second.bound
    assert not first.messages


def test_least_cost_reaches_its_targets() -> None:
    target = Target(name="Step", kind="social", progress=0.05)
    result = solve(instance_of(target), objective="cost", time_limit=60)
    assert result.status is Status.SOLVED
    assert result.audit is not None
    assert 0 < float(result.audit.cost) == value(result)
    assert result.bound is not None
    assert result.bound <= value(result) * (1 + 1e-6)


def instance_of(*more: Target) -> Instance:
    return build_instance([*records(), *more])[0]


# --- no plan ----------------------------------------------------------------------------------------------------------


def test_infeasible_names_what_clashes(scratch: Path) -> None:
    result = solve(impossible(), time_limit=60)
    assert result.status is Status.INFEASIBLE
    assert result.plan is None
    assert any('target "Peace"' in words for words in result.clash)
    assert not list(scratch.iterdir())


def test_what_clashes_only_together_is_named_together() -> None:
    far = [
        Target(name="Far social", kind="social", progress=0.15, always=True),
        Target(name="Far structural", kind="structural", progress=0.1, always=True),
    ]
    result = solve(build_instance([*records(run_max=4), *far])[0], time_limit=60)
    assert result.status is Status.INFEASIBLE
    assert any(words.startswith("Together: ") and "Far social" in words for words in result.clash)


def test_a_refused_plan_is_never_shown_as_a_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = SimpleNamespace(passed=False, score=0, cost=0, violations=())
    monkeypatch.setattr("models.audit.audit", lambda *given, **named: refusal)
    result = solve(small(), time_limit=60)
    assert result.status is Status.REFUSED
    assert result.plan is None
    assert result.rejected is not None


def test_time_too_short_for_anything_is_no_plan() -> None:
    result = solve(large(), time_limit=0.1)
    assert result.status is Status.NO_PLAN
    assert result.plan is None
    assert result.seconds < 5


# --- limits and breakdowns --------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", installed())
def test_the_limit_holds(name: str, scratch: Path) -> None:
    result = solve(large(), solver=name, gap=0.0, time_limit=3)
    assert result.seconds < 3 + 2
    assert result.status in (Status.SOLVED, Status.LIMIT, Status.NO_PLAN), result.messages
    if result.plan is not None:
        assert audit(result.instance, result.plan).passed
    assert not list(scratch.iterdir())


def test_a_limit_on_nodes_ends_the_search_with_a_plan() -> None:
    result = solve(small(4), nodes=1, gap=0.0, time_limit=60, solver_options={"mip_heuristic_effort": "0.01"})
    assert result.status in (Status.LIMIT, Status.SOLVED)
    assert result.plan is not None


def test_a_solving_process_that_dies_is_reported(scratch: Path) -> None:
    def kill(progress: Progress) -> None:
        if progress.stage == "search":
            for child in psutil.Process().children():
                child.kill()

    with pytest.raises(SolverFailed, match="broke down"):
        solve(large(), gap=0.0, time_limit=60, on_progress=kill)
    assert not list(scratch.iterdir())


def test_no_process_is_left_behind() -> None:
    before = set(psutil.Process().children(recursive=True))
    solve(small(), time_limit=60)
    assert set(psutil.Process().children(recursive=True)) <= before


def test_a_process_that_was_started_ahead_does_the_work() -> None:
    before = set(psutil.Process().children())
    with Workers() as workers:
        workers.ahead(SolveOptions(threads=1))
        (ahead,) = set(psutil.Process().children()) - before
        for _ in range(2):
            assert solve(small(1), workers=workers, threads=1).status is Status.SOLVED
            assert set(psutil.Process().children()) - before == {ahead}
    assert not ahead.is_running()


@pytest.mark.parametrize("changes", [{"threads": 2}, {"log": True}])
def test_a_process_that_was_started_for_something_else_is_not_used(changes: dict[str, object]) -> None:
    before = set(psutil.Process().children())
    with Workers() as workers:
        workers.ahead(SolveOptions(threads=1))
        (ahead,) = set(psutil.Process().children()) - before
        assert solve(small(1), workers=workers, **({"threads": 1} | changes)).status is Status.SOLVED
        assert not ahead.is_running()
    assert set(psutil.Process().children()) == before


@pytest.mark.parametrize("ends", [True, False])
def test_a_process_whose_solver_was_given_up_gets_another_job_once_it_says_so(
    ends: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its first word stands in for the one after the job."""
    monkeypatch.setattr("planner.solve.workers.LINGER", 30.0)
    options = SolveOptions(threads=1)
    with Workers() as workers:
        with workers.lend(options) as before:
            before.fit = before.spent = True
            if not ends:
                psutil.Process(before.child.pid).kill()
        with workers.lend(options) as after:
            assert (after is before) == ends
            assert not after.spent
    assert not after.child.alive


class Slow:
    """A worker that has a sound plan, and is still at work when time ends."""

    ready, fit, folder = True, False, Path()

    def __init__(self, *messages: object) -> None:
        self._messages = list(messages)
        self.child = self

    def send(self, message: object) -> None: ...

    def receive(self, seconds: float) -> object | None:
        if self._messages:
            return self._messages.pop(0)
        time.sleep(seconds)
        return None


def test_a_sound_plan_is_not_lost_where_time_ends_before_its_ledger_is_in_order() -> None:
    found = solve(small(1), gap=0.0, time_limit=60)
    assert found.plan is not None
    messages = (Progress("polish", 0.1), Kept(found.plan, 0.75))
    options = SolveOptions(time_limit=0.1)
    told, untold = (
        _Talk(found.instance, options, Slow(*some), Interrupts(), time.monotonic(), lambda progress: None).hear_out()
        for some in (messages, messages[:1])
    )
    assert (told.plan, told.bound, told.messages) == (found.plan, 0.75, (NOT_CANONICAL,))
    assert untold.plan is None
    assert untold.messages != told.messages


def test_an_error_in_the_callback_ends_the_child(scratch: Path) -> None:
    def fail(progress: Progress) -> None:
        raise ZeroDivisionError

    before = psutil.Process().children()
    with pytest.raises(ZeroDivisionError):
        solve(small(), on_progress=fail)
    assert not [each for each in psutil.Process().children() if each not in before]
    assert not list(scratch.iterdir())


# --- options ----------------------------------------------------------------------------------------------------------


def test_an_unknown_solver_is_bad_usage() -> None:
    with pytest.raises(InputError, match="installed: highs"):
        solve(small(), solver="simplexia")


def test_an_unknown_raw_option_is_bad_usage() -> None:
    with pytest.raises(InputError, match="no_such_option"):
        solve(small(), solver_options={"no_such_option": "1"})


@pytest.mark.parametrize("option", [{"write_model": Path("missing/model.mps")}, {"log": Path("missing/solver.log")}])
def test_a_file_that_cannot_be_written_is_bad_usage(option: dict[str, Path]) -> None:
    with pytest.raises(InputError, match="cannot be written to missing"):
        solve(small(), **option)


@cache
def best_of_five() -> Result:
    return solve(small(5), time_limit=60)


def test_a_plan_to_start_from_is_taken() -> None:
    best = best_of_five()
    again = solve(small(5), start=best.plan, time_limit=60)
    assert again.status is Status.SOLVED
    assert not again.messages
    assert value(again) >= value(best) - 0.001 * abs(value(best))


def test_a_plan_that_does_not_fit_is_said_not_to_be_used() -> None:
    plan = best_of_five().plan
    assert plan is not None
    stranger = replace(plan, works=tuple(replace(work, activity="Nobody's") for work in plan.works))
    result = solve(small(5), start=stranger, time_limit=60)
    assert result.status is Status.SOLVED
    assert any("start" in message for message in result.messages)


@pytest.mark.parametrize("name", installed())
def test_the_solvers_log_goes_to_a_file(name: str, tmp_path: Path) -> None:
    log = tmp_path / "solver.log"
    solve(small(), solver=name, log=log, time_limit=60)
    text = log.read_text(encoding="utf-8", errors="replace")
    assert len(text.splitlines()) > 10
    assert "Task" not in text


@pytest.mark.parametrize("suffix", [".mps", ".lp", ".mps.gz", ".lp.gz"])
def test_the_written_model_is_neutral_and_its_names_are_beside_it(suffix: str, tmp_path: Path) -> None:
    instance = small()
    target = tmp_path / f"model{suffix}"
    result = solve(instance, write_model=target, time_limit=60)
    text = (gzip.decompress(target.read_bytes()) if suffix.endswith(".gz") else target.read_bytes()).decode()
    assert "X0000001" in text
    assert "on_a" not in text
    with (tmp_path / "model.names.csv").open(encoding="utf-8") as file:
        names = list(csv.DictReader(file))
    assert len(names) == result.rows + result.columns
    assert any(row["meaning"].startswith("on: Task 0, ") for row in names)
    if suffix == ".mps":
        _, problem = pulp.LpProblem.fromMPS(str(target))
        assert len(problem.constraints()) == result.rows


def test_meaning_in_words() -> None:
    instance = small()
    first = next(record for record in instance.records if isinstance(record, Activity))
    assert meaning("on_a0_n0", instance) == f"on: {first.name}, 2006-Q1"
    assert meaning("progress_c0_n999", instance) == "progress: C"
    assert meaning("plain", instance) == "plain"
