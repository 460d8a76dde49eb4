"""The process that builds and solves one naive model: a ``Job`` on standard input, an ``Answer`` on standard output."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from models.instance import Instance
from planner.solve.options import SolveOptions
from planner.solve.result import Point
from planner.solvers.ending import Ending


@dataclass(frozen=True, slots=True)
class Job:
    instance: Instance
    options: SolveOptions
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``trace`` and all times from the beginning of building, in seconds."""

    ending: Ending
    value: float | None
    bound: float | None
    root_bound: float | None
    nodes: int
    rows: int
    columns: int
    nonzeros: int
    build: float
    solve: float
    trace: tuple[Point, ...]


def answer(job: Job) -> Answer:
    """Build and search, as the product's own process does, without what follows there."""
    from benchmarks.naive.build import build
    from planner.solve.neutral import Neutral
    from planner.solve.search import search
    from planner.solvers.base import Settings
    from planner.solvers.find import find

    options, begin = job.options, monotonic()
    neutral = Neutral(build(job.instance), options.permutation)
    built = monotonic()
    settings = Settings(
        seconds=max(0.1, options.time_limit - (built - begin)),
        gap=options.gap,
        threads=options.solver_threads,
        seed=options.seed,
        nodes=options.node_limit,
        folder=Path(job.folder),
        options=options.solver_options,
    )
    found = search(find(options.solver), neutral.problem, settings, stop=threading.Event(), tell=lambda board: None)
    outcome, last = found.outcome, found.trace[-1] if found.trace else Point(0.0, None, None)
    rows = neutral.problem.constraints()
    return Answer(
        ending=outcome.ending,
        value=last.incumbent if outcome.values is not None else None,
        bound=outcome.bound,
        root_bound=outcome.root_bound,
        nodes=outcome.nodes,
        rows=len(rows),
        columns=len(neutral.columns),
        nonzeros=sum(len(row) for row in rows),
        build=built - begin,
        solve=found.seconds,
        trace=tuple(Point(built - begin + each.seconds, each.incumbent, each.bound) for each in found.trace),
    )


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # CBC is told to stop by a signal to its whole group
    signal.signal(signal.SIGTERM, lambda number, frame: None)
    with os.fdopen(os.dup(0), "rb") as incoming, os.fdopen(os.dup(1), "wb") as outgoing:
        os.dup2(2, 1)
        job = pickle.load(incoming)
        pickle.dump(answer(job), outgoing)
    os._exit(0)


if __name__ == "__main__":
    from benchmarks.naive.worker import main as imported

    imported()
