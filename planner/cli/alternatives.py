"""``plan alternatives``: plans nearly as good that are otherwise, and what stays whatever is believed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from planner.cli.answers import exit_code, put_answer, whole_instance
from planner.cli.manners import Manners, with_manners
from planner.cli.searches import chosen, searching
from planner.errors import Exit

if TYPE_CHECKING:
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
@searching()
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
    from planner.alternatives import alternatives, document, text
    from planner.cli.live_solves import live
    from planner.cli.saving import ANSWERS, check_target

    check_target(manners.out, manners.force, ANSWERS)
    if prove and beliefs == "none":
        raise click.UsageError("--prove is about --beliefs: give them, too.")
    instance = whole_instance(file, audience, manners, rests="Alternatives rest on all work", ask="Ask about")
    given = chosen(asked)
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
    planless, render = found.plan is None, partial(text.render, verbose=manners.verbose)
    put_answer("alternatives", found, document, render, manners, planless=planless)
    return _code(found)


def _code(found: Alternatives) -> Exit:
    cases = () if found.robust is None else found.robust.cases
    others = [found.next_status, *(each.status for each in found.alternatives), *(each.status for each in cases)]
    return exit_code([found.status], others, planless=found.plan is None, complete=found.complete)
