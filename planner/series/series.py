"""The solves, side by side: in processes that take one after another, each watched by a thread."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from models.instance import Instance
from planner.errors import InputError
from planner.series.journal import Journal
from planner.series.mark import mark
from planner.series.solved import Solved
from planner.solve.interrupt import Interrupts
from planner.solve.options import SolveOptions, available_cores
from planner.solve.result import Progress
from planner.solve.run import solve
from planner.solve.workers import Workers

_TICK = 0.1
"""Seconds between two looks at Ctrl-C and at what is to be told."""


@dataclass(frozen=True, slots=True)
class Job:
    """One solve. ``key`` tells it from the others of its question and names it to people while it runs."""

    key: str
    instance: Instance
    options: SolveOptions


@dataclass(frozen=True, slots=True)
class Step:
    """How far a series is. ``progress`` is None once the job of that ``key`` is done; ``done`` of ``total`` are (0: how
    many there will be is not known)."""

    key: str
    progress: Progress | None
    done: int
    total: int


type Listener = Callable[[Step], None]


class Series:
    """Solves jobs for one ``question`` (see ``journal.question``), ``jobs`` at a time (default: the cores there are).

    A context manager: on leaving it, nothing runs any more. The first Ctrl-C ends with what is there, the searches
    under way included; the second raises ``KeyboardInterrupt``. ``resume`` is a file that keeps every solve that came
    to its end; it holds plans, so it is as secret as they are. ``on_progress`` is called in this thread. ``workers``
    were started ahead (see ``started``).

    Raises ``InputError`` where the file cannot be used or ``jobs`` is below 1.
    """

    def __init__(
        self,
        question: Mapping[str, Any],
        *,
        jobs: int | None = None,
        resume: str | Path | None = None,
        on_progress: Listener | None = None,
        interrupts: Interrupts | None = None,
        workers: Workers | None = None,
    ) -> None:
        self.jobs = available_cores() if jobs is None else jobs
        if self.jobs < 1:
            raise InputError(f"option jobs: expected a whole number, at least 1, found {self.jobs}")
        self._journal = Journal(None if resume is None else Path(resume), question)
        self._tell = on_progress or _ignore
        self._own = interrupts is None
        self.interrupts = Interrupts() if interrupts is None else interrupts
        self._workers = Workers() if workers is None else workers
        self._news: queue.SimpleQueue[tuple[str, Progress]] = queue.SimpleQueue()

    def __enter__(self) -> Self:
        if self._own:
            self.interrupts.__enter__()
        self._pool = ThreadPoolExecutor(self.jobs, thread_name_prefix="series")
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            self.interrupts.count += 2  # what runs is of no use any more: as after the second Ctrl-C
        with self._workers:
            self._pool.shutdown(wait=True, cancel_futures=True)
        if self._own:
            self.interrupts.__exit__()

    @property
    def interrupted(self) -> bool:
        return self.interrupts.count > 0

    def solve(self, jobs: Iterable[Job | None]) -> Iterator[Solved]:
        """The answers: those in the file at once, others as they are done; after Ctrl-C those that are missing stay so.

        ``jobs`` is read no further than there is room, so it may think before it gives the next; while some run it may
        give None, to be asked again a little later. Threads are shared out among as many as run side by side. Exhaust
        what this gives before the next call.
        Raises ``SolverFailed`` where a solve breaks down.
        """
        total = len(jobs) if isinstance(jobs, Sized) else 0
        width = min(self.jobs, total) if total else self.jobs
        waiting = iter(jobs)
        running: dict[Future[Solved], tuple[str, str]] = {}
        done, more = 0, True
        while more or running:
            while more and len(running) < width and not self.interrupted:
                try:
                    job = next(waiting)
                except StopIteration:
                    more = False
                    break
                if job is None:
                    break
                sign = mark(job.instance, job.options)
                if found := self._journal.found(job.key, sign):
                    done += 1
                    self._tell(Step(job.key, None, done, total))
                    yield found
                else:
                    running[self._pool.submit(self._solve, job, width)] = job.key, sign
            more = more and not self.interrupted
            finished, _ = wait(running, timeout=_TICK, return_when=FIRST_COMPLETED)
            self._pass_on(done, total)
            for future in finished:
                key, sign = running.pop(future)
                solved = future.result()
                self._journal.keep(solved, sign)
                done += 1
                self._tell(Step(key, None, done, total))
                yield solved

    def _solve(self, job: Job, width: int) -> Solved:
        result = solve(
            job.instance,
            shared(job.options, width),
            on_progress=lambda progress: self._news.put((job.key, progress)),
            interrupts=self.interrupts,
            workers=self._workers,
        )
        return Solved.of(job.key, result)

    def _pass_on(self, done: int, total: int) -> None:
        with suppress(queue.Empty):
            while True:
                key, progress = self._news.get_nowait()
                self._tell(Step(key, progress, done, total))


def shared(options: SolveOptions, width: int) -> SolveOptions:
    """Options of each of so many solves side by side: they share the threads."""
    return replace(options, threads=max(1, options.threads // width))


def started(options: SolveOptions, solves: int, jobs: int | None = None) -> Workers:
    """Processes for the first of ``solves`` made ``jobs`` at a time, which start now: before the instance is read, for
    that takes as long."""
    cores, workers = available_cores(), Workers()
    width = jobs or cores
    for _ in range(min(width, solves, cores)):
        workers.ahead(shared(options, width))
    return workers


def _ignore(step: Step) -> None:
    pass
