"""``solve``: asks a child process for a plan, keeps the limits, audits what comes back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from platform import python_version
from time import monotonic
from typing import Any

from models.instance import Instance
from planner.errors import InputError
from planner.solve.budget import OVERTIME
from planner.solve.child import Ended
from planner.solve.interrupt import Interrupts
from planner.solve.messages import NOT_CANONICAL, Answer, Failed, Job, Kept, Ready, Size, Stop
from planner.solve.options import SolveOptions
from planner.solve.result import Progress, Result
from planner.solve.verdict import verdict
from planner.solve.workers import Worker, Workers
from planner.solvers.ending import Ending

type Listener = Callable[[Progress], None]

_TICK = 0.1
"""Seconds between two looks at the clock and at Ctrl-C."""


class SolverFailed(RuntimeError):
    """The solving process broke down: an internal fault. ``details`` hold what it said last."""

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.details = details


def solve(
    instance: Instance,
    options: SolveOptions | None = None,
    *,
    on_progress: Listener | None = None,
    interrupts: Interrupts | None = None,
    workers: Workers | None = None,
    **changes: Any,
) -> Result:
    """Solve ``instance`` in another process and audit the plan.

    ``changes`` are fields of :class:`SolveOptions`, such as ``gap=0.001`` or ``time_limit=60``. ``on_progress`` is
    called in this thread, several times a second. The first Ctrl-C ends the search with the best plan so far; the
    second raises ``KeyboardInterrupt``. Takes at most the time limit and two seconds. Whoever solves in several threads
    listens for Ctrl-C in the main one and hands over what is counted there as ``interrupts``; whoever solves often
    hands over ``workers``, processes that are used again.

    Raises ``InputError`` where an option cannot be used and ``SolverFailed`` where the solving process breaks down.
    """
    options = replace(options or SolveOptions(), **changes)
    begin = monotonic()
    listening = Interrupts() if interrupts is None else nullcontext(interrupts)
    lending = Workers() if workers is None else nullcontext(workers)
    with listening as interrupts, lending as workers:
        with workers.lend(options) as worker:
            talk = _Talk(instance, options, worker, interrupts, begin, on_progress or _ignore)
            answer = talk.hear_out()
        if answer.plan is not None and on_progress is not None:
            on_progress(Progress("audit", monotonic() - begin))
        return verdict(
            instance,
            options,
            answer,
            talk.size,
            interrupted=interrupts.count > 0,
            begin=begin,
            ready=talk.ready,
            versions=_versions() | dict(answer.versions),
        )


@dataclass
class _Talk:
    """The conversation with one child, from its first word to its answer."""

    instance: Instance
    options: SolveOptions
    worker: Worker
    interrupts: Interrupts
    begin: float
    on_progress: Listener
    size: Size = field(default=Size(rows=0, columns=0, nonzeros=0))
    ready: float | None = None
    _stage: str = "build"
    _kept: Kept | None = None
    _told_to_stop: bool = False

    def hear_out(self) -> Answer:
        try:
            if self.worker.ready:
                self._begin()
            while (left := self.begin + self.options.time_limit + OVERTIME - monotonic()) > 0:
                if self.interrupts.count > 1:
                    raise KeyboardInterrupt  # in the main thread the handler has raised it already
                if self.interrupts.count and not self._told_to_stop:
                    self._told_to_stop = True
                    if self._stage == "build":
                        return Answer(ending=Ending.STOPPED, messages=("Stopped before the search had begun.",))
                    self.worker.child.send(Stop())
                answer = self._hear(self.worker.child.receive(min(_TICK, left)))
                if answer is not None:
                    return answer
        except Ended as ended:
            raise SolverFailed("the solving process broke down", str(ended)) from None
        if self._kept is not None:
            kept = self._kept
            return Answer(ending=Ending.STOPPED, plan=kept.plan, bound=kept.bound, messages=(NOT_CANONICAL,))
        return Answer(ending=Ending.STOPPED, messages=(_OVERTIME[self._stage],))

    def _begin(self) -> None:
        self.ready = monotonic()
        left = self.begin + self.options.time_limit - self.ready
        self.worker.child.send(Job(self.instance, self.options, max(0.0, left), str(self.worker.folder)))

    def _hear(self, message: object | None) -> Answer | None:
        match message:
            case Ready():
                self.worker.ready = True
                self._begin()
            case Size():
                self.size = message
            case Kept():
                self._kept = message
            case Progress():
                self._stage = message.stage
                self.on_progress(replace(message, seconds=monotonic() - self.begin))
            case Answer():
                self.worker.fit, self.worker.spent = not self._told_to_stop, message.spent
                return message
            case Failed():
                if message.usage:
                    raise InputError(message.message, message.remedy)
                raise SolverFailed(message.message, message.details)
        return None


_OVERTIME = {
    "build": "The time limit came while the model was still being built.",
    "search": "The time limit came; the solver did not stop and had to be ended.",
    "polish": "The time limit came before the money of the best plan found could be made whole.",
    "clash": "The time limit came while the reason was being looked for.",
}


def _ignore(progress: Progress) -> None:
    pass


def _versions() -> dict[str, str]:
    return {"planner": version("multitrack-planner"), "python": python_version(), "platform": sys.platform}
