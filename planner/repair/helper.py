"""A process that answers one question after another, so that Python is started once and a solver can be ended."""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from models.instance import Instance
from planner.errors import InputError
from planner.repair.ask import Interruption
from planner.repair.finding import Finding
from planner.solve.messages import Channel, Failed, Job
from planner.solve.options import SolveOptions
from planner.solve.processes import end_tree, python
from planner.solve.run import SolverFailed

_TICK = 0.1
_OVERTIME = 30.0
"""Seconds that building and whole money may take beyond the time limit before the process is ended."""


class Helpers:
    """Processes for ``feasible``, as many as are asked at a time. A context manager: on leaving it, they are dead."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="plan-", ignore_cleanup_errors=True)
        self._idle: queue.LifoQueue[_Helper] = queue.LifoQueue()
        self._all: list[_Helper] = []

    def __enter__(self) -> Helpers:
        return self

    def __exit__(self, *_: object) -> None:
        for helper in self._all:
            helper.end()
        self._folder.cleanup()

    def solve(self, instance: Instance, options: SolveOptions, user: Interruption) -> Finding:
        """Raises ``InputError`` where an option cannot be used and ``SolverFailed`` where the process breaks down."""
        try:
            helper = self._idle.get_nowait()
        except queue.Empty:
            helper = _Helper()
            self._all.append(helper)
        found = helper.ask(Job(instance, options, options.time_limit, self._folder.name), user)
        if found is None:  # it was ended: by Ctrl-C, or since it did not keep its limit
            self._all.remove(helper)
            return Finding(None)
        self._idle.put(helper)
        return found


class _Helper:
    def __init__(self) -> None:
        self._process = python("planner.repair.helper", errors=subprocess.DEVNULL)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._channel = Channel(self._process.stdout, self._process.stdin)  # type: ignore[arg-type]
        self._inbox: queue.Queue[object] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, job: Job, user: Interruption) -> Finding | None:
        """The answer; None where the process had to be ended first."""
        deadline = monotonic() + job.seconds + _OVERTIME
        try:
            self._channel.send(job)
        except OSError:
            raise SolverFailed("the solving process broke down") from None
        while not user.count and monotonic() < deadline:
            try:
                answer = self._inbox.get(timeout=_TICK)
            except queue.Empty:
                continue
            match answer:
                case Finding():
                    return answer
                case Failed(usage=True):
                    raise InputError(answer.message, answer.remedy)
                case Failed():
                    raise SolverFailed(answer.message, answer.details)
            raise SolverFailed("the solving process ended by itself")
        self.end()
        return None

    def end(self) -> None:
        end_tree(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue

    def _listen(self) -> None:
        try:
            while True:
                self._inbox.put(self._channel.receive())
        except EOFError:
            self._inbox.put(None)


def main() -> None:
    """The process: answers until its parent is gone."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel = Channel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)  # what solvers print goes to standard error
    jobs: queue.Queue[Job] = queue.Queue()
    threading.Thread(target=_receive, args=(channel, jobs), daemon=True).start()
    while True:
        channel.send(_answer(jobs.get()))


def _receive(channel: Channel, jobs: queue.Queue[Job]) -> None:
    try:
        while True:
            jobs.put(channel.receive())  # type: ignore[arg-type]
    except EOFError:
        os._exit(0)  # the parent is gone, whatever is being solved


def _answer(job: Job) -> Finding | Failed:
    import traceback

    from planner.repair.feasible import feasible

    try:
        return feasible(job.instance, job.options, Path(job.folder))
    except InputError as fault:
        return Failed(str(fault), fault.remedy, usage=True)
    except Exception as fault:
        return Failed(f"{type(fault).__name__}: {fault}", details=traceback.format_exc())
