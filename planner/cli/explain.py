"""``plan explain``: why one work is in the plan or not, why then, who pays, and what would flip it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from planner.cli.compare import Resolution
from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from models.plan import Plan
    from planner.explain import Explanation
    from planner.explain.explanation import Ask

ASKS: tuple[Ask, ...] = ("in", "when", "who", "flip")


class Asks(click.ParamType["tuple[Ask, ...]"]):
    """Questions, apart by commas or ``|``."""

    name = "questions"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Ask, ...]:
        if not isinstance(value, str):
            return tuple(value)
        words = [word.strip() for word in value.replace("|", ",").split(",") if word.strip()]
        if not words or set(words) - set(ASKS):
            self.fail(f'expected some of {", ".join(ASKS)}, found "{value}"', param, ctx)
        return tuple(each for each in ASKS if each in words)


@click.command("explain")
@click.argument("file")
@click.argument("activity")
@click.option("--ask", type=Asks(), metavar="in,when,who,flip", help="Ask only some of it.  [default: all]")
@click.option("--plan", "saved", metavar="FILE", help="A saved plan to start from.")
@click.option("--resolution", type=Resolution(), metavar="SHARE", help="How closely flips are sought.  [default: 5%]")
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
    activity: str,
    ask: tuple[Ask, ...] | None,
    saved: str | None,
    resolution: float | None,
    jobs: int | None,
    resume: str | None,
    audience: Any,
    manners: Manners,
    **asked: Any,
) -> Exit:
    """Explain one activity: why in or not, why then, who pays, what would flip it.

    \b
      in    what the best plan with the opposite choice loses, and what forbids it
      when  what the best plans lose that start it earlier or later, and what binds there
      who   what is lost if a tranche may not pay for it, and who else could pay
      flip  how far effect, cost, money or window must change for the choice to flip

    Each answer is a solve of its own. What is lost is an interval from the bounds of both solves; where these leave
    open which choice is better, it is called unproven. Flips are found by halving, from the stated effect to none or 4
    times, cost to a quarter or 4 times, money to half or twice. Answers rest on all work: they are refused to an
    audience from which anything is hidden.
    """
    from planner.cli.live_solves import live
    from planner.cli.saving import check_target
    from planner.cli.warnings import tell
    from planner.explain import explain
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
    if resolution is not None:
        given["resolution"] = resolution
    plan = None if saved is None else _plan(saved, instance)
    with live(manners) as on_progress:
        found = explain(
            instance, activity, ask=ask or ASKS, plan=plan, jobs=jobs, resume=resume, on_progress=on_progress, **given
        )
    _print(found, manners)
    return _code(found)


def _refuse(instance: Instance, audience: Any) -> None:
    from planner.audience import Unsafe, hides

    if hides(instance.records, audience):
        raise Unsafe(
            "An explanation rests on all work, and this instance keeps some of it from that audience; nothing was "
            "solved",
            "Ask about the instance that they may have: plan convert INSTANCE shown.csv --audience " + str(audience),
        )


def _plan(file: str, instance: Instance) -> Plan | None:
    from planner.planfile import read_plan

    reading(file, "nothing was solved")
    return read_plan(file, instance).plan


def _print(found: Explanation, manners: Manners) -> None:
    import sys

    from planner.cli.printing import ON_A_PIPE, sheet
    from planner.cli.streams import say
    from planner.cli.table import Table, document, put, put_text
    from planner.explain.document import COLUMNS, content, rows
    from planner.explain.text import render

    match manners.form:
        case "csv":
            put(Table("explanation", COLUMNS, rows(found)), manners)
        case "json":
            put_text(document("explanation", content(found), manners), manners)
        case "text":
            if found.plan is None:
                say(render(found, **sheet(manners, sys.stderr)).rstrip())
                return
            page = sheet(manners, sys.stdout)
            if manners.out not in (None, "-"):
                page |= {"width": ON_A_PIPE, "colour": False, "ascii_only": manners.ascii}
            put_text(render(found, verbose=manners.verbose, **page), manners)


def _code(found: Explanation) -> Exit:
    from planner.solve import Status

    if found.status is Status.REFUSED:
        return Exit.REFUSED
    if found.plan is None:
        return Exit.INFEASIBLE if found.status is Status.INFEASIBLE else Exit.NO_PLAN
    return Exit.OK if found.complete else Exit.LIMIT
