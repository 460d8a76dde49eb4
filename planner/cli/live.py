"""The live line of a solve, on standard error: what is known so far, and for how long it has been looked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from planner.cli.manners import Manners
from planner.cli.streams import say

if TYPE_CHECKING:
    from planner.solve import Progress

STAGES = {
    "build": "building the model",
    "search": "searching",
    "polish": "rounding to whole money",
    "clash": "looking for what clashes",
    "audit": "auditing",
}
EVERY = 10.0
"""Seconds between the lines of ``-v`` where standard error is no terminal."""


def line(progress: Progress) -> str:
    """``searching  12 s  best 0.4312  bound 0.4330  gap 0.42 %``."""
    parts = [STAGES.get(progress.stage, progress.stage), f"{progress.seconds:.0f} s"]
    if progress.incumbent is not None:
        parts.append(f"best {progress.incumbent:,.5g}")
    if progress.bound is not None:
        parts.append(f"bound {progress.bound:,.5g}")
    if progress.gap is not None:
        parts.append(f"gap {100 * progress.gap:.2f} %")
    return "  ".join(parts)


@contextmanager
def live(manners: Manners, *, shown: bool = True) -> Iterator[Callable[[Progress], None] | None]:
    """A function to call with each step of progress: it redraws one line on a terminal, and says a line now and
    then to anything else if asked to say more; None where nothing shall be said."""
    if manners.quiet or not shown:
        yield None
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.status import Status

        status = Status("starting", console=Console(stderr=True), spinner="line")
        with status:
            yield lambda progress: status.update(line(progress))
    elif manners.verbose:
        yield _now_and_then()
    else:
        yield None


def _now_and_then() -> Callable[[Progress], None]:
    stage, seconds = "", 0.0

    def tell(progress: Progress) -> None:
        nonlocal stage, seconds
        if progress.stage != stage or progress.seconds >= seconds + EVERY:
            stage, seconds = progress.stage, progress.seconds
            say(line(progress))

    return tell
