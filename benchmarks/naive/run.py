"""Runs the naive model in a process of its own and makes a row of it, as ``plan bench run`` does of the product."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.naive.worker import Answer, Job
from planner.bench.course import integral, reached
from planner.bench.memory import Watch
from planner.bench.row import Row, blank
from planner.bench.trial import Trial
from planner.solve.processes import apart, end_tree
from planner.solve.result import relative_gap
from planner.solvers.ending import Ending

_ROOT = Path(__file__).parents[2]
_OVERTIME = 30.0
"""How long after its limit the process is ended; building may have taken long."""
_MEGABYTE = 1024 * 1024


def asked(trial: Trial) -> Row:
    """The row of a trial before it is run; ``code`` is that of the naive model."""
    found = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        found.update(path.read_bytes())
    return replace(blank(trial), code=found.hexdigest()[:12])


def measured(trial: Trial) -> Row:
    """Build and solve; status ``failed`` where the process broke down or had to be ended."""
    row = asked(trial)
    with Watch() as memory, TemporaryDirectory(prefix="naive-") as folder:
        answer = _answer(Job(trial.instance, trial.options, folder))
    return row if answer is None else _filled(row, answer, memory.peak)


def _answer(job: Job) -> Answer | None:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.naive.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=_ROOT,
        **apart(),
    )
    try:
        told, _ = process.communicate(pickle.dumps(job), timeout=job.options.time_limit + _OVERTIME)
        found = pickle.loads(told)
    except (subprocess.TimeoutExpired, EOFError, pickle.UnpicklingError):
        return None
    finally:
        end_tree(process)
    return found if isinstance(found, Answer) else None


def _filled(row: Row, answer: Answer, peak: int) -> Row:
    infeasible = answer.ending is Ending.INFEASIBLE
    gap = relative_gap(answer.bound, answer.value, "progress")
    proven = infeasible or answer.ending is Ending.OPTIMAL
    total = answer.build + answer.solve
    status = "infeasible" if infeasible else "no_plan" if answer.value is None else "solved" if proven else "limit"
    return replace(
        row,
        status=status,
        cut=not proven,
        value=answer.value,
        bound=answer.bound,
        gap=gap,
        first_plan=next((each.seconds for each in answer.trace if each.incumbent is not None), None),
        to_1_percent=reached(answer.trace, 0.01, "progress"),
        to_01_percent=reached(answer.trace, 0.001, "progress"),
        integral=integral(answer.trace, total),
        nodes=answer.nodes,
        root_gap=relative_gap(answer.root_bound, answer.value, "progress"),
        rows=answer.rows,
        columns=answer.columns,
        nonzeros=answer.nonzeros,
        build=answer.build,
        solve=answer.solve,
        total=total,
        peak_megabytes=peak / _MEGABYTE or None,
    )
