"""Sheets of a report's workbook that tell the plan: what runs when, and the levels it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.outcome import Outcome
from planner.report.blocks import Value
from planner.report.cells import Cell, sum_of
from planner.show.courses import courses, title
from planner.show.letters import clean
from planner.show.marks import marked, output
from planner.show.progress import MEANING, levels


def plan(outcome: Outcome) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
    """A row for each work and period; its cost is a sum, and so is the cost of all."""
    assert outcome.plan is not None
    instance = outcome.instance
    activities = {each.name: each for each in instance.activities}
    rows: list[tuple[Cell, ...]] = []
    for course, node, period in by_course(outcome):
        for work in outcome.plan.works:
            if work.node == node:
                each, line = activities[work.activity], len(rows) + 1
                cost = sum_of((line, 7), (line, 8), work.setup + work.spend)
                share = output(outcome, work)
                start = "yes" if work.start else ""
                place = (each.track, marked(each), clean(each.conflict), course_title(outcome, course), period)
                rows.append((*place, start, share, work.setup, work.spend, cost))
    heads = ("track", "work", "conflict", "course", "period", "starts", "output", "set-up", "spending", "cost")
    total = sum(work.setup + work.spend for work in outcome.plan.works)
    if rows:
        rows.append((*[None] * 8, "total of all courses", sum_of((1, 9), (len(rows), 9), total)))
    return heads, rows


def progress(outcome: Outcome) -> tuple[Sequence[Value], list[tuple[Cell, ...]]]:
    """Every level at the end of every period."""
    places = {node: (course_title(outcome, course), period) for course, node, period in by_course(outcome)}
    rows: list[tuple[Cell, ...]] = [
        (clean(each.conflict), MEANING[each.measure], *places[each.node], float(each.value)) for each in levels(outcome)
    ]
    return ("conflict", "progress", "course", "period", "level"), rows


def by_course(outcome: Outcome) -> Iterator[tuple[int, int, str]]:
    """Number of the course (0: what all futures share), node, and label of the period, course by course."""
    calendar, tree = outcome.instance.calendar, outcome.instance.tree
    for number, course in enumerate(courses(outcome.instance)):
        for node in course.nodes:
            yield number, node, calendar.label(tree[node].period)


def course_title(outcome: Outcome, number: int) -> str:
    course = courses(outcome.instance)[number]
    return title(outcome.instance, course, with_probability=False) or "the plan"
