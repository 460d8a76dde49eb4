"""Runs the product as it stood at a commit: ``python -m benchmarks.at COMMIT FILES [--out runs.csv] [OPTIONS]``.

The commit is checked out into a work tree of its own in ``--folder`` (default: beside this checkout), with an
environment of its own and the dependencies it asks for, and its ``planner.solve`` is called on every file (``probe``).
Each run is a row with the columns of ``plan bench run``; its setting is the commit, so that ``plan bench compare`` sets
it beside runs of today. What its search had when is known to a quarter of a second; its memory is that of the asking
process too. A seed is the solver's alone: rows and columns are never shuffled there.

The formulation before any tuning, the spine, is commit 957577a.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import planner
from benchmarks.make import numbers
from planner.bench import Row, Setting, Trial, trials
from planner.bench.course import integral, reached
from planner.bench.memory import Watch
from planner.bench.row import blank
from planner.bench.store import Store
from planner.options import duration, share
from planner.solve.options import available_cores
from planner.solve.result import Point

ROOT = Path(__file__).parents[1]
PROBE = Path(__file__).with_name("probe.py")
_MEGABYTE = 1024 * 1024


def tree_at(commit: str, folder: Path) -> Path:
    """The work tree of ``commit`` in ``folder``, made with its environment where it is not there yet."""
    full = _git("rev-parse", "--verify", f"{commit}^{{commit}}")
    place = folder / f"at-{full[:7]}"
    if not place.exists():
        _git("worktree", "add", "--detach", str(place), full)
    clean = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    subprocess.run(["uv", "sync", "-q", "--all-extras"], cwd=place, env=clean, check=True)
    return place


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def interpreter(place: Path) -> Path:
    """The Python of its environment."""
    return place / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def measured(trial: Trial, path: Path, place: Path, commit: str) -> Row:
    """One run, in processes of the old version; status ``failed`` where they broke down."""
    row, options = replace(blank(trial), code=commit), trial.options
    asked = {name: getattr(options, name) for name in ("gap", "time_limit", "threads", "seed", "solver")}
    question = {"file": str(path), "options": {**asked, "without": sorted(options.without)}}
    with Watch() as memory:
        ended = subprocess.run(
            [interpreter(place), PROBE],
            input=json.dumps(question),
            stdout=subprocess.PIPE,
            text=True,
            cwd=place,
            check=False,
            env=os.environ | {"PYTHONPATH": str(place)},
        )
    return row if ended.returncode else replace(row, **figures(json.loads(ended.stdout), memory.peak))


def figures(told: Mapping[str, Any], peak: int) -> dict[str, Any]:
    """The cells of a row that the probe tells. The first word of a solve comes when its process is up."""
    start = told["trace"][0][0] if told["trace"] else 0.0
    total = told["seconds"] - start
    seen = [Point(seconds - start, incumbent, bound) for seconds, incumbent, bound in told["trace"]]
    last = Point(total, told["value"], told["bound"])

    def near(share_: float) -> float | None:
        return None if reached([last], share_, "progress") is None else reached([*seen, last], share_, "progress")

    return {
        "status": told["status"],
        "cut": told["status"] not in ("solved", "infeasible"),
        **{name: told[name] for name in ("value", "bound", "gap", "root_gap", "nodes", "rows", "columns", "nonzeros")},
        **{name: told[name] for name in ("build", "polish", "audit")},
        "solve": told["search"],
        "first_plan": next((point.seconds for point in seen if point.incumbent is not None), None),
        "to_1_percent": near(0.01),
        "to_01_percent": near(0.001),
        "integral": integral(seen, total),
        "start": start,
        "total": total,
        "peak_megabytes": max(peak, told["peak_memory"] or 0) / _MEGABYTE or None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commit")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--folder", type=Path, default=ROOT.parent)
    parser.add_argument("--solver", default="highs")
    parser.add_argument("--seeds", type=numbers, default=(0,))
    parser.add_argument("--gap", type=share, default=0.001)
    parser.add_argument("--time-limit", type=duration, default=300.0)
    parser.add_argument("--threads", type=int, default=available_cores())
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    place = tree_at(chosen.commit, chosen.folder.resolve())
    commit = _git("rev-parse", "--short=12", chosen.commit)
    paths = {path.stem: path.resolve() for path in chosen.files}
    made = trials(
        ((name, planner.read(path)[0]) for name, path in paths.items()),
        solvers=chosen.solver.split(","),
        settings=(Setting(f"at {commit[:7]}"),),
        seeds=chosen.seeds,
        gap=chosen.gap,
        time_limit=chosen.time_limit,
        threads=chosen.threads,
    )
    store = Store(chosen.out)
    known = {row.key for row in store.rows}
    for trial in made:
        if replace(blank(trial), code=commit).key not in known:
            store.add(row := measured(trial, paths[trial.name], place, commit))
            print(f"{trial}: {row.status}, {row.value}, {row.total:.1f} s", flush=True)


if __name__ == "__main__":
    main()
