"""``plan explain``: why one work is in the plan or not, why then, who pays, and what would flip it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from planner.cli.answers import exit_code, put_answer, whole_instance
from planner.cli.compare import Resolution
from planner.cli.manners import Manners, reading, with_manners
from planner.cli.searches import chosen, searching
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from models.plan import Plan
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
@searching()
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
    from planner.cli.saving import ANSWERS, check_target
    from planner.explain import document, explain, text

    check_target(manners.out, manners.force, ANSWERS)
    instance = whole_instance(file, audience, manners, rests="An explanation rests on all work", ask="Ask about")
    given = chosen(asked)
    if resolution is not None:
        given["resolution"] = resolution
    plan = None if saved is None else _plan(saved, instance)
    with live(manners) as on_progress:
        found = explain(
            instance, activity, ask=ask or ASKS, plan=plan, jobs=jobs, resume=resume, on_progress=on_progress, **given
        )
    planless, render = found.plan is None, partial(text.render, verbose=manners.verbose)
    put_answer("explanation", found, document, render, manners, planless=planless)
    return exit_code([found.status], planless=planless, complete=found.complete)


def _plan(file: str, instance: Instance) -> Plan | None:
    from planner.planfile import read_plan

    reading(file, "nothing was solved")
    return read_plan(file, instance).plan
