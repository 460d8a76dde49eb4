"""The timeline: a mark per period, a group of marks per year, as many years side by side as the page holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from models.instance import Instance
from planner.outcome import Outcome
from planner.show.conditions import EXPLAINED
from planner.show.courses import Course, by_year, courses, span, title
from planner.show.letters import clean, money
from planner.show.marks import LEGEND, Marks, Row
from planner.show.page import Page, folded

_TRACK = 5
_COST = 10
_LEAST_LABEL = 22
_STYLES = {
    "W": "bold red",
    "c": "yellow",
    "n": "green",
    "i": "green",
    "V": "bold magenta",
    "b": "magenta",
    "x": "red",
    "/": "red",
    "o": "yellow",
    "m": "green",
    "H": "bold green",
    "S": "bold green",
    "^": "bold",
    "+": "bold",
    ".": "dim",
    "0": "dim",
    "=": "cyan",
}


def draw(page: Page, outcome: Outcome, unit: int) -> None:
    """Print the timeline of each course, all in the same columns, then what the marks mean.

    ``unit`` is 1 or 1000: costs are printed as multiples of it.
    """
    rows = {course: list(Marks(outcome, course).rows()) for course in courses(outcome.instance)}
    names = [cell_len(page.spell(row.name)) for each in rows.values() for row in each]
    label = _label_width(page, outcome, max(names) + 1)
    for course, each in rows.items():
        name = title(outcome.instance, course, with_probability=not outcome.scenarios_hidden)
        if name:
            page.heading(f"{name}, {span(outcome.instance, course.nodes)}")
        _course(page, outcome, course, each, label, unit)
    _legend(page, [row for each in rows.values() for row in each])


def _label_width(page: Page, outcome: Outcome, wished: int) -> int:
    """Columns for names: as many as they wish, so long as all years stand side by side; if that cannot be, a third."""
    years = {outcome.instance.calendar.first_day(period).year for period in range(outcome.instance.calendar.number)}
    room = page.width - _TRACK - _COST - len(years) * (_per_year(outcome) + 1)
    return min(wished, room if room >= _LEAST_LABEL else max(_LEAST_LABEL, page.width // 3))


def _per_year(outcome: Outcome) -> int:
    """Columns of a year: a mark per period, and at least the year's four digits."""
    return max(4, 12 // outcome.instance.calendar.months)


def _course(page: Page, outcome: Outcome, course: Course, rows: Sequence[Row], label: int, unit: int) -> None:
    years = by_year(outcome.instance, course.nodes)
    periods = _per_year(outcome)
    fit = max(1, (page.width - _TRACK - label - _COST) // (periods + 1))
    all_years = list(years)
    for first in range(0, len(all_years), fit):
        block = all_years[first : first + fit]
        last = first + fit >= len(all_years)
        _block(page, outcome.instance, course, rows, years, block, (label, periods, unit if last else 0))


def _legend(page: Page, rows: Sequence[Row]) -> None:
    """What the marks mean, in as many lines as it takes."""
    used = {mark for row in rows for mark in row.marks if row.kind != "condition"}
    conditions = f" {EXPLAINED}" if any(row.kind == "condition" for row in rows) else ""
    digits = used & set("123456789")
    known = [mark for mark in LEGEND if mark in used or (mark == "1-9" and digits)]
    page.line()
    meanings = "; ".join(f"{mark} {LEGEND[mark]}" for mark in known)
    page.line(f"Marks: {meanings}. Blank: outside its window.{conditions}", "dim")


def _block(
    page: Page,
    instance: Instance,
    course: Course,
    rows: Sequence[Row],
    years: dict[int, list[int]],
    block: Sequence[int],
    layout: tuple[int, int, int],
) -> None:
    label, periods, unit = layout
    head = " ".join(f"{year:<{periods}}" for year in block)
    page.line()
    page.line(_joined(page, "", "", Text(head, "bold"), "cost" if unit else "", label))
    conflicts = {row.conflict for row in rows if row.conflict}
    for conflict, group in groupby(rows, key=lambda row: row.conflict):
        if conflict and len(conflicts) > 1:
            page.line(clean(conflict), "bold")
        for row in group:
            cells = Text(" ").join(_year(instance, course, row, years[year], periods) for year in block)
            cost = money(row.cost / unit) if unit and row.cost else ""
            if cost or cells.plain.strip(" ."):
                page.line(_joined(page, row.track, row.name, cells, cost, label))


def _year(instance: Instance, course: Course, row: Row, nodes: Sequence[int], periods: int) -> Text:
    """The marks of one year, in their place within the year."""
    months = instance.calendar.months
    day = instance.calendar.first_day(instance.tree[nodes[0]].period)
    text = Text(" " * ((day.month - 1) // months))
    for node in nodes:
        position = course.nodes.index(node)
        text.append(row.marks[position], _style(row, position))
    text.append(" " * (periods - len(text)))
    return text


def _style(row: Row, position: int) -> str:
    mark = row.marks[position]
    if row.kind == "work" and (mark.isdigit() or mark in "#="):
        return "bold underline cyan" if position in row.starts else "cyan"
    return _STYLES.get(mark, "")


def _joined(page: Page, track: str, name: str, cells: Text, cost: str, label: int) -> Text:
    """Track, name, marks and cost in one line; a long name goes on below its beginning."""
    first, *more = folded(page.spell(name), label - 1)
    text = Text(f"{track:<{_TRACK}}") + Text(first + " " * (label - cell_len(first))) + cells + Text(f"{cost:>{_COST}}")
    for line in more:
        text += Text(f"\n{' ' * (_TRACK + 1)}{line}")
    return text
