"""Who pays what, when: payments by funder, activity and year. Whole units, so everything adds up exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.instance import Instance
from models.plan import Grant
from models.records import Funder
from planner.outcome import Outcome
from planner.show.courses import Course, by_year


def purpose(work: str, *, fee: bool) -> str:
    """What is paid for: the work of that name, or to be released from it."""
    return f"release from {work}" if fee else work


@dataclass(frozen=True)
class Line:
    """Payments of one funder (empty: of all shown) to one activity (empty: to all shown) by year; ``fee``: to be
    released from it."""

    funder: str
    activity: str
    by_year: tuple[int, ...]
    fee: bool = False

    @property
    def total(self) -> int:
        return sum(self.by_year)

    def label(self, work: str) -> str:
        """What the money is for, the work being called ``work``."""
        return purpose(work, fee=self.fee)


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
    grants, fees = (
        [each for each in paid if each.node in year_of] for paid in (outcome.plan.grants, outcome.plan.fees)
    )
    return Ledger(course, tuple(years), tuple(_lines(outcome.instance, grants, fees, year_of, tuple(years))))


def _lines(
    instance: Instance, grants: list[Grant], fees: list[Grant], year_of: dict[int, int], years: tuple[int, ...]
) -> Iterator[Line]:
    def line(funder: str, activity: str, chosen: Iterable[Grant], *, fee: bool = False) -> Line:
        sums = dict.fromkeys(years, 0)
        for each in chosen:
            sums[year_of[each.node]] += each.amount
        return Line(funder, activity, tuple(sums.values()), fee)

    for funder in instance.funders:
        own = [[each for each in paid if each.funder == funder.name] for paid in (grants, fees)]
        if any(own):
            yield line(funder.name, "", [*own[0], *own[1]])
        for activity in instance.activities:
            for fee, paid in enumerate(own):
                if chosen := [each for each in paid if each.activity == activity.name]:
                    yield line(funder.name, activity.name, chosen, fee=bool(fee))
    yield line("", "", [*grants, *fees])


def paid_on_path(outcome: Outcome, funder: Funder, leaf: int) -> int:
    """What a funder pays on the way to a leaf."""
    assert outcome.plan is not None
    path = set(outcome.instance.tree.path(leaf))
    return sum(each.amount for each in outcome.plan.payments if each.funder == funder.name and each.node in path)
