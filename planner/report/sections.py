"""Sections that follow from the plan alone: branches, timeline, ledger, what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from planner.outcome import Outcome
from planner.report import charts
from planner.report.blocks import Block, Column, Figure, Grid, Heading, Items, Paragraph, Section, Value
from planner.report.found import LeftOut, Report
from planner.report.words import interval, unit
from planner.show import branches
from planner.show.coordination import raised_on_path
from planner.show.courses import Course, by_year, courses, runs, span, title, year_label
from planner.show.ledger import Ledger, ledger, paid_on_path
from planner.show.letters import clean
from planner.show.marks import LEGEND, Marks, Row, marked
from planner.show.progress import MEANING, at_year_ends

_LEVELS = "0123456789#="


def scenarios(report: Report) -> Section | None:
    """One branch for each scenario, in words; no section where the future is certain."""
    told = tuple(branches.sentences(report.outcome))
    return Section("scenarios", "What happens when", [Items(told)]) if told else None


def timeline(report: Report) -> Section:
    """A chart for each course, with its marks as a table behind it."""
    outcome = report.outcome
    blocks: list[Block] = []
    for course in courses(outcome.instance):
        rows = list(Marks(outcome, course).rows())
        name = title(outcome.instance, course, with_probability=not outcome.scenarios_hidden)
        where = f"{name}, {span(outcome.instance, course.nodes)}" if name else span(outcome.instance, course.nodes)
        blocks.append(_drawn(outcome, course, rows, where))
    blocks += _progress(outcome)
    marks = "; ".join(f"{mark} {meaning}" for mark, meaning in LEGEND.items())
    blocks.append(
        Paragraph(
            "Bars are works while they run: the stronger the colour, the nearer to full output. Other lines are what "
            f"the plan has to live with. Marks, in charts and tables: {marks}. In lines of conditions 0 to 9 are "
            "tenths of full."
        )
    )
    return Section("timeline", "Timeline", blocks)


def _progress(outcome: Outcome) -> Iterator[Block]:
    """Levels at the end of each year, for each course; nothing where they are withheld."""
    several = len(outcome.instance.conflicts) > 1
    for course in courses(outcome.instance):
        years, found = at_year_ends(outcome, course)
        if not found:
            continue
        names = [
            f"{clean(conflict)}: {MEANING[measure]}" if several else MEANING[measure] for conflict, measure in found
        ]
        where = title(outcome.instance, course, with_probability=False)
        caption = "Progress at the end of each year" + (f": {where}" if where else "")
        values = [[float(each) for each in levels] for levels in found.values()]
        labels = [str(year) for year in years]
        columns = (Column("progress", "name"), *(Column(label, "number") for label in labels))
        rows: tuple[tuple[Value, ...], ...] = tuple((name, *row) for name, row in zip(names, values, strict=True))
        yield Figure(charts.lines(names, labels, values, caption), caption, Grid("The same as a table", columns, rows))


def _drawn(outcome: Outcome, course: Course, rows: list[Row], where: str) -> Figure:
    calendar, tree = outcome.instance.calendar, outcome.instance.tree
    shown = [row for row in rows if row.marks.strip(" .")]
    years = by_year(outcome.instance, course.nodes)
    ticks = [(course.nodes.index(nodes[0]), str(year)) for year, nodes in years.items()]
    every = -(-len(ticks) // 16)
    picture = charts.timeline([_lane(row) for row in shown], ticks[::every], len(course.nodes), f"Timeline: {where}")
    columns = (
        Column("track"),
        Column("", "name"),
        *(Column(calendar.label(tree[node].period)) for node in course.nodes),
        Column("cost", "money"),
    )
    cells = [(row.track, row.name, *row.marks, row.cost) for row in shown]
    return Figure(picture, f"Timeline: {where}", Grid(f"The same as marks: {where}", columns, tuple(cells)))


def _lane(row: Row) -> charts.Lane:
    """A row of marks as bars of equal marks (works, phases), or as single marks."""
    name = f"{row.track} {row.name}".strip()
    if row.kind not in ("work", "phase"):
        return charts.Lane(name, marks=tuple((at, mark) for at, mark in enumerate(row.marks) if mark not in " ."))
    bars = []
    for start, stop in _stretches(row.marks):
        mark = row.marks[start]
        if row.kind == "phase" and mark not in " .":
            colour = charts.ALARM if mark == "W" else charts.SOFT
            bars.append(charts.Bar(start, stop, 0.6, colour, LEGEND.get(mark, mark)))
        elif row.kind == "work" and mark in _LEVELS:
            strength = 1.0 if mark in "#=" else int(mark) / 10
            bars.append(charts.Bar(start, stop, strength, charts.SERIES[0]))
    return charts.Lane(name, tuple(bars))


def _stretches(marks: str) -> Iterator[tuple[int, int]]:
    """Begin and end (not included) of each stretch of equal marks."""
    for mark in dict.fromkeys(marks):
        for first, last in runs([at for at, each in enumerate(marks) if each == mark]):
            yield first, last + 1


def money_ledger(report: Report) -> Section:
    """By funder and fiscal year, for each course; and what each funder pays in all, for each future."""
    outcome = report.outcome
    currency = outcome.instance.horizon.currency
    blocks: list[Block] = [
        Paragraph(
            f"A fiscal year begins in {MONTHS[report.fiscal_month - 1]}; a period counts in that in which it begins. "
            f"Money is in whole units{f' of {currency}' if currency else ''}; every column and row adds up."
        ),
        paid_by(outcome),
    ]
    for course in courses(outcome.instance):
        found = ledger(outcome, course, report.fiscal_month)
        if len(found.lines) > 1:
            blocks += _ledger(report, course, found)
    return Section("ledger", "Who pays what", blocks)


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def paid_by(outcome: Outcome) -> Grid:
    """Each funder's total in each future, and of how much, where that may be told; money raised apart from its own."""
    instance = outcome.instance
    leaves = instance.tree.leaves
    several = len(leaves) > 1
    raising = any(raised_on_path(outcome, funder, leaf) is not None for funder in instance.funders for leaf in leaves)
    columns = [Column("funder", "name")]
    for leaf in leaves:
        where = f" if {clean(instance.tree[leaf].scenarios[0])}" if several else ""
        columns += [Column(f"{what}{where}", "money") for what in ("pays", *(["raised for it"] if raising else []))]
    if not outcome.hidden:
        columns.append(Column("has", "money"))
    rows: list[tuple[Value, ...]] = []
    sums = [0] * (len(columns) - 1)
    for funder in instance.funders:
        amounts: list[int] = []
        for leaf in leaves:
            amounts.append(paid_on_path(outcome, funder, leaf))
            amounts += [raised_on_path(outcome, funder, leaf) or 0] if raising else []
        amounts += [] if outcome.hidden else [funder.amount]
        sums = [sum(pair) for pair in zip(sums, amounts, strict=True)]
        rows.append((marked(funder), *amounts))
    total = ("total shown" if outcome.hidden else "total", *sums)
    return Grid("What each funder pays in all", tuple(columns), (*rows, total) if rows else (), sums=1 if rows else 0)


