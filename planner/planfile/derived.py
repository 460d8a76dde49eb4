"""Tables that follow from the plan and are written for people; reading a plan file back leaves them alone."""

from __future__ import annotations

from collections.abc import Iterator

from models.assumptions import ASSUMPTIONS
from planner.outcome import Outcome
from planner.show.binding import binds
from planner.show.courses import courses
from planner.show.inputs import unverified
from planner.show.ledger import ledger
from planner.show.progress import levels
from planner.write.sheets import Sheet


def derived(outcome: Outcome) -> Iterator[Sheet]:
    """The ledger by year, progress, what binds, assumptions, unverified inputs; each only if it has rows."""
    found = (
        Sheet("by_year", ("scenario", "funder", "activity", "year", "amount"), tuple(_by_year(outcome))),
        Sheet("progress", ("conflict", "measure", "period", "progress"), tuple(_progress(outcome))),
        Sheet("binds", ("rule", "subject", "period"), tuple(_binds(outcome))),
        Sheet(
            "assumptions",
            ("rule", "parameter", "value", "default", "low", "high", "unit", "evidence", "claims", "meaning"),
            tuple(_assumptions(outcome)),
        ),
        Sheet("unverified", ("input",), tuple((each,) for each in unverified(outcome.instance))),
    )
    return (sheet for sheet in found if sheet.rows)


def _by_year(outcome: Outcome) -> Iterator[tuple[str | int, ...]]:
    """The ledger by calendar year, without sums, so that spreadsheets may add it up; blank scenario: all."""
    if outcome.plan is None:
        return
    for course in courses(outcome.instance):
        found = ledger(outcome, course)
        for line in found.lines:
            for year, amount in zip(found.years, line.by_year, strict=True):
                if line.activity and amount:
                    yield course.scenario, line.funder, line.activity, year, amount


def _progress(outcome: Outcome) -> Iterator[tuple[str | float, ...]]:
    for level in levels(outcome):
        yield level.conflict, level.measure, outcome.instance.label(level.node), float(level.value)


def _binds(outcome: Outcome) -> Iterator[tuple[str, ...]]:
    for bind in binds(outcome):
        for node in bind.nodes:
            yield bind.rule, bind.subject, outcome.instance.label(node)


def _assumptions(outcome: Outcome) -> Iterator[tuple[str | float, ...]]:
    for row in ASSUMPTIONS:
        value = float(outcome.instance.parameter(row.rule, row.parameter))
        yield (
            row.rule,
            row.parameter,
            value,
            row.value,
            row.low,
            row.high,
            row.unit,
            row.evidence,
            row.claims,
            row.meaning,
        )
