"""``plan compare``: the same question with other money, to other instances, or of saved plans."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from planner.cli.answers import exit_code, put_answer, whole_instance
from planner.cli.manners import Manners, reading, with_manners
from planner.cli.searches import chosen, searching
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from models.plan import Plan


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
@searching()
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
    from planner.cli.saving import ANSWERS, check_target
    from planner.compare import compare, document, text
    from planner.compare.run import AS_IT_IS
    from planner.series import started
    from planner.solve import SolveOptions

    check_target(manners.out, manners.force, ANSWERS)
    if resolution is not None and not frontier:
        raise click.UsageError("--resolution is that of --frontier.")
    if len(files) == 1 and not (budgets or plans or frontier):
        raise click.UsageError("Nothing to compare: give a --budget, a --plan, --frontier or another instance.")
    whole = partial(
        whole_instance, audience=audience, manners=manners, rests="Comparisons rest on all work", ask="Compare"
    )
    given = chosen(asked)
    solves = len(files) + len(budgets) + frontier
    with started(SolveOptions(**given), solves, jobs) as workers:
        first, *others = (whole(file) for file in files)
        saved = {file: _plan(file, first) for file in plans}
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
                workers=workers,
                name=files[0] if others else AS_IT_IS,
                **given,
            )
    put_answer("comparison", comparison, document, partial(text.render, verbose=manners.verbose), manners)
    planless = all(case.plan is None for case in comparison.cases)
    return exit_code([case.status for case in comparison.cases], planless=planless, complete=comparison.complete)


def _plan(file: str, instance: Instance) -> Plan:
    from planner.planfile import read_plan

    reading(file, "nothing was solved")
    plan = read_plan(file, instance).plan
    assert plan is not None
    return plan
