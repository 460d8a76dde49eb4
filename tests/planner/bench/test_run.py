"""Rows of real runs on a tiny instance, and the file they are kept in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import planner.bench.running as runs
from planner.bench import COLUMNS, Setting, Trial, load, run, trials
from planner.bench.row import FAILED, Row, blank
from planner.bench.store import Store
from planner.bench.trial import described
from planner.errors import InputError
from planner.solve import SolveOptions
from planner.solve.run import SolverFailed
from tests.planner.bench.rows import row
from tests.solving import tiny


def _trials(*solvers: str, **more: object) -> tuple[Trial, ...]:
    common = {"gap": 1e-6, "time_limit": 30, "threads": 1, **more}
    return tuple(trials([("core", tiny("core"))], solvers=solvers or ("highs",), **common))  # type: ignore[arg-type]


def test_a_row_tells_what_the_run_took() -> None:
    (found,) = run(_trials()).rows
    assert (found.status, found.cut, found.solver, found.instance) == ("solved", False, "highs", "core")
    assert found.value == pytest.approx(0.2578947, abs=1e-6)
    assert found.bound is not None
    assert found.gap == pytest.approx((found.bound - found.value) / found.value, abs=1e-9)
    assert found.rows > 0
    assert found.columns > 0
    stages = (found.build, found.solve, found.polish, found.audit)
    assert all(each is not None and each >= 0 for each in stages)
    assert found.total is not None
    assert sum(each or 0 for each in stages) <= found.total + 0.01
    assert 0 < (found.first_plan or 0) <= (found.to_1_percent or 0) <= (found.to_01_percent or 0) <= found.total
    assert 0 < (found.integral or 0) <= found.total
    assert (found.start or 0) > 0
    assert (found.peak_megabytes or 0) > 10
    assert all((found.machine, found.code, found.solver_version, found.pulp, found.python, found.planner))


@pytest.mark.slow
def test_solvers_seeds_and_settings_agree() -> None:
    settings = (Setting(), Setting("no milestones signed", {"without": frozenset({"signature"})}))
    made = _trials("highs", "cbc", seeds=(2,), settings=settings)
    assert len(made) == 4
    found = run(made).rows
    for setting in settings:
        values = [each.value for each in found if each.setting == setting.name]
        assert values == pytest.approx([values[0]] * 2, abs=1e-6)


def test_runs_that_stand_in_the_file_are_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def measured(trial: Trial, *_: object) -> Row:
        made.append(str(trial))
        return replace(blank(trial), status="solved", cut=False, total=1.0)

    monkeypatch.setattr(runs, "_measured", measured)
    out = tmp_path / "runs.csv"
    assert run(_trials(), out=out).found == 0
    assert run(_trials("highs", "cbc"), out=out).found == 1
    assert made == ["core, highs, seed 0", "core, cbc, seed 0"]
    for change in ({"gap": 0.01}, {"seeds": (1,)}, {"settings": (Setting("other"),)}, {"threads": 2}):
        assert run(_trials(**change), out=out).found == 0  # type: ignore[arg-type]
    monkeypatch.setattr("planner.bench.row.code", lambda: "changed since")
    assert run(_trials(), out=out).found == 0
    assert len(load(out)) == 7
    assert run(_trials(), out=out, anew=True).found == 0
    assert len(load(out)) == 1


def test_half_a_row_is_cut_off(tmp_path: Path) -> None:
    out = tmp_path / "runs.csv"
    Store(out).add(row())
    whole = out.read_bytes()
    out.write_bytes(whole + b"two,bbbb")
    store = Store(out)
    assert store.rows == [row()]
    store.add(row(seed=1))
    assert load(out) == [row(), row(seed=1)]


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    odd = row(instance='=cmd, "x"', value=None, bound=None, gap=None, status="no_plan", cut=True, setting="-1", nodes=3)
    store = Store(tmp_path / "runs.csv")
    store.add(odd)
    assert load(tmp_path / "runs.csv") == [odd]
    assert tuple(odd.plain()) == COLUMNS


@pytest.mark.parametrize("content", ["a,b\n1,2\n", "", "nothing of ours"])
def test_other_files_are_left_as_they_are(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.csv is no table of runs"):
        load(path)
    if content:
        with pytest.raises(InputError, match="no table of runs"):
            Store(path)
    assert path.read_text(encoding="utf-8") == content


def test_a_damaged_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    Store(path).add(row())
    path.write_text(path.read_text(encoding="utf-8").replace(",no,", ",perhaps,"), encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        load(path)


def test_a_solver_that_is_missing_is_told_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="hihgs"):
        run(_trials("highs", "hihgs"), out=tmp_path / "runs.csv")
    assert not (tmp_path / "runs.csv").exists()


def test_a_run_that_breaks_down_is_a_row_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> object:
        raise SolverFailed("gone")

    monkeypatch.setattr(runs, "solve", broken)
    (found,) = run(_trials()).rows
    assert (found.status, found.cut, found.value) == (FAILED, True, None)


def test_an_instance_without_a_plan_is_proven_and_has_no_value() -> None:
    from models.checks import build_instance
    from models.records import Target

    instance, _ = build_instance([*tiny("core").records, Target(name="t", kind="social", progress=0.55, always=True)])
    (found,) = run(tuple(trials([("impossible", instance)], time_limit=30, threads=1))).rows
    assert (found.status, found.cut, found.value, found.gap) == ("infeasible", False, None, None)


def test_options_as_one_text() -> None:
    options = SolveOptions(threads=3, reproducible=True, nodes=9, without=frozenset({"transfer", "budget"}))
    assert described(options) == (
        "gap=0.001 objective=progress threads=1 time-limit=300 solver-alone nodes=9 without=budget|transfer"
    )


def test_the_seed_is_that_of_the_order_too() -> None:
    assert [(each.options.seed, each.options.permutation) for each in _trials(seeds=(0, 4))] == [(0, 0), (4, 4)]