def _ledger(report: Report, course: Course, found: Ledger) -> Iterator[Block]:
    outcome = report.outcome
    where = title(outcome.instance, course, with_probability=False)
    place = f"{where}, {span(outcome.instance, course.nodes)}" if where else span(outcome.instance, course.nodes)
    years = [year_label(year, report.fiscal_month) for year in found.years]
    funders = {record.name: marked(record) for record in outcome.instance.funders}
    works = {record.name: marked(record) for record in outcome.instance.activities}
    sums = [line for line in found.lines if line.funder and not line.activity]
    picture = charts.stacked(
        [funders[line.funder] for line in sums],
        years,
        [[float(amount) for amount in line.by_year] for line in sums],
        f"Money by funder and fiscal year: {place}",
    )
    head = tuple(Column(year, "money") for year in years)
    rows: list[tuple[Value, ...]] = [(funders[line.funder], *line.by_year, line.total) for line in sums]
    total = found.lines[-1]
    last: tuple[Value, ...] = ("total shown" if outcome.hidden else "total", *total.by_year, total.total)
    table = Grid(
        f"By funder and fiscal year: {place}",
        (Column("funder", "name"), *head, Column("total", "money")),
        (*rows, last),
        sums=1,
    )
    yield Heading(place)
    yield Figure(picture, f"Money by funder and fiscal year: {place}", table)
    each: list[tuple[Value, ...]] = [
        (funders[line.funder], line.label(works[line.activity]), *line.by_year, line.total)
        for line in found.lines
        if line.activity
    ]
    yield Grid(
        f"By funder, work and fiscal year: {place}",
        (Column("funder", "name"), Column("work", "name"), *head, Column("total", "money")),
        (*each, (last[0], "", *last[1:])),
        sums=1,
    )


def left_out(report: Report) -> Section:
    """Each work that is not in the plan, with its reason, and what including it would cost."""
    outcome, found = report.outcome, report.left_out
    if not found:
        return Section("left-out", "Left out, and why", [Paragraph("Nothing: every work runs at some time.")])
    priced = "prices" in report.parts
    columns = [Column("track"), Column("work", "name"), Column("why")]
    if priced:
        columns.append(Column(f"including it costs ({unit(outcome)})"))
    rows = [
        (each.activity.track, marked(each.activity), _why(each, priced), *([_price(outcome, each)] if priced else []))
        for each in found
    ]
    blocks: list[Block] = []
    if priced:
        blocks.append(
            Paragraph(
                "The price of a work is what the best plan is better than the best one in which that work runs at some "
                "time in every future. Each was solved; as both are known only within what the searches proved, the "
                "price is an interval that holds the true one. Unproven: the searches leave open whether it costs "
                "anything."
            )
        )
    else:
        blocks.append(
            Paragraph(
                "Reasons are those that rows and rules tell. What including a work would cost takes a solve for each: "
                "plan report INSTANCE --parts quick,prices."
                if not outcome.hidden
                else "Reasons are those that the rows shown tell; prices rest on all work and are left out."
            )
        )
    blocks.append(Grid("Work that is not in the plan", tuple(columns), tuple(rows)))
    return Section("left-out", "Left out, and why", blocks)


def _why(each: LeftOut, priced: bool) -> str:
    if each.reason:
        return each.reason[0].upper() + each.reason[1:]
    if priced and each.price is not None:
        return "Every plan with it is worse" if each.proven else "Not proven to be worse with it"
    return "No row rules it out: the plan found uses the money otherwise"


def _price(outcome: Outcome, each: LeftOut) -> str:
    if each.impossible:
        return "no plan can include it"
    if each.price is None or (each.price.low == 0 and each.price.high == inf):
        return "not known"
    words = interval(outcome, each.price)
    return words if each.proven or each.price.high == 0 else f"{words} (unproven)"
