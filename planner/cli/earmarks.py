"""``plan earmarks``: what each funder's conditions cost, and who else could pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from planner.earmarks import Earmarks


@click.command("earmarks")
@click.argument("file")
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
@with_manners(writes="Write the answers: .csv, .json or text.")
def command(file: str, jobs: int | None, resume: str | None, audience: Any, manners: Manners, **asked: Any) -> Exit:
    """Tell what each funder's conditions cost, and who else could equally pay.

    The instance is solved again with each condition released: what a tranche pays for, its smallest payment, its
    donor's largest share, its lead time, its window, what expires; then all of a donor, and all of all donors. What
    that would buy is an interval from the bounds of both solves; one that these leave open is called unproven.

    Then, for each payment of the plan: could the same works be paid for without it, and which other tranches could pay
    the amount instead? Other payments may shift, no rule may be broken. Answers rest on all work: they are refused to
    an audience from which anything is hidden.
    """
    from planner.cli.live_solves import live
    from planner.cli.saving import check_target
    from planner.cli.warnings import tell
    from planner.earmarks import earmarks
    from planner.read import read

    reading(file, "nothing was solved")
    check_target(manners.out, manners.force, (".csv", ".json", ".txt", ".md"))
    instance, warnings = read(file)
    _refuse(instance, audience)
    tell(file, warnings, manners)
    given = {name: value for name, value in asked.items() if value not in (None, ())}
    given["without"] = frozenset(asked["without"])
    given["solver_options"] = dict(asked["solver_option"])
    given.pop("solver_option", None)
    with live(manners) as on_progress:
        found = earmarks(instance, jobs=jobs, resume=resume, on_progress=on_progress, **given)
    _print(found, manners)
    return _code(found)


def _refuse(instance: Instance, audience: Any) -> None:
    from planner.audience import Unsafe, hides

    if hides(instance.records, audience):
        raise Unsafe(
            "What conditions cost rests on all work, and this instance keeps some of it from that audience; nothing "
            "was solved",
            "Ask about the instance that they may have: plan convert INSTANCE shown.csv --audience " + str(audience),
        )


def _print(found: Earmarks, manners: Manners) -> None:
    import sys

    from planner.cli.printing import ON_A_PIPE, sheet
    from planner.cli.streams import say
    from planner.cli.table import Table, document, put, put_text
    from planner.earmarks.document import COLUMNS, content, rows
    from planner.earmarks.text import render

    match manners.form:
        case "csv":
            put(Table("earmarks", COLUMNS, rows(found)), manners)
        case "json":
            put_text(document("earmarks", content(found), manners), manners)
        case "text":
            if found.plan is None:
                say(render(found, **sheet(manners, sys.stderr)).rstrip())
                return
            page = sheet(manners, sys.stdout)
            if manners.out not in (None, "-"):
                page |= {"width": ON_A_PIPE, "colour": False, "ascii_only": manners.ascii}
            put_text(render(found, verbose=manners.verbose, **page), manners)


def _code(found: Earmarks) -> Exit:
    from planner.solve import Status

    if Status.REFUSED in {found.status, *(gain.status for gain in found.gains)}:
        return Exit.REFUSED
    if found.plan is None:
        return Exit.INFEASIBLE if found.status is Status.INFEASIBLE else Exit.NO_PLAN
    return Exit.OK if found.complete else Exit.LIMIT
