"""Who pays what, when: sums of grants by funder, activity and year. Whole units, so everything adds up exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.instance import Instance
from models.plan import Grant
from models.records import Funder
from planner.outcome import Outcome
from planner.show.courses import Course, by_year


@dataclass(frozen=True)
class Line:
    """Payments of one funder (empty: of all shown) to one activity (empty: to all shown) by year."""

    funder: str
    activity: str
    by_year: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.by_year)


@dataclass(frozen=True)
class Ledger:
    """The payments of one course. ``lines``: each funder's sum, then its works; at the end the sum of all."""

    course: Course
    years: tuple[int, ...]
    lines: tuple[Line, ...]


def ledger(outcome: Outcome, course: Course, month: int = 1) -> Ledger:
    """The ledger of a course; its sums are over what is in it. ``month`` begins a fiscal year."""
    assert outcome.plan is not None
    years = by_year(outcome.instance, course.nodes, month)
    year_of = {node: year for year, nodes in years.items() for node in nodes}
    grants = [grant for grant in outcome.plan.grants if grant.node in year_of]
    return Ledger(course, tuple(years), tuple(_lines(outcome.instance, grants, year_of, tuple(years))))


def _lines(instance: Instance, grants: list[Grant], year_of: dict[int, int], years: tuple[int, ...]) -> Iterator[Line]:
    def line(funder: str, activity: str, chosen: Iterable[Grant]) -> Line:
        sums = dict.fromkeys(years, 0)
        for grant in chosen:
            sums[year_of[grant.node]] += grant.amount
        return Line(funder, activity, tuple(sums.values()))

    for funder in instance.funders:
        own = [grant for grant in grants if grant.funder == funder.name]
        if own:
            yield line(funder.name, "", own)
        for activity in instance.activities:
            paid = [grant for grant in own if grant.activity == activity.name]
            if paid:
                yield line(funder.name, activity.name, paid)
    yield line("", "", grants)


def paid_on_path(outcome: Outcome, funder: Funder, leaf: int) -> int:
    """What a funder pays on the way to a leaf."""
    assert outcome.plan is not None
    path = set(outcome.instance.tree.path(leaf))
    return sum(grant.amount for grant in outcome.plan.grants if grant.funder == funder.name and grant.node in path)
