"""A report as a workbook: sums are formulas, with their values beside them for readers that do not calculate.

Every name is written as a text, so that no cell but ours is a formula.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from planner.report import answer_sheets, money_sheets, plan_sheets
from planner.report.blocks import Grid
from planner.report.cells import Cell, Writer
from planner.report.found import Report
from planner.report.provenance import assumptions, made, provenance
from planner.report.sections import left_out
from planner.show import sentences
from planner.show.letters import clean

if TYPE_CHECKING:
    pass

_MADE = datetime(2000, 1, 1)
"""Stated as the day of making, so that the same report makes the same file."""


def workbook(report: Report) -> bytes:
    """The content of an .xlsx file with the sheets that the parts asked for need."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    writer = Writer(book)
    writer.sheet("summary", ("what", "value"), _summary(report))
    outcome = report.outcome
    if outcome.plan is not None:
        writer.sheet("plan", *plan_sheets.plan(outcome))
        writer.sheet("ledger", *money_sheets.ledger(report))
        writer.sheet("fiscal years", *money_sheets.years(report))
        writer.sheet("budgets", *money_sheets.budgets(outcome))
        if not outcome.hidden:
            writer.sheet("progress", *plan_sheets.progress(outcome))
        if "left-out" in report.parts:
            writer.grids("left out", [each for each in left_out(report).blocks if isinstance(each, Grid)])
    if report.frontier is not None:
        writer.sheet("frontier", *answer_sheets.frontier(outcome, report.frontier))
        writer.sheet("more money", *answer_sheets.stretches(outcome, report.frontier))
    if report.ladder is not None:
        writer.sheet("ladder", *answer_sheets.ladder(outcome, report.ladder))
    if "assumptions" in report.parts:
        writer.sheet("unverified", ("input",), _unverified(report))
        writer.grids("assumptions", [each for each in assumptions(report).blocks if isinstance(each, Grid)])
    if "audit" in report.parts:
        writer.grids("audit", [each for each in provenance(report).blocks if isinstance(each, Grid)])
    book.close()
    return target.getvalue()


def _summary(report: Report) -> list[tuple[Cell, ...]]:
    outcome = report.outcome
    said = [sentences.proof(outcome), sentences.checked(outcome), sentences.value(outcome)]
    said += [*sentences.withheld(outcome), *outcome.clash, *outcome.messages, *report.notes]
    rows: list[tuple[Cell, ...]] = [("plan", clean(outcome.instance.horizon.name)), ("note", sentences.NO_FORECAST)]
    rows += [("", text) for text in said if text]
    return [*rows, *made(report)]


def _unverified(report: Report) -> list[tuple[Cell, ...]]:
    from planner.show.inputs import unverified

    return [(each,) for each in unverified(report.outcome.instance)] or [("no source says unverified",)]
