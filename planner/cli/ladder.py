"""``plan ladder``: plans over rising budgets, each keeping the one below."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import click

from planner.cli.answers import exit_code, put_answer, whole_instance
from planner.cli.manners import Manners, with_manners
from planner.cli.searches import chosen, searching
from planner.errors import Exit

if TYPE_CHECKING:
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
@searching()
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
    from planner.cli.saving import ANSWERS, check_target
    from planner.ladder import document, ladder, text

    check_target(manners.out, manners.force, ANSWERS)
    instance = whole_instance(file, audience, manners, rests="A ladder rests on all work", ask="Ask about")
    given = chosen(asked)
    with live(manners) as on_progress:
        found = ladder(instance, budgets=budget or STEPS, jobs=jobs, resume=resume, on_progress=on_progress, **given)
    planless = not any(step.plan for step in found.steps)
    put_answer("ladder", found, document, text.render, manners, planless=planless)
    return _code(found, planless)


def _code(found: Ladder, planless: bool) -> Exit:
    from planner.solve import Status

    needed = [*(step.status for step in found.steps), *(Status.INTERRUPTED for _ in found.left)]
    return exit_code(needed, [step.free_status for step in found.steps], planless=planless, complete=found.complete)
