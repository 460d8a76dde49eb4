"""The main program of the process that solves. Its parent talks to it through standard input and output."""

from __future__ import annotations

import faulthandler
import gc
import os
import shutil
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from time import monotonic

from planner.errors import InputError
from planner.solve.desk import Desk
from planner.solve.messages import LINGER, Answer, Channel, Failed, Job, Ready

_ORPHAN_SECONDS = 15.0
"""How long after its limit a process ends even where a solver lets no other thread run and the parent is gone."""
_NOWHERE = open(os.devnull, "w")  # noqa: SIM115 - as long as this process lives


def main() -> None:
    """Solve jobs, one after the other, until nobody sends any more or one fails."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, frame: None)
    channel = Channel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)  # what solvers print goes to standard error
    desk: Desk[Job] = Desk(channel, gone=_leave_nothing)
    try:
        from planner.solve.task import Task

        channel.send(Ready())
        desk.open()
        threads, first = set(threading.enumerate()), True
        # Models are millions of objects in no cycles; looking through them again and again for cycles takes seconds.
        gc.disable()
        while True:
            job = desk.next()
            _prepare(job)
            answer = Task(job, channel.send, desk.stop).run()
            faulthandler.cancel_dump_traceback_later()
            left = [thread for thread in threading.enumerate() if thread not in threads]
            channel.send(_finished(answer, first=first, spent=bool(left)))
            first = False
            if left:
                if not _ended(left):
                    break
                channel.send(Ready())
            gc.collect()
    except (EOFError, BrokenPipeError):
        pass
    except InputError as fault:
        channel.send(Failed(str(fault), fault.remedy, usage=True))
    except Exception as fault:
        channel.send(Failed(f"{type(fault).__name__}: {fault}", details=traceback.format_exc()))
    sys.stdout.flush()
    os._exit(0)  # a solver that was abandoned may still be running in its thread


def _ended(threads: Sequence[threading.Thread]) -> bool:
    """Whether threads that were given up have ended after all, soon enough to wait for."""
    until = monotonic() + LINGER
    for thread in threads:
        thread.join(max(0.0, until - monotonic()))
    return not any(thread.is_alive() for thread in threads)


def _prepare(job: Job) -> None:
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    if isinstance(job.options.log, Path):
        try:
            os.dup2(os.open(job.options.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), 1)
        except OSError as error:
            raise InputError(f"the log cannot be written to {job.options.log}: {error.strerror}") from None
    faulthandler.dump_traceback_later(job.seconds + _ORPHAN_SECONDS, exit=True, file=_NOWHERE)


def _leave_nothing() -> None:
    """The parent is gone: end what was started, with whatever is in this process's private folder."""
    if sys.platform != "win32":
        os.killpg(0, signal.SIGTERM)  # ends a solver that is a program of its own; we have a handler
    shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(os.getpid())], capture_output=True, check=False)
    os._exit(1)


def _finished(answer: Answer, *, first: bool, spent: bool) -> Answer:
    """``answer`` with what is known of this process; its greatest memory tells of the ``first`` job alone."""
    versions = {"pulp": version("pulp"), "solver": answer.solver}
    return replace(answer, peak_memory=_peak_memory() if first else None, versions=versions, spent=spent)


def _peak_memory() -> int | None:
    """Bytes this process, or the largest it started, has held; None where the system does not tell."""
    if sys.platform == "win32":
        return None
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return unit * max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
