"""Options of commands that solve an instance many times, and what was chosen by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from planner.cli.manners import setting

type Run = Callable[..., Any]
_JOBS = click.IntRange(1, 1024)


def searching(
    *,
    objective: str = "progress",
    without: str = "",
    gap: str | None = "0.1%",
    time_limit: str = "5m for each solve",
) -> Callable[[Run], Run]:
    """Give a command the options of its searches; what is named here are defaults in words (no gap: no such option)."""
    options = (
        setting("objective", shown=objective),
        setting("without", shown=without),
        *(() if gap is None else (setting("gap", shown=gap),)),
        setting("time-limit", shown=time_limit),
        setting("solver", shown="highs"),
        click.option("--jobs", type=_JOBS, metavar="NUMBER", help="Solves side by side.  [default: cores]"),
        setting("threads", shown="all cores, shared out among the jobs"),
        setting("seed", shown="0"),
        setting("nodes"),
        setting("reproducible"),
        setting("solver-option"),
        click.option("--resume", metavar="FILE", help="Keep each solve in FILE, and go on from there after a break."),
        setting("audience", default="owner", shown="owner"),
    )

    def decorate(run: Run) -> Run:
        for option in reversed(options):
            run = option(run)
        return run

    return decorate


def chosen(asked: Mapping[str, Any]) -> dict[str, Any]:
    """What was asked for, by the names that functions of ``planner`` take; what was left open is left out."""
    given = {name: value for name, value in asked.items() if value not in (None, ()) and name != "solver_option"}
    return given | {"without": frozenset(asked["without"]), "solver_options": dict(asked["solver_option"])}
