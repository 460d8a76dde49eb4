"""Asks who else could pay in a process of its own: solvers print, and must not do so where the answer goes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

from models.instance import Instance
from models.plan import Plan
from planner.earmarks.payers import Payer, grants_for, payers
from planner.solve.interrupt import Interrupts
from planner.solve.messages import Channel
from planner.solve.options import SolveOptions
from planner.solve.processes import end_tree, python
from planner.solve.run import SolverFailed


def payers_apart(
    instance: Instance, plan: Plan, options: SolveOptions, interrupts: Interrupts, activity: str | None = None
) -> Iterator[Payer]:
    """What ``payers`` gives, one by one; fewer where the user interrupts.

    Raises ``SolverFailed`` where the process breaks down.
    """
    process = python("planner.earmarks.apart", errors=subprocess.DEVNULL)
    assert process.stdin is not None
    assert process.stdout is not None
    channel = Channel(process.stdout, process.stdin)  # type: ignore[arg-type]
    try:
        channel.send((instance, plan, options, activity))
        for _ in grants_for(plan, activity):
            if interrupts.count:
                return
            found = channel.receive()
            assert isinstance(found, Payer)
            yield found
    except (EOFError, OSError):
        raise SolverFailed("the process that looks for other payers broke down") from None
    finally:
        end_tree(process)
        process.stdin.close()
        process.stdout.close()


def main() -> None:
    """Answer one question and exit."""
    channel = Channel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    asked = channel.receive()
    assert isinstance(asked, tuple)
    try:
        for found in payers(*asked):
            channel.send(found)
    except BrokenPipeError:
        pass
    os._exit(0)
