"""``plan report``: a page or a workbook for those who decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, with_manners
from planner.cli.searches import chosen, searching
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from planner.outcome import Outcome
    from planner.report import Report

ENDINGS = (".html", ".xlsx")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Parts(click.ParamType[tuple[str, ...]]):
    """Parts apart by commas or ``|``; quick and all stand for several where ``several``."""

    name = "parts"

    def __init__(self, several: bool = True) -> None:
        self.several = several

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        from planner.options import Unusable
        from planner.report.parts import known

        words = [word.strip().lower() for word in value.replace("|", ",").split(",") if word.strip()]
        try:
            return tuple(word if self.several and word in ("quick", "all") else known(word) for word in words)
        except Unusable as error:
            self.fail(f'expected {error.expected}, found "{value}". {error.hint}'.rstrip(), param, ctx)


class Month(click.ParamType[int]):
    """A month by its number or name."""

    name = "month"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).strip().lower()
        found = int(text) if text.isdecimal() else MONTHS.index(text[:3]) + 1 if text[:3] in MONTHS else 0
        if not 1 <= found <= 12:
            self.fail(f'expected a month such as 4 or April, found "{value}"', param, ctx)
        return found


@click.command("report")
@click.argument("file")
@click.option("--plan", "plan_file", metavar="FILE", help="Report on this saved plan instead of the best one.")
@click.option("--parts", type=Parts(), metavar="PART,PART", help="quick, all, or parts by name.  [default: quick]")
@click.option("--without-part", type=Parts(False), multiple=True, metavar="PART", help="Leave a part out; repeatable.")
@click.option("--fiscal-year", type=Month(), default=1, metavar="MONTH", help="First month of it.  [default: January]")
@searching(objective="progress, or as in the plan")
@with_manners(writes="Write the report: .html or .xlsx.")
def command(
    file: str,
    plan_file: str | None,
    parts: tuple[str, ...] | None,
    without_part: tuple[tuple[str, ...], ...],
    fiscal_year: int,
    jobs: int | None,
    resume: str | None,
    audience: Any,
    manners: Manners,
    **asked: Any,
) -> Exit:
    """Write a page or a workbook for those who decide, on the best plan of FILE or a saved one.

    report.html is one page that opens offline and prints; report.xlsx a workbook whose sums are formulas. Parts are
    decision, scenarios, timeline, ledger, left-out, harm, assumptions, audit, glossary (quick), and those that take
    many solves: prices (of what is left out), alternatives, frontier, ladder. Ask for these by --parts all, or by name:
    --parts quick,prices. They rest on all work, and are left out for an audience from which anything is hidden.

    Ctrl-C ends with what is there. With --resume the parts after prices keep their solves beside FILE.
    """
    from planner.cli.live_solves import live
    from planner.cli.streams import say
    from planner.cli.warnings import tell
    from planner.read import read
    from planner.report import report

    target = _target(file, manners)
    wanted = _parts(parts, without_part)
    reading(file, "nothing was reported")
    instance, warnings = read(file)
    tell(file, warnings, manners)
    saved = None if plan_file is None else _saved(plan_file, instance)
    if saved is not None and saved.passed is False:
        say(f"{plan_file} is refused by the audit and not reported on. See plan audit {file} {plan_file}.")
        return Exit.REFUSED
    given = chosen(asked)
    with live(manners) as on_progress:
        found = report(
            instance,
            plan=saved,
            parts=wanted,
            audience=audience,
            fiscal_month=fiscal_year,
            jobs=jobs,
            resume=resume,
            on_progress=on_progress,
            **given,
        )
    return _finish(found, target, manners)


def _target(file: str, manners: Manners) -> Path | None:
    """Where to write; a report is no text, so that it cannot be printed as one."""
    from planner.cli.saving import check_target

    if manners.out is None:
        raise click.UsageError("A report needs a file: --out report.html, or report.xlsx (- prints the page).")
    if manners.format != "text":
        raise click.UsageError("A report is written as --out report.html or report.xlsx; it has no --format.")
    return check_target(manners.out, manners.force, ENDINGS)


def _parts(parts: tuple[str, ...] | None, without: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    from planner.options import Unusable
    from planner.report.parts import chosen

    try:
        return chosen(parts or ("quick",), [word for words in without for word in words])
    except Unusable as error:
        raise click.UsageError(f"--without-part leaves nothing: expected {error.expected} to stay.") from None


def _saved(file: str, instance: Instance) -> Outcome:
    from planner.planfile import audited, read_plan

    reading(file, "nothing was reported")
    return audited(read_plan(file, instance))


def _finish(found: Report, target: Path | None, manners: Manners) -> Exit:
    """Write the report, if there is a plan to report on; return the exit code."""
    import sys

    from planner.cli.printing import sheet
    from planner.cli.streams import emit, say
    from planner.report import html, workbook
    from planner.report.parts import PARTS, QUICK, SOLVING
    from planner.show import render
    from planner.write.atomic import write_atomically

    outcome = found.outcome
    if outcome.plan is None:
        say(render(outcome, audience=outcome.audience, **sheet(manners, sys.stderr)).rstrip())
        return {"infeasible": Exit.INFEASIBLE, "refused": Exit.REFUSED}.get(outcome.status, Exit.NO_PLAN)
    if target is None:
        emit(html(found))
    else:
        content = workbook(found) if target.suffix.lower() == ".xlsx" else html(found)
        write_atomically(target, content, force=manners.force)
        manners.note(f"Wrote {target}.")
    for note in found.notes:
        manners.note(note)
    left = [part for part in SOLVING if part not in found.parts and part not in found.missing]
    if left and set(QUICK) <= set(found.parts) and not outcome.hidden:
        told = ", ".join(f"{part} ({PARTS[part]})" for part in left)
        manners.note(f"Not in it, because each takes many solves: {told}. --parts all adds them.")
    return Exit.OK if found.complete or outcome.hidden else Exit.LIMIT
