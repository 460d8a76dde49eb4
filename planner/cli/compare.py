"""``plan compare``: the same question with other money, to other instances, or of saved plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from models.plan import Plan
    from planner.compare import Comparison


class Resolution(click.ParamType[float]):
    """A share from 0.5 % to 50 %."""

    name = "share"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        from planner.options import Unusable, share

        try:
            found = share(value)
        except Unusable:
            found = 0.0
        if not 0.005 <= found <= 0.5:
            self.fail(f'expected a share from 0.5% to 50%, found "{value}"', param, ctx)
        return found


@click.command("compare")
@click.argument("files", nargs=-1, required=True, metavar="INSTANCE [INSTANCE]...")
@click.option("--budget", "budgets", multiple=True, metavar="60%|2.5M|EU=60%", help="With this money; may be repeated.")
@click.option("--plan", "plans", multiple=True, metavar="FILE", help="A saved plan of the first instance; likewise.")
@click.option("--frontier", is_flag=True, help="Find where more money brings more, by halving.")
@click.option("--resolution", type=Resolution(), metavar="SHARE", help="Of the frontier.  [default: 10%]")
@setting("objective", shown="progress")
@setting("without")
@setting("gap", shown="0.1%")
@setting("time-limit", shown="5m for each solve")
@setting("solver", shown="highs")
@click.option("--jobs", type=click.IntRange(1, 1024), metavar="NUMBER", help="Solves side by side.  [default: cores]")
@setting("threads", shown="all cores, shared out among the jobs")
@setting("seed", shown="0")
@setting("nodes")
@setting("reproducible")
@setting("solver-option")
@click.option("--resume", metavar="FILE", help="Keep each solve in FILE, and go on from there after a break.")
@setting("audience", default="owner", shown="owner")
@with_manners(writes="Write the comparison: .csv, .json or text.")
def command(
    files: tuple[str, ...],
    budgets: tuple[str, ...],
    plans: tuple[str, ...],
    frontier: bool,
    resolution: float | None,
    jobs: int | None,
    resume: str | None,
    audience: Any,
    manners: Manners,
    **asked: Any,
) -> Exit:
    """Set plans side by side: with more or less money, of several instances, or as saved.

    A budget of 60% leaves every funder 60 % in every period, EU=60% that donor or tranche alone; 2.5M scales all to
    that total. A difference is an interval from the bounds of both solves; one that these leave open is called
    unproven. Ctrl-C ends with what is there; with --resume nothing that was done is done again. Comparisons rest on
    all work: they are refused to an audience from which anything is hidden.
    """
    from planner.cli.live_solves import live
    from planner.cli.saving import check_target
    from planner.compare import compare
    from planner.compare.run import AS_IT_IS

    check_target(manners.out, manners.force, (".csv", ".json", ".txt", ".md"))
    if resolution is not None and not frontier:
        raise click.UsageError("--resolution is that of --frontier.")
    if len(files) == 1 and not (budgets or plans or frontier):
        raise click.UsageError("Nothing to compare: give a --budget, a --plan, --frontier or another instance.")
    first, *others = (_instance(file, audience, manners) for file in files)
    saved = {file: _plan(file, first) for file in plans}
    given = {name: value for name, value in asked.items() if value not in (None, ())}
    given["without"] = frozenset(asked["without"])
    given["solver_options"] = dict(given.pop("solver_option", ()))
    with live(manners) as on_progress:
        comparison = compare(
            first,
            budgets=budgets,
            instances=dict(zip(files[1:], others, strict=True)),
            plans=saved,
            frontier=(resolution or 0.1) if frontier else None,
            jobs=jobs,
            resume=resume,
            on_progress=on_progress,
            name=files[0] if others else AS_IT_IS,
            **given,
        )
    _print(comparison, manners)
    return _code(comparison)


def _instance(file: str, audience: Any, manners: Manners) -> Instance:
    """Comparisons cannot be reduced to what an audience may see, so they are told to those who may see everything."""
    from planner.audience import Unsafe, hides
    from planner.cli.warnings import tell
    from planner.read import read

    reading(file, "nothing was solved")
    instance, warnings = read(file)
    if hides(instance.records, audience):
        raise Unsafe(
            "Comparisons rest on all work, and this instance keeps some of it from that audience; nothing was solved",
            "Compare the instance that they may have: plan convert INSTANCE shown.csv --audience " + str(audience),
        )
    tell(file, warnings, manners)
    return instance


def _plan(file: str, instance: Instance) -> Plan:
    from planner.planfile import read_plan

    reading(file, "nothing was solved")
    plan = read_plan(file, instance).plan
    assert plan is not None
    return plan


def _print(comparison: Comparison, manners: Manners) -> None:
    import sys

    from planner.cli.printing import ON_A_PIPE, sheet
    from planner.cli.table import Table, document, put, put_text
    from planner.compare.document import COLUMNS, content, rows
    from planner.compare.text import render

    match manners.form:
        case "csv":
            put(Table("comparison", COLUMNS, rows(comparison)), manners)
        case "json":
            put_text(document("comparison", content(comparison), manners), manners)
        case "text":
            page = sheet(manners, sys.stdout)
            if manners.out not in (None, "-"):
                page |= {"width": ON_A_PIPE, "colour": False, "ascii_only": manners.ascii}
            put_text(render(comparison, verbose=manners.verbose, **page), manners)


def _code(comparison: Comparison) -> Exit:
    from planner.solve import Status

    statuses = {case.status for case in comparison.cases}
    if Status.REFUSED in statuses:
        return Exit.REFUSED
    if all(case.plan is None for case in comparison.cases):
        return Exit.INFEASIBLE if statuses == {Status.INFEASIBLE} else Exit.NO_PLAN
    return Exit.OK if comparison.complete else Exit.LIMIT
