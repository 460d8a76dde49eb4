"""Ctrl-C while prices are being found, in processes of their own."""

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

pytestmark = [pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals"), pytest.mark.slow]

SCRIPT = """if True:
    import sys
    import planner
    from tests.planner.solve.instances import large

    def tell(step):
        if step.progress is None or step.progress.incumbent is not None:
            print("STEP", step.key or "ALL", step.progress is None, flush=True)

    prices = planner.price(large(), gap=0.0, time_limit=float(sys.argv[1]), jobs=2, resume=sys.argv[2],
                           rules=["budget", "capacity", "earmark", "transfer", "preparation"], on_progress=tell)
    print("PRICES", prices.status, prices.interrupted, [price.rule for price in prices.prices], prices.left, flush=True)
"""


@contextmanager
def pricing(scratch: Path, limit: float, until: str) -> Iterator[subprocess.Popen[str]]:
    """A process that prices, and has said ``until``."""
    (scratch / "tmp").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(limit), str(scratch / "run.jsonl")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(scratch / "tmp")},
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith(until):
                break
        yield process
    finally:
        process.kill()
        process.wait()


def test_during_the_first_solve_the_plan_is_kept_and_nothing_priced(tmp_path: Path) -> None:
    with pricing(tmp_path, 600, "STEP ALL False") as process:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    last = out.splitlines()[-1]
    assert last.startswith("PRICES interrupted True []"), err
    assert "'preparation'" in last
    assert not list((tmp_path / "tmp").iterdir())
    assert len((tmp_path / "run.jsonl").read_text().splitlines()) == 1


def test_later_what_is_there_is_told_with_the_searches_under_way(tmp_path: Path) -> None:
    with pricing(tmp_path, 5, "STEP budget False") as process:
        process.send_signal(signal.SIGINT)
        begin = time.monotonic()
        out, err = process.communicate(timeout=60)
        assert time.monotonic() - begin < 20
    assert out, err
    last = out.splitlines()[-1]
    assert last.startswith("PRICES limit True"), err
    priced, _, left = last.partition("] (")
    assert "'budget'" in priced
    assert "'preparation'" in left
    assert not list((tmp_path / "tmp").iterdir())
    assert len((tmp_path / "run.jsonl").read_text().splitlines()) == 2  # the heading, and the plan with all rules


def test_the_second_one_ends_at_once(tmp_path: Path) -> None:
    with pricing(tmp_path, 5, "STEP budget False") as process:
        children = psutil.Process(process.pid).children(recursive=True)
        assert children
        process.send_signal(signal.SIGINT)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=15)
    assert "PRICES" not in out
    assert "KeyboardInterrupt" in err
    assert not psutil.wait_procs(children, timeout=10)[1]
    assert not list((tmp_path / "tmp").iterdir())
