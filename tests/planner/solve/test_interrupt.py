"""Ctrl-C, and a parent that is killed, in processes of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")

SCRIPT = """if True:
    import sys
    from planner.solve import solve
    from tests.planner.solve.instances import large

    def tell(progress):
        if progress.stage != "build":
            print(progress.stage, progress.incumbent is not None, flush=True)

    result = solve(large(), solver=sys.argv[1], gap=0.0, time_limit=600, on_progress=tell)
    print("RESULT", result.status, result.plan is not None, flush=True)
"""


@contextmanager
def solving(scratch: Path, solver: str = "highs") -> Iterator[subprocess.Popen[str]]:
    """A process that solves and already has an incumbent."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, solver],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(scratch)},
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("search True"):
                break
        yield process
    finally:
        process.kill()
        process.wait()


def gone(processes: list[psutil.Process], seconds: float = 10) -> bool:
    return not psutil.wait_procs(processes, timeout=seconds)[1]


@pytest.mark.slow
@pytest.mark.parametrize("solver", ["highs", "cbc", "scip"])
def test_the_first_one_returns_the_best_plan_so_far(solver: str, tmp_path: Path) -> None:
    pytest.importorskip({"highs": "highspy", "cbc": "cbcbox", "scip": "pyscipopt"}[solver])
    with solving(tmp_path, solver) as process:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert "RESULT interrupted True" in out, err
    assert process.returncode == 0
    assert not list(tmp_path.iterdir())


def test_the_second_one_ends_at_once(tmp_path: Path) -> None:
    with solving(tmp_path) as process:
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert "RESULT" not in out
    assert "KeyboardInterrupt" in err
    assert gone(children)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("solver", ["cbc"])  # a process of its own below the one that solves
def test_a_killed_parent_takes_everything_with_it(solver: str, tmp_path: Path) -> None:
    with solving(tmp_path, solver) as process:
        children = psutil.Process(process.pid).children(recursive=True)
        assert children
        process.kill()
        assert gone(children)
    assert not list(tmp_path.iterdir())


def test_a_terminal_does_not_interrupt_the_child(tmp_path: Path) -> None:
    """The child is in a session of its own, so that the terminal's Ctrl-C reaches the parent only."""
    with solving(tmp_path) as process:
        (child,) = psutil.Process(process.pid).children()
        assert os.getsid(child.pid) != os.getsid(process.pid)
        child.send_signal(signal.SIGINT)
        time.sleep(0.5)
        assert child.is_running()
