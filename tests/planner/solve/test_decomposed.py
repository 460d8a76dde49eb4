"""Portfolios solved in parts: the same plans and a bound that holds, however the search goes or is broken off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import Any

import psutil
import pytest

from models.build import build
from models.records import Link, Record
from models.whatif import Include
from planner.errors import InputError
from planner.solve import Result, Status, solve
from planner.solve.arrays import arrays_of
from planner.solve.decomposed.children import Children
from planner.solve.decomposed.drive import Drive
from planner.solve.decomposed.piece import Piece, solve_piece
from planner.solve.decomposed.split import split
from planner.solve.decomposed.state import State
from planner.solvers.ending import Ending
from tests.planner.solve.portfolio import portfolio

IN_PARTS = "Solved in "


def in_parts(seed: int, *more: Record, **changes: Any) -> Result:
    asked: dict[str, Any] = {"method": "decomposed", "gap": 0.02, "time_limit": 60, "threads": 2}
    return solve(portfolio(seed, 3, *more), **(asked | changes))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_bound_holds_and_the_plan_is_as_good(seed: int) -> None:
    whole = solve(portfolio(seed), method="whole", gap=1e-4, time_limit=60)
    parts = in_parts(seed)
    assert whole.status is parts.status is Status.SOLVED
    assert parts.messages[0].startswith(IN_PARTS)
    assert not any(message.startswith(IN_PARTS) for message in whole.messages)
    assert whole.value is not None
    assert whole.bound is not None
    assert parts.value is not None
    assert parts.bound is not None
    assert parts.bound >= whole.value * (1 - 1e-6)
    assert whole.bound >= parts.value * (1 - 1e-6)
    assert parts.value >= parts.bound * (1 - 0.02 - 1e-5)
    assert parts.audit is not None
    assert parts.audit.passed


def test_what_links_conflicts_too_closely_is_solved_whole() -> None:
    works = [work.name for work in portfolio(1).activities]
    links = [Link(name=one, kind="follows", other=other) for one, other in pairwise(works)]
    result = in_parts(1, *links)
    assert result.status is Status.SOLVED
    assert any("Solved whole, though decomposed was asked for: its conflicts are linked" in m for m in result.messages)


def test_two_linked_conflicts_are_one_part() -> None:
    apart, linked = (
        split(arrays_of(problem), [row.name for row in problem.constraints()])
        for problem in (
            build(portfolio(2, 3)).problem,
            build(portfolio(2, 3, Link(name="Work 1 of C1", kind="requires", other="Work 2 of C0"))).problem,
        )
    )
    assert len(linked) == len(apart) - 1


def test_conditions_hold_in_parts_too() -> None:
    asked = Include("Gala")
    result = in_parts(2, conditions=(asked,))
    assert result.plan is not None
    assert asked.met(result.instance, result.plan)


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"reproducible": True}, "searches side by side"), ({"solver_options": {"mip_max_nodes": "1000"}}, "raw options")],
)
def test_what_only_one_search_can_do_is_solved_whole(changes: dict[str, object], why: str) -> None:
    result = in_parts(2, **changes)
    assert result.plan is not None
    assert any("Solved whole" in message and why in message for message in result.messages)


def test_a_worker_that_is_lost_is_replaced(tmp_path: Path) -> None:
    problem = build(portfolio(1)).problem
    parts = split(arrays_of(problem), [row.name for row in problem.constraints()])
    pieces = [Piece(arrays=alone, seconds=30, near=1e-4) for alone in parts.own]
    with Children(1, tmp_path) as crew:
        found = []
        for number, piece in enumerate(pieces):
            crew.submit(piece)
            if number == 0:
                next(each for each in psutil.Process().children() if each.pid in crew.processes).kill()
            done: list[Any] = []
            until = time.monotonic() + 60
            while not done and time.monotonic() < until:
                done = [solved for _, solved in crew.finished(0.1)]
            found.append(done[0])
        assert crew.lost == 1
    for piece, solved in zip(pieces, found, strict=True):
        cost = piece.arrays.cost
        assert solved.found[-1] @ cost == pytest.approx(solve_piece(piece).found[-1] @ cost, abs=3e-4)


def test_a_search_goes_on_where_it_ended(tmp_path: Path) -> None:
    file = tmp_path / "parts.npz"
    first = in_parts(2, resume=file, gap=0.5)
    again = in_parts(2, resume=file, gap=0.5)
    assert file.exists()
    assert any("Went on from" in message for message in again.messages)
    assert first.bound is not None
    assert again.bound is not None
    assert again.value is not None
    assert first.value is not None
    assert again.bound <= first.bound * (1 + 1e-9)
    assert again.value >= first.value * (1 - 1e-5)
    assert again.effort.search < first.effort.search


def test_only_its_own_file_is_resumed_from(tmp_path: Path) -> None:
    file = tmp_path / "parts.npz"
    file.write_text("a letter", encoding="utf-8")
    with pytest.raises(InputError, match="no file to resume from"):
        in_parts(2, resume=file)
    assert file.read_text(encoding="utf-8") == "a letter"
    file.unlink()
    in_parts(2, resume=file, gap=0.5)
    with pytest.raises(InputError, match="begun with another instance"):
        in_parts(1, resume=file, gap=0.5)
    with pytest.raises(InputError, match="cannot be written"):
        in_parts(2, resume=tmp_path / "nowhere" / "parts.npz")


SCRIPT = """if True:
    import sys
    from pathlib import Path
    from planner.solve import solve
    from tests.planner.solve.portfolio import portfolio

    def tell(progress):
        print(progress.stage, progress.incumbent is not None and progress.bound is not None, flush=True)

    result = solve(portfolio(5, 4), method="decomposed", gap=0.0, time_limit=300, threads=2, on_progress=tell,
                   resume=Path(sys.argv[1]))
    print("RESULT", result.status, result.gap, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
def test_killed_and_resumed_and_stopped_by_ctrl_c(tmp_path: Path) -> None:
    file = tmp_path / "parts.npz"
    process = _begun(file, tmp_path)
    until = time.monotonic() + 60
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.1)
    family = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.communicate()
    assert file.exists()
    assert len(family) >= 3  # the process that solves, and two workers
    assert not psutil.wait_procs(family, timeout=20)[1]
    process = _begun(file, tmp_path)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert "RESULT" in out, (out, err)
    status, gap = out.partition("RESULT ")[2].split()
    assert (status, isfinite(float(gap))) == ("interrupted", True), (out, err)


def _begun(file: Path, scratch: Path) -> subprocess.Popen[str]:
    """A process that solves and has a plan and a bound."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(scratch)},
        start_new_session=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("search True"):
            break
    return process


def test_a_search_that_begins_with_a_sketch_proves_what_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As large portfolios do: their relaxation is sketched in groups."""
    monkeypatch.setattr("planner.solve.decomposed.drive._RELAXED_TOGETHER", 1)
    problem = build(portfolio(1, 3)).problem
    parts = split(arrays_of(problem), [row.name for row in problem.constraints()])
    best = parts.cost(solve_piece(Piece(arrays=parts.whole, seconds=60)).found[-1])
    state = State(parts)
    with Children(2, tmp_path) as crew:
        drive = Drive(
            state=state,
            crew=crew,
            gap=0.02,
            deadline=time.monotonic() + 60,
            seed=0,
            threads=2,
            stopped=lambda: False,
            tell=lambda state: None,
        )
        assert drive.run() is Ending.OPTIMAL
    assert not isfinite(state.root)
    assert state.bound <= best + 1e-6
    assert state.cost >= best - 1e-6
    assert state.gap <= 0.02
