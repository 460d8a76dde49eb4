"""``plan solve``: from an instance to an audited, staged plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.cli.searches import chosen
from planner.errors import Exit

if TYPE_CHECKING:
    from planner.solve import SolveOptions


@click.command("solve")
@click.argument("file")
@setting("objective", shown="progress")
@setting("without")
@setting("method", shown="auto")
@setting("cluster", shown="processes of this machine")
@setting("cluster-unencrypted")
@setting("gap", shown="0.1%")
@setting("time-limit", shown="5m")
@setting("solver", shown="highs")
@setting("threads", shown="all cores")
@setting("seed", shown="0")
@setting("nodes")
@setting("solver-alone")
@setting("reproducible")
@setting("solver-option")
@click.option(
    "--solver-log", is_flag=False, flag_value="-", metavar="[FILE]", help="Show the solver's log, or write it to FILE."
)
@click.option("--start", metavar="PLAN", help="Begin the search from this saved plan.")
@click.option("--resume", metavar="FILE", help="Keep what a decomposed solve finds in FILE; go on from there.")
@click.option("--write-model", metavar="FILE", help="Write the model too: .mps, .lp, either with .gz.")
@setting("audience", default="owner", shown="owner")
@with_manners(writes="Save the plan: .csv, .json, .xlsx or a folder.")
def command(file: str, audience: Any, start: str | None, manners: Manners, **asked: Any) -> Exit:
    """Find the best plan for an instance, audit it and print it.

    FILE is a CSV file, a folder, a workbook (.xlsx), or - for standard input. Ctrl-C ends the search with the best
    plan so far; Ctrl-C again ends at once. No plan is shown that its audit refused.
    """
    from planner.cli.live import live
    from planner.cli.printing import Printing, announce
    from planner.cli.saving import check_target
    from planner.cli.warnings import tell
    from planner.planfile import read_plan, write_plan
    from planner.read import read
    from planner.solve import solve
    from planner.solve.workers import Workers

    reading(file, "nothing was solved")
    target = check_target(manners.out, manners.force)
    options = _options(manners, asked)
    with Workers() as workers:
        workers.ahead(options)
        instance, warnings = read(file)
        tell(file, warnings, manners)
        if start is not None:
            reading(start, "nothing was solved")
            options = replace(options, start=read_plan(start, instance).plan)
        with live(manners, shown=options.log is not True) as on_progress:
            result = solve(instance, options, on_progress=on_progress, workers=workers)
    if result.plan is not None and target is not None:
        write_plan(result, target, audience=audience, force=manners.force)
    code = announce(result, Printing(audience, manners))
    if result.plan is not None:
        keep = f"Nothing saved. Keep it: plan solve {file} --out plan.xlsx"
        manners.note(f"Wrote {target}." if target else keep)
    return code


def _options(manners: Manners, asked: dict[str, Any]) -> SolveOptions:
    """What was asked for, on top of the solver's own defaults."""
    from pathlib import Path

    from planner.cli.saving import MODELS, check_target
    from planner.solve import SolveOptions

    log, model = asked.pop("solver_log"), asked.pop("write_model")
    given = chosen(asked)
    if log is not None:
        given["log"] = True if log == "-" else Path(log)
    if model is not None:
        given["write_model"] = check_target(model, manners.force, MODELS)
    if asked["resume"] is not None:
        given["resume"] = Path(asked["resume"])
    return SolveOptions(**given)
