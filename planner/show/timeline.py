"""The timeline: a mark per period, a group of marks per year, as many years side by side as the page holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from models.instance import Instance
from planner.outcome import Outcome
from planner.show.courses import Course, by_year, courses, span, title
from planner.show.letters import clean, money
from planner.show.marks import LEGEND, Marks, Row
from planner.show.page import Page

_TRACK = 5
_COST = 9
_STYLES = {
    "W": "bold red",
    "c": "yellow",
    "n": "green",
    "i": "green",
    "V": "bold magenta",
    "b": "magenta",
    "x": "red",
    "/": "red",
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
    rows = {course: _rows(outcome, course) for course in courses(outcome.instance)}
    names = [cell_len(page.spell(row.name)) for each in rows.values() for row in each]
    label = min(max(names) + 1, max(22, page.width // 3))
    for course, each in rows.items():
        name = title(outcome.instance, course, with_probability=not outcome.scenarios_hidden)
        if name:
            page.heading(f"{name}, {span(outcome.instance, course.nodes)}")
        _course(page, outcome, course, each, label, unit)
    _legend(page, {mark for each in rows.values() for row in each for mark in row.marks})


def _rows(outcome: Outcome, course: Course) -> list[Row]:
    marks = Marks(outcome, course)
    return [*marks.facts(), *marks.works(), *marks.signings(), marks.decisions()]


def _course(page: Page, outcome: Outcome, course: Course, rows: Sequence[Row], label: int, unit: int) -> None:
    years = by_year(outcome.instance, course.nodes)
    periods = max(4, 12 // outcome.instance.calendar.months)
    fit = max(1, (page.width - _TRACK - label - _COST) // (periods + 1))
    all_years = list(years)
    for first in range(0, len(all_years), fit):
        block = all_years[first : first + fit]
        last = first + fit >= len(all_years)
        _block(page, outcome.instance, course, rows, years, block, (label, periods, unit if last else 0))


def _legend(page: Page, used: set[str]) -> None:
    """What the marks mean, in as many lines as it takes."""
    digits = used & set("123456789")
    known = [mark for mark in LEGEND if mark in used or (mark == "1-9" and digits)]
    page.line()
    page.line(f"Marks: {'; '.join(f'{mark} {LEGEND[mark]}' for mark in known)}. Blank: outside its window.", "dim")


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
    page.line(_joined(page, "", "", Text(head), "cost" if unit else "", label), "bold dim")
    conflicts = {row.conflict for row in rows if row.conflict}
    for conflict, group in groupby(rows, key=lambda row: row.conflict):
        if conflict and len(conflicts) > 1:
            page.line(clean(conflict), "bold")
        for row in group:
            cells = Text(" ").join(_year(instance, course, row, years[year], periods) for year in block)
            if row.kind == "work" or cells.plain.strip(" ."):
                cost = money(row.cost / unit) if unit and row.cost is not None else ""
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
    first, *more = _folded(page.spell(name), label - 1) or [""]
    text = Text(f"{track:<{_TRACK}}") + Text(first + " " * (label - cell_len(first))) + cells + Text(f"{cost:>{_COST}}")
    for line in more:
        text += Text(f"\n{' ' * (_TRACK + 1)}{line}")
    return text


def _folded(name: str, width: int) -> list[str]:
    """The name in lines of at most ``width`` cells, broken at spaces where there are any."""
    lines: list[str] = []
    for word in name.split(" "):
        if lines and cell_len(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
            continue
        while cell_len(word) > width:
            cut = next(length for length in range(len(word), 0, -1) if cell_len(word[:length]) <= width)
            lines.append(word[:cut])
            word = word[cut:]
        lines.append(word)
    return lines
