"""``plan repair``: why nothing satisfies an instance, and the cheapest changes after which something does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from planner.cli.answers import whole_instance
from planner.cli.manners import Manners, with_manners
from planner.cli.searches import chosen, searching
from planner.errors import Exit

if TYPE_CHECKING:
    from planner.repair import Repairs, Step

_UNDER_WAY = {"first": "looking for any plan", "conflict": "looking for a conflict", "repairs": "looking for repairs"}


@click.command("repair")
@click.argument("file")
@click.option("--repair", "number", type=click.IntRange(1), default=1, metavar="N", help="The repair --out writes.  [default: 1]")  # fmt: skip # noqa: E501
@click.option("--resolution", type=click.FloatRange(0, 1, max_open=True), metavar="SHARE", help="How closely the least change is sought.  [default: 0.01]")  # fmt: skip # noqa: E501
@searching(gap=None, time_limit="1m for each solve")
@with_manners(writes="Write the repaired instance: .csv, .xlsx or a folder.")
def command(
    file: str,
    number: int,
    resolution: float | None,
    jobs: int | None,
    resume: str | None,
    audience: Any,
    manners: Manners,
    **asked: Any,
) -> Exit:
    """Find rows that no plan can satisfy together, and the least changes that help.

    No row of the conflict can be spared: waiving any one of them admits a plan. Repairs are ranked: one decision before
    several; then a later date, more money, a lower target, a waiver. Each was solved and its plan audited; --out writes
    the repaired instance. Where a plan exists already nothing is done. What waiving a row means depends on its kind;
    effects, rules and harm are never waived.
    """
    from planner.cli.saving import INSTANCES, check_target
    from planner.repair import repair

    check_target(manners.out, manners.force, INSTANCES)
    instance = whole_instance(
        file, audience, manners, rests="A conflict rests on all data", ask="Repair", undone="nothing was repaired"
    )
    given = {"time_limit": 60.0} | chosen(asked)
    if resolution is not None:
        given["resolution"] = resolution
    with _live(manners) as on_progress:
        found = repair(instance, jobs=jobs, resume=resume, on_progress=on_progress, **given)
    _print(found, manners)
    _save(found, number, manners)
    return _code(found)


@contextmanager
def _live(manners: Manners) -> Iterator[Callable[[Step], None] | None]:
    """A function to call with each step; it redraws a line on a terminal, or says one if asked to say more."""
    import sys

    from planner.cli.streams import say

    if manners.quiet or not (manners.verbose or sys.stderr.isatty()):
        yield None
    elif sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True).status(_UNDER_WAY["first"]) as status:
            yield lambda step: status.update(f"{_UNDER_WAY[step.stage]}, {step.solves} solves done")
    else:
        yield lambda step: say(f"{_UNDER_WAY[step.stage]}, {step.solves} solves done")


def _print(found: Repairs, manners: Manners) -> None:
    """The answer on standard output: ``--out`` is for the repaired instance, and on standard output takes its place."""
    import sys

    from planner.cli.printing import sheet
    from planner.cli.streams import emit
    from planner.cli.table import Table, document
    from planner.repair.document import COLUMNS, content, rows
    from planner.repair.text import render

    if manners.out == "-":
        return
    match manners.format:
        case "csv":
            emit(Table("repairs", COLUMNS, rows(found)).csv(manners))
        case "json":
            emit(document("repairs", content(found), manners))
        case "text":
            emit(render(found, **sheet(manners, sys.stdout)))


def _save(found: Repairs, number: int, manners: Manners) -> None:
    from planner.errors import InputError
    from planner.write import write_instance

    if manners.out is None:
        return
    if not found.repairs:
        manners.note("There is no repair to write; nothing was written.")
        return
    if number > len(found.repairs):
        raise InputError(f"there is no repair {number}; nothing was written", f"There are {len(found.repairs)}.")
    write_instance(found.repairs[number - 1].instance.records, manners.out, force=manners.force)
    if manners.out != "-":
        manners.note(f"Wrote {manners.out}, with repair {number}.")


def _code(found: Repairs) -> Exit:
    from planner.repair import State

    if found.state is State.UNKNOWN:
        return Exit.NO_PLAN
    if found.state is State.INFEASIBLE and not found.repairs:
        return Exit.INFEASIBLE if found.complete else Exit.NO_PLAN
    return Exit.OK if found.complete else Exit.LIMIT
