"""The stretches of a plan that are shown one after the other: what all scenarios share, then each scenario's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.instance import Instance
from planner.show.letters import with_mark


@dataclass(frozen=True)
class Course:
    """Consecutive nodes of one path. ``scenario`` is empty for what all scenarios share (all, if there is but one)."""

    scenario: str
    nodes: tuple[int, ...]


def courses(instance: Instance) -> tuple[Course, ...]:
    """The trunk, and each scenario from where it leaves the trunk; the trunk alone where the future is certain."""
    tree = instance.tree
    every = len(tree[0].scenarios)
    first = tree.leaves[0]
    trunk = tuple(node for node in tree.path(first) if len(tree[node].scenarios) == every)
    return (
        Course("", trunk),
        *(
            Course(tree[leaf].scenarios[0], tree.path(leaf)[len(trunk) :])
            for leaf in tree.leaves
            if len(tree.path(leaf)) > len(trunk)
        ),
    )


def by_year(instance: Instance, nodes: Sequence[int], month: int = 1) -> dict[int, list[int]]:
    """Year -> the nodes whose period begins in it, in order. ``month`` begins a year (1: the calendar's); a fiscal year
    goes by the calendar year in which it begins."""
    years: dict[int, list[int]] = {}
    for node in nodes:
        day = instance.calendar.first_day(instance.tree[node].period)
        years.setdefault(day.year - (day.month < month), []).append(node)
    return years


def year_label(year: int, month: int = 1) -> str:
    """``2027``, or ``2027/28`` for a fiscal year that does not begin in January."""
    return str(year) if month == 1 else f"{year}/{(year + 1) % 100:02}"


def span(instance: Instance, nodes: Sequence[int]) -> str:
    """``2008-Q3 to 2009-Q1``, or one label."""
    labels = [instance.calendar.label(instance.tree[node].period) for node in (nodes[0], nodes[-1])]
    return labels[0] if labels[0] == labels[1] else f"{labels[0]} to {labels[1]}"


def title(instance: Instance, course: Course, with_probability: bool) -> str:
    """What the course is, in words."""
    if not course.scenario:
        return "All scenarios" if len(instance.scenarios) > 1 else ""
    row = next(row for row in instance.scenarios if row.name == course.scenario)
    chance = f" (probability {row.probability:g})" if with_probability else ""
    return f"If {with_mark(row.name, row.visibility)}{chance}"


def runs(periods: Sequence[int]) -> list[tuple[int, int]]:
    """Spans of consecutive numbers: [3, 4, 5, 8] -> [(3, 5), (8, 8)]."""
    found: list[tuple[int, int]] = []
    for period in periods:
        if found and period == found[-1][1] + 1:
            found[-1] = (found[-1][0], period)
        else:
            found.append((period, period))
    return found
