"""A report as a workbook: sums are formulas, with their values beside them for readers that do not calculate.

``SUMIFS`` picks by numbers, never by names: a name such as ``=1`` or ``*`` would be read as a condition. Every name is
written as a text, so that no cell but ours is a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from planner.outcome import Outcome
from planner.report import answer_sheets
from planner.report.blocks import Grid, Value
from planner.report.cells import Cell, Formula, Writer, at, sum_of
from planner.report.found import Report
from planner.report.provenance import assumptions, made, provenance
from planner.report.sections import left_out
from planner.show import sentences
from planner.show.coordination import raised_on_path
from planner.show.courses import Course, by_year, courses, title, year_label
from planner.show.letters import clean
from planner.show.marks import marked, output
from planner.show.progress import MEANING, levels

if TYPE_CHECKING:
    from models.records import Funder

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
        writer.sheet("plan", *_plan(outcome))
        writer.sheet("ledger", *_ledger(report))
        writer.sheet("fiscal years", *_years(report))
        writer.sheet("budgets", *_budgets(outcome))
        if not outcome.hidden:
            writer.sheet("progress", *_progress(outcome))
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


def _plan(outcome: Outcome) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
    """A row for each work and period; its cost is a sum, and so is the cost of all."""
    assert outcome.plan is not None
    instance = outcome.instance
    activities = {each.name: each for each in instance.activities}
    rows: list[tuple[Cell, ...]] = []
    for course, node, period in _nodes(outcome):
        for work in outcome.plan.works:
            if work.node == node:
                each, line = activities[work.activity], len(rows) + 1
                cost = sum_of((line, 7), (line, 8), work.setup + work.spend)
                share = output(outcome, work)
                start = "yes" if work.start else ""
                place = (each.track, marked(each), clean(each.conflict), _course(outcome, course), period)
                rows.append((*place, start, share, work.setup, work.spend, cost))
    heads = ("track", "work", "conflict", "course", "period", "starts", "output", "set-up", "spending", "cost")
    total = sum(work.setup + work.spend for work in outcome.plan.works)
    if rows:
        rows.append((*[None] * 8, "total of all courses", sum_of((1, 9), (len(rows), 9), total)))
    return heads, rows


def _nodes(outcome: Outcome) -> Iterator[tuple[int, int, str]]:
    """Number of the course (0: what all futures share), node, and label of the period, course by course."""
    calendar, tree = outcome.instance.calendar, outcome.instance.tree
    for number, course in enumerate(courses(outcome.instance)):
        for node in course.nodes:
            yield number, node, calendar.label(tree[node].period)


def _course(outcome: Outcome, number: int) -> str:
    course: Course = courses(outcome.instance)[number]
    return title(outcome.instance, course, with_probability=False) or "the plan"


_LEDGER = ("funder no.", "course no.", "fiscal year begins", "funder", "track", "work", "course", "period", "amount")


def _ledger(report: Report) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
    """A row for each payment; the first three columns are what formulas pick by."""
    outcome = report.outcome
    assert outcome.plan is not None
    instance = outcome.instance
    number = {funder.name: index for index, funder in enumerate(instance.funders, start=1)}
    activities = {each.name: each for each in instance.activities}
    by_name = {funder.name: funder for funder in instance.funders}
    years = _year_of(report)
    rows: list[tuple[Cell, ...]] = []
    for course, node, period in _nodes(outcome):
        for grant in outcome.plan.grants:
            if grant.node == node:
                work, funder = activities[grant.activity], by_name[grant.funder]
                keys = (number[grant.funder], course, years[node])
                names = (marked(funder), work.track, marked(work), _course(outcome, course), period)
                rows.append((*keys, *names, grant.amount))
    if rows:
        total = sum(grant.amount for grant in outcome.plan.grants)
        rows.append((*[None] * 7, "total of all courses", sum_of((1, 8), (len(rows), 8), total)))
    return _LEDGER, rows


def _year_of(report: Report) -> dict[int, int]:
    nodes = [node for _, node, _ in _nodes(report.outcome)]
    years = by_year(report.outcome.instance, nodes, report.fiscal_month)
    return {node: year for year, inside in years.items() for node in inside}


def _picked(outcome: Outcome, conditions: Sequence[tuple[str, str]], value: float) -> Formula:
    """The sum of ledger amounts where each column (its letter) equals a cell or a number."""
    assert outcome.plan is not None
    last = len(outcome.plan.grants) + 1
    given = ",".join(f"ledger!${column}$2:${column}${last},{what}" for column, what in conditions)
    return Formula(f"=SUMIFS(ledger!$I$2:$I${last},{given})", value)


def _years(report: Report) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
    """Funder by fiscal year, for each course: sums over the ledger."""
    outcome = report.outcome
    assert outcome.plan is not None
    year_of = _year_of(report)
    years = sorted(set(year_of.values()))
    course_of = {node: course for course, node, _ in _nodes(outcome)}
    heads = (
        "course no.",
        "funder no.",
        "course",
        "funder",
        *(year_label(y, report.fiscal_month) for y in years),
        "total",
    )
    rows: list[tuple[Cell, ...]] = [(None, None, None, "fiscal year begins in", *years, None)]
    for course in range(len(courses(outcome.instance))):
        for number, funder in enumerate(outcome.instance.funders, start=1):
            grants = [g for g in outcome.plan.grants if g.funder == funder.name and course_of[g.node] == course]
            line, cells = len(rows) + 1, []
            for column, year in enumerate(years, start=4):
                paid = sum(grant.amount for grant in grants if year_of[grant.node] == year)
                head = at(1, column, fixed=True)
                picks = [("A", f"$B{line + 1}"), ("B", f"$A{line + 1}"), ("C", head)]
                cells.append(_picked(outcome, picks, paid))
            total = sum_of((line, 4), (line, 3 + len(years)), sum(grant.amount for grant in grants))
            rows.append((course, number, _course(outcome, course), marked(funder), *cells, total))
    sums = [
        sum_of((2, column), (len(rows), column), sum(_value(row[column]) for row in rows[1:]))
        for column in range(4, 5 + len(years))
    ]
    rows.append((None, None, None, "total of all courses", *sums))
    return heads, rows


def _value(cell: Cell) -> float:
    return cell.value if isinstance(cell, Formula) else 0.0


def _budgets(outcome: Outcome) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
    """What each funder has, pays and keeps in each future; what it has is withheld where anything is hidden."""
    assert outcome.plan is not None
    tree = outcome.instance.tree
    every = courses(outcome.instance)
    branch = {course.nodes[-1]: number for number, course in enumerate(every)}
    leaves = [(leaf, branch[leaf]) for leaf in tree.leaves]
    several = len(leaves) > 1
    heads: list[Value] = ["funder no.", "funder"]
    if not outcome.hidden:
        heads.append("has")
    for leaf, _ in leaves:
        where = f" if {clean(tree[leaf].scenarios[0])}" if several else ""
        heads += [f"pays{where}", *([] if outcome.hidden else [f"raised for it{where}", f"keeps{where}"])]
    rows = [
        tuple(_funder(outcome, number, funder, leaves)) for number, funder in enumerate(outcome.instance.funders, 1)
    ]
    if rows:
        last = [_total(column, rows) for column in range(2, len(heads))]
        rows.append((None, "total shown" if outcome.hidden else "total", *last))
    return heads, rows


def _funder(outcome: Outcome, number: int, funder: Funder, leaves: Sequence[tuple[int, int]]) -> Iterator[Cell]:
    assert outcome.plan is not None
    yield number
    yield marked(funder)
    if not outcome.hidden:
        yield funder.amount
    column = 2 if outcome.hidden else 3
    for leaf, course in leaves:
        path = set(outcome.instance.tree.path(leaf))
        paid = sum(g.amount for g in outcome.plan.grants if g.funder == funder.name and g.node in path)
        both = [_picked(outcome, [("A", f"$A{number + 1}"), ("B", str(each))], 0).text for each in sorted({0, course})]
        yield Formula("=" + "+".join(text[1:] for text in both), paid)
        if not outcome.hidden:
            raised = raised_on_path(outcome, funder, leaf) or 0
            yield raised
            left = f"={at(number, 2)}+{at(number, column + 1)}-{at(number, column)}"
            yield Formula(left, funder.amount + raised - paid)
        column += 1 if outcome.hidden else 3


def _total(column: int, rows: Sequence[Sequence[Cell]]) -> Formula:
    values = [cell.value if isinstance(cell := row[column], Formula) else float(cell or 0) for row in rows]
    return sum_of((1, column), (len(rows), column), sum(values))


def _progress(outcome: Outcome) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
    """Every level at the end of every period."""
    places = {node: (_course(outcome, course), period) for course, node, period in _nodes(outcome)}
    rows: list[tuple[Cell, ...]] = [
        (clean(each.conflict), MEANING[each.measure], *places[each.node], float(each.value)) for each in levels(outcome)
    ]
    return ("conflict", "progress", "course", "period", "level"), rows


def _unverified(report: Report) -> list[tuple[Cell, ...]]:
    from planner.show.inputs import unverified

    return [(each,) for each in unverified(report.outcome.instance)] or [("no source says unverified",)]
