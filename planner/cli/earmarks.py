"""``plan earmarks``: what each funder's conditions cost, and who else could pay."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from planner.cli.answers import exit_code, put_answer, whole_instance
from planner.cli.manners import Manners, with_manners
from planner.cli.searches import chosen, searching
from planner.errors import Exit


@click.command("earmarks")
@click.argument("file")
@searching()
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
    from planner.cli.saving import ANSWERS, check_target
    from planner.earmarks import document, earmarks, text

    check_target(manners.out, manners.force, ANSWERS)
    instance = whole_instance(file, audience, manners, rests="What conditions cost rests on all work", ask="Ask about")
    given = chosen(asked)
    with live(manners) as on_progress:
        found = earmarks(instance, jobs=jobs, resume=resume, on_progress=on_progress, **given)
    planless, render = found.plan is None, partial(text.render, verbose=manners.verbose)
    put_answer("earmarks", found, document, render, manners, planless=planless)
    others = [gain.status for gain in found.gains]
    return exit_code([found.status], others, planless=planless, complete=found.complete)
