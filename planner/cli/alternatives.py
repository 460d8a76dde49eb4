"""``plan alternatives``: plans nearly as good that are otherwise, and what stays whatever is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from planner.alternatives import Alternatives

RESPECTS = ("activities", "starts", "payers")


class Share(click.ParamType[float]):
    """A share as ``--gap`` takes it."""

    name = "share"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        from planner.options import Unusable, share

        try:
            return share(value)
        except Unusable as error:
            self.fail(f'expected {error.expected}, found "{value}"', param, ctx)


class Beliefs(click.ParamType[Any]):
    """``none``, ``ends``, ``corners`` or a number."""

    name = "beliefs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value in ("none", "ends", "corners"):
            return value
        if isinstance(value, str) and value.isascii() and value.isdigit() and int(value) <= 1000:
            return int(value)
        return self.fail(f'expected none, ends, corners or a number up to 1000, found "{value}"', param, ctx)


@click.command("alternatives")
@click.argument("file")
@click.option("--loss", type=Share(), default="2%", metavar="SHARE", help="Of the best score, or cost.  [default: 2%]")
@click.option("--differ", type=click.IntRange(1), default=2, metavar="NUMBER", help="Activities apart, at least.  [default: 2]")  # fmt: skip # noqa: E501
@click.option("--by", multiple=True, type=click.Choice(RESPECTS), metavar="|".join(RESPECTS), help="In what they differ; may be repeated.  [default: activities]")  # fmt: skip # noqa: E501
@click.option("--number", type=click.IntRange(0, 1000), default=5, metavar="NUMBER", help="Alternatives, at most.  [default: 5]")  # fmt: skip # noqa: E501
@click.option("--beliefs", type=Beliefs(), default="none", metavar="none|ends|corners|NUMBER", help="Solve again under other effects.  [default: none]")  # fmt: skip # noqa: E501
@click.option("--prove", is_flag=True, help="With --beliefs: solve more, to prove what stays.")
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
    by: tuple[Any, ...],
    beliefs: Any,
    prove: bool,
    jobs: int | None,
    resume: str | None,
    audience: Any,
    manners: Manners,
    loss: float,
    differ: int,
    number: int,
    **asked: Any,
) -> Exit:
    """Find plans nearly as good as the best one that are truly otherwise, and tell what stays.

    One after the other: always the best plan in which at least so many activities differ from the best plan and from
    each one found before, in whether they run, when they start, or who pays (at least half by donors who pay nothing
    for it there). It ends when there are enough, or when the next one is proven to lose more than --loss.

    --beliefs solves again with effects at the ends of their ranges (low, high of activities): which work is in the best
    plan under every belief (core), under none (exterior) or some (borderline), and which effect the score turns on.
    ends: each range at its ends, all low, all high; corners: all combinations too; a number: so many of them at random.

    Answers rest on all work: they are refused to an audience from which anything is hidden.
    """
    from planner.alternatives import alternatives
    from planner.cli.live_solves import live
    from planner.cli.saving import check_target
    from planner.cli.warnings import tell
    from planner.read import read

    reading(file, "nothing was solved")
    check_target(manners.out, manners.force, (".csv", ".json", ".txt", ".md"))
    if prove and beliefs == "none":
        raise click.UsageError("--prove is about --beliefs: give them, too.")
    instance, warnings = read(file)
    _refuse(instance, audience)
    tell(file, warnings, manners)
    given = {name: value for name, value in asked.items() if value not in (None, ())}
    given["without"] = frozenset(asked["without"])
    given["solver_options"] = dict(given.pop("solver_option", ()))
    with live(manners) as on_progress:
        found = alternatives(
            instance,
            loss=loss,
            differ=differ,
            by=by or ("activities",),
            number=number,
            beliefs=None if beliefs == "none" else beliefs,
            prove=prove,
            jobs=jobs,
            resume=resume,
            on_progress=on_progress,
            **given,
        )
    _print(found, manners)
    return _code(found)


def _refuse(instance: Instance, audience: Any) -> None:
    from planner.audience import Unsafe, hides

    if hides(instance.records, audience):
        raise Unsafe(
            "Alternatives rest on all work, and this instance keeps some of it from that audience; nothing was solved",
            "Ask about the instance that they may have: plan convert INSTANCE shown.csv --audience " + str(audience),
        )


def _print(found: Alternatives, manners: Manners) -> None:
    import sys

    from planner.alternatives.document import COLUMNS, content, rows
    from planner.alternatives.text import render
    from planner.cli.printing import ON_A_PIPE, sheet
    from planner.cli.streams import say
    from planner.cli.table import Table, document, put, put_text

    match manners.form:
        case "csv":
            put(Table("alternatives", COLUMNS, rows(found)), manners)
        case "json":
            put_text(document("alternatives", content(found), manners), manners)
        case "text":
            if found.plan is None:
                say(render(found, **sheet(manners, sys.stderr)).rstrip())
                return
            page = sheet(manners, sys.stdout)
            if manners.out not in (None, "-"):
                page |= {"width": ON_A_PIPE, "colour": False, "ascii_only": manners.ascii}
            put_text(render(found, verbose=manners.verbose, **page), manners)


def _code(found: Alternatives) -> Exit:
    from planner.solve import Status

    cases = () if found.robust is None else found.robust.cases
    statuses = {found.status, found.next_status, *(each.status for each in found.alternatives)}
    statuses |= {each.status for each in cases}
    if Status.REFUSED in statuses:
        return Exit.REFUSED
    if found.plan is None:
        return Exit.INFEASIBLE if found.status is Status.INFEASIBLE else Exit.NO_PLAN
    return Exit.OK if found.complete else Exit.LIMIT
