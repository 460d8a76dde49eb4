"""The processes that solve: each may take one job after another, so that only its first has to wait for it to start."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from planner.solve.child import Child, Ended
from planner.solve.messages import LINGER, Ready
from planner.solve.options import SolveOptions


class Worker:
    """A process with a private folder. ``ready``: it has said so. ``fit``: its last job came to its own end, so it may
    have another, though not before it says so if that left it ``spent``."""

    def __init__(self, options: SolveOptions) -> None:
        self._options = options
        self._room = TemporaryDirectory(prefix="plan-", ignore_cleanup_errors=True)
        self.folder = Path(self._room.name)
        self.child = Child(self.folder, show_errors=options.log is True)
        self.ready = self.fit = self.spent = False

    def suits(self, options: SolveOptions) -> bool:
        """Whether a job with these options can be done here: solvers settle their threads once for a process, and a
        log is made for one job alone."""
        quiet = options.log is False and self._options.log is False
        return quiet and options.solver_threads == self._options.solver_threads and self._recovered()

    def _recovered(self) -> bool:
        if self.spent:
            with suppress(Ended):
                self.spent = not isinstance(self.child.receive(2 * LINGER), Ready)
        return not self.spent and self.child.alive

    def end(self) -> None:
        self.child.end()
        self._room.cleanup()


class Workers:
    """Keeps those that are idle, for whoever solves next, in any thread.

    A context manager: on leaving, they are dead.
    """

    def __init__(self) -> None:
        self._idle: list[Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        while self._idle:
            self._idle.pop().end()

    def ahead(self, options: SolveOptions) -> None:
        """Let a process for a job with such options start now: it takes a while, and needs no instance for that."""
        if options.log is False:
            self._idle.append(Worker(options))

    @contextmanager
    def lend(self, options: SolveOptions) -> Iterator[Worker]:
        """One that is idle and suits, or a new one; taken back if it is fit, else ended."""
        worker = self._kept(options) or Worker(options)
        worker.fit = False
        try:
            yield worker
        finally:
            if worker.fit:
                worker.child.forget()
                self._idle.append(worker)
            else:
                worker.end()

    def _kept(self, options: SolveOptions) -> Worker | None:
        try:
            worker = self._idle.pop()
        except IndexError:
            return None
        if worker.suits(options):
            return worker
        worker.end()
        return None
