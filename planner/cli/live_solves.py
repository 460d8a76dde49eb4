"""The live lines of a series of solves, on standard error: how many are done, and how far each search under way is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from planner.cli.live import line
from planner.cli.manners import Manners
from planner.cli.streams import say

if TYPE_CHECKING:
    from rich.progress import TaskID

    from planner.series import Step


@contextmanager
def live(manners: Manners, named: Callable[[str], str] = str) -> Iterator[Callable[[Step], None] | None]:
    """A function to call with each step: it redraws a few lines on a terminal, and says a line for each solve that is
    done to anything else if asked to say more; None where nothing shall be said. ``named`` says what the key of a solve
    is called."""
    if manners.quiet:
        yield None
    elif sys.stderr.isatty():
        with _drawn(named) as draw:
            yield draw
    elif manners.verbose:
        yield partial(_told, named)
    else:
        yield None


@contextmanager
def _drawn(named: Callable[[str], str]) -> Iterator[Callable[[Step], None]]:
    """A line for all solves, and below it one for each search under way."""
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn("line"), TextColumn("{task.description}"), TextColumn("{task.fields[news]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        whole = bars.add_task("solves", total=None, news="0 done")
        searches: dict[str, TaskID] = {}

        def draw(step: Step) -> None:
            bars.update(whole, news=_count(step))
            if step.progress is None:
                if step.key in searches:
                    bars.remove_task(searches.pop(step.key))
                return
            if step.key not in searches:
                searches[step.key] = bars.add_task(escape(named(step.key)), total=None, news="")
            bars.update(searches[step.key], news=line(step.progress))

        yield draw


def _told(named: Callable[[str], str], step: Step) -> None:
    if step.progress is None:
        say(f"{named(step.key)}: done, {_count(step)}")


def _count(step: Step) -> str:
    return f"{step.done} of {step.total} done" if step.total else f"{step.done} done"
