"""``plan ladder``: plans over rising budgets, each keeping the one below."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from planner.ladder import Ladder


STEPS = tuple(Fraction(part, 10) for part in (4, 6, 8, 10))


class Budgets(click.ParamType[tuple[Fraction, ...]]):
    """Shares of all money, apart by ``|`` or commas."""

    name = "budgets"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Fraction, ...]:
        if not isinstance(value, str):
            return tuple(value)
        words = [word.strip() for word in value.replace(",", "|").split("|") if word.strip()]
        try:
            found = tuple(Fraction(word.removesuffix("%").strip()) / 100 for word in words if word.endswith("%"))
        except (ValueError, ZeroDivisionError):
            found = ()
        if len(found) < max(1, len(words)) or min(found) <= 0 or max(found) > 100:
            self.fail(f'expected shares of the money above 0, as 40%|60%|100%, found "{value}"', param, ctx)
        return found


@click.command("ladder")
@click.argument("file")
@click.option("--budget", type=Budgets(), metavar="%|%", help="Steps, as 40%|60%|100%.  [default: 40%|60%|80%|100%]")
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
def command(
    file: str,
    budget: tuple[Fraction, ...] | None,
    jobs: int | None,
    resume: str | None,
    audience: Any,
    manners: Manners,
    **asked: Any,
) -> Exit:
    """Make plans over rising budgets, each keeping the one below, and tell the price of that promise.

    A step is a share of the money of every tranche. The promise: each work of the step below runs in every period in
    which it ran, starts where it started, and spends at least as much there, so that nothing has to be undone when more
    money comes. Its price is what the best plan of that budget is better than the best one that keeps the step below:
    an interval from the bounds of both solves, called unproven where these leave it open.

    Answers rest on all work: they are refused to an audience from which anything is hidden.
    """
    from planner.cli.live_solves import live
    from planner.cli.saving import check_target
    from planner.cli.warnings import tell
    from planner.ladder import ladder
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
        found = ladder(instance, budgets=budget or STEPS, jobs=jobs, resume=resume, on_progress=on_progress, **given)
    _print(found, manners)
    return _code(found)


def _refuse(instance: Instance, audience: Any) -> None:
    from planner.audience import Unsafe, hides

    if hides(instance.records, audience):
        raise Unsafe(
            "A ladder rests on all work, and this instance keeps some of it from that audience; nothing was solved",
            "Ask about the instance that they may have: plan convert INSTANCE shown.csv --audience " + str(audience),
        )


def _print(found: Ladder, manners: Manners) -> None:
    import sys

    from planner.cli.printing import ON_A_PIPE, sheet
    from planner.cli.streams import say
    from planner.cli.table import Table, document, put, put_text
    from planner.ladder.document import COLUMNS, content, rows
    from planner.ladder.text import render

    match manners.form:
        case "csv":
            put(Table("ladder", COLUMNS, rows(found)), manners)
        case "json":
            put_text(document("ladder", content(found), manners), manners)
        case "text":
            if not any(step.plan for step in found.steps):
                say(render(found, **sheet(manners, sys.stderr)).rstrip())
                return
            page = sheet(manners, sys.stdout)
            if manners.out not in (None, "-"):
                page |= {"width": ON_A_PIPE, "colour": False, "ascii_only": manners.ascii}
            put_text(render(found, **page), manners)


def _code(found: Ladder) -> Exit:
    from planner.solve import Status

    if Status.REFUSED in {status for step in found.steps for status in (step.status, step.free_status)}:
        return Exit.REFUSED
    if not any(step.plan for step in found.steps):
        every = bool(found.steps) and all(step.status is Status.INFEASIBLE for step in found.steps)
        return Exit.INFEASIBLE if every and not found.left else Exit.NO_PLAN
    return Exit.OK if found.complete else Exit.LIMIT
