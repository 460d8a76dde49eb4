"""Sheets of a report's workbook about money: each payment, sums by fiscal year, and what each funder has and keeps.

``SUMIFS`` picks by numbers, never by names: a name such as ``=1`` or ``*`` would be read as a condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planner.outcome import Outcome
from planner.report.blocks import Value
from planner.report.cells import Cell, Formula, at, sum_of
from planner.report.found import Report
from planner.report.plan_sheets import by_course, course_title
from planner.show.coordination import raised_on_path
from planner.show.courses import by_year, courses, year_label
from planner.show.ledger import purpose
from planner.show.letters import clean
from planner.show.marks import marked

if TYPE_CHECKING:
    from models.records import Funder


_LEDGER = ("funder no.", "course no.", "fiscal year begins", "funder", "track", "work", "course", "period", "amount")


def ledger(report: Report) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
    """A row for each payment; the first three columns are what formulas pick by."""
    outcome = report.outcome
    assert outcome.plan is not None
    instance = outcome.instance
    number = {funder.name: index for index, funder in enumerate(instance.funders, start=1)}
    activities = {each.name: each for each in instance.activities}
    by_name = {funder.name: funder for funder in instance.funders}
    years = _year_of(report)
    rows: list[tuple[Cell, ...]] = []
    grants, fees = outcome.plan.grants, outcome.plan.fees
    for course, node, period in by_course(outcome):
        for fee, each in (*((False, each) for each in grants), *((True, each) for each in fees)):
            if each.node == node:
                work, funder = activities[each.activity], by_name[each.funder]
                keys = (number[each.funder], course, years[node])
                names = (
                    marked(funder),
                    work.track,
                    purpose(marked(work), fee=fee),
                    course_title(outcome, course),
                    period,
                )
                rows.append((*keys, *names, each.amount))
    if rows:
        total = sum(each.amount for each in outcome.plan.payments)
        rows.append((*[None] * 7, "total of all courses", sum_of((1, 8), (len(rows), 8), total)))
    return _LEDGER, rows


def _year_of(report: Report) -> dict[int, int]:
    nodes = [node for _, node, _ in by_course(report.outcome)]
    years = by_year(report.outcome.instance, nodes, report.fiscal_month)
    return {node: year for year, inside in years.items() for node in inside}


def _picked(outcome: Outcome, conditions: Sequence[tuple[str, str]], value: float) -> Formula:
    """The sum of ledger amounts where each column (its letter) equals a cell or a number."""
    assert outcome.plan is not None
    last = len(outcome.plan.payments) + 1
    given = ",".join(f"ledger!${column}$2:${column}${last},{what}" for column, what in conditions)
    return Formula(f"=SUMIFS(ledger!$I$2:$I${last},{given})", value)


def years(report: Report) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
    """Funder by fiscal year, for each course: sums over the ledger."""
    outcome = report.outcome
    assert outcome.plan is not None
    year_of = _year_of(report)
    years = sorted(set(year_of.values()))
    course_of = {node: course for course, node, _ in by_course(outcome)}
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
            own = [g for g in outcome.plan.payments if g.funder == funder.name and course_of[g.node] == course]
            line, cells = len(rows) + 1, []
            for column, year in enumerate(years, start=4):
                paid = sum(each.amount for each in own if year_of[each.node] == year)
                head = at(1, column, fixed=True)
                picks = [("A", f"$B{line + 1}"), ("B", f"$A{line + 1}"), ("C", head)]
                cells.append(_picked(outcome, picks, paid))
            total = sum_of((line, 4), (line, 3 + len(years)), sum(each.amount for each in own))
            rows.append((course, number, course_title(outcome, course), marked(funder), *cells, total))
    sums = [
        sum_of((2, column), (len(rows), column), sum(_value(row[column]) for row in rows[1:]))
        for column in range(4, 5 + len(years))
    ]
    rows.append((None, None, None, "total of all courses", *sums))
    return heads, rows


def _value(cell: Cell) -> float:
    return cell.value if isinstance(cell, Formula) else 0.0


def budgets(outcome: Outcome) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
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
        paid = sum(g.amount for g in outcome.plan.payments if g.funder == funder.name and g.node in path)
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
