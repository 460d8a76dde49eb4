"""The scenario tree, and facts that name a scenario before anybody can know it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from models.assumptions import DEFAULTS
from models.calendar import Calendar
from models.checks.draft import EARLIEST, Draft
from models.checks.finding import Finding, at, number
from models.checks.spelling import fold
from models.instance import DAYS_PER_QUARTER, exact
from models.records import Capacity, Closure, Condition, Election, Limit, Phase, RuleSetting, Scenario

_TOLERANCE = Fraction(1, 10**9)
_TINY = 0.01
_DATED = (Phase, Election, Closure, Condition, Capacity, Limit)
"""Facts that may name a scenario."""


def scenarios(draft: Draft) -> Iterator[Finding]:
    rows = draft.of(Scenario)
    yield from _probabilities(draft, rows)
    yield from _branchings(rows)
    yield from _alike(draft, rows)
    if draft.calendar is not None:
        yield from _known(rows, draft.calendar)
        yield from _early_facts(draft, draft.calendar)


def _probabilities(draft: Draft, rows: tuple[Scenario, ...]) -> Iterator[Finding]:
    total = sum((exact(row.probability) for row in rows), Fraction(0))
    if rows and "scenario" not in draft.known and abs(total - 1) > _TOLERANCE:
        yield at(
            rows[-1],
            "probability",
            "probabilities",
            expected="probabilities of all scenarios that add to 1",
            found=f"a sum of {float(total):.10g}",
            remedy=f"The last one would have to be {float(1 - total + exact(rows[-1].probability)):.10g}."
            if 0 < 1 - total + exact(rows[-1].probability) <= 1
            else "",
        )
    for row in rows:
        if row.probability < _TINY:
            yield at(
                row, "probability", "tiny_probability", expected=f"at least {_TINY}", found=number(row.probability)
            )
    if len(rows) == 1 and "scenario" not in draft.known:
        yield at(rows[0], None, "single_scenario", expected="none, or at least two scenarios", found="one")


def _alike(draft: Draft, rows: tuple[Scenario, ...]) -> Iterator[Finding]:
    """Branches that no fact tells apart."""
    partial = any(kind.word in draft.known for kind in _DATED)
    named = any(isinstance(row, _DATED) and row.scenario for row in draft.records)
    if len(rows) > 1 and not partial and not named:
        yield at(rows[0], "name", "scenarios_alike", expected="facts that name a scenario", found="none")


def _branchings(rows: tuple[Scenario, ...]) -> Iterator[Finding]:
    by_name = {row.name: row for row in rows}
    trunks = [row for row in rows if row.known is None and not row.branches_from]
    for row in trunks[1:]:
        yield at(
            row,
            "known",
            "two_trunks",
            expected=f'a first period that knows it, since "{trunks[0].name}" is the trunk',
            found="a blank",
        )
    for row in rows:
        if row.known is None and row.branches_from:
            yield at(
                row,
                "known",
                "no_branching_date",
                expected=f'the first period that tells it from "{row.branches_from}"',
                found="a blank",
            )
        seen, at_row = {row.name}, by_name.get(row.branches_from or "")
        while at_row is not None and at_row.name not in seen:
            seen.add(at_row.name)
            at_row = by_name.get(at_row.branches_from or "")
        if at_row is not None and at_row.name == row.name:
            yield at(
                row,
                "branches_from",
                "scenario_cycle",
                expected="a scenario that does not branch off this one",
                found=f'"{row.branches_from}"',
            )


def _known(rows: tuple[Scenario, ...], calendar: Calendar) -> Iterator[Finding]:
    by_name = {row.name: row for row in rows}
    for row in rows:
        if row.known is None:
            continue
        period = calendar.period_of(row.known.first)
        if not 0 < period < calendar.number:
            last = calendar.label(calendar.number - 1)
            yield at(
                row,
                "known",
                "known_outside",
                expected=f"a period after the first, {calendar.label(0)}, and not after the last, {last}",
                found=str(row.known),
            )
        parent = by_name.get(row.branches_from or "")
        if parent is not None and parent.known is not None and period < calendar.period_of(parent.known.first):
            yield at(
                row,
                "known",
                "known_before_parent",
                expected=f'not before {parent.known}, when "{parent.name}" is known',
                found=str(row.known),
            )
    yield from _known_late(rows, calendar)


def _known_late(rows: tuple[Scenario, ...], calendar: Calendar) -> Iterator[Finding]:
    """Without a trunk scenario, the last scenario left is known as soon as the last other one is."""
    first = [row for row in rows if not row.branches_from]
    if len(first) < 2 or any(row.known is None for row in first):
        return
    by_date = sorted(first, key=lambda row: calendar.period_of(row.known.first) if row.known else 0)
    last, before = by_date[-1], by_date[-2]
    if last.known and before.known and calendar.period_of(last.known.first) > calendar.period_of(before.known.first):
        yield at(
            last,
            "known",
            "known_late",
            expected=f'{before.known}, when "{before.name}" is told apart and nothing else is left, or a blank',
            found=str(last.known),
        )


def _early_facts(draft: Draft, calendar: Calendar) -> Iterator[Finding]:
    known = _first_known(draft.of(Scenario), calendar)
    for row in draft.records:
        if not isinstance(row, _DATED):
            continue
        if row.scenario is None or fold(row.scenario) not in known:
            continue
        begin = _begins(draft, row)
        period = 0 if begin is None else calendar.period_of(begin)
        first = known[fold(row.scenario)]
        if period < first < calendar.number:
            if isinstance(row, Election):
                field, found = "date", f"a vote on {row.date} with a blackout from {begin}"
            else:
                field, found = "begin", str(row.begin or "the start of the horizon")
            yield at(
                row,
                field,
                "fact_too_early",
                expected=f'a beginning not before {calendar.label(first)}, when "{row.scenario}" is known',
                found=found,
            )


def _begins(draft: Draft, row: Phase | Election | Closure | Condition | Capacity | Limit) -> date | None:
    match row:
        case Election():
            before = _blackout(draft) if row.before is None else exact(row.before)
            far = row.date.first.year < EARLIEST  # a fault of its own, and too far back for subtraction
            return None if far else row.date.first - timedelta(days=round(before * DAYS_PER_QUARTER))
        case _:
            return row.begin.first if row.begin else None


def _blackout(draft: Draft) -> Fraction:
    """Default blackout before a vote, in quarters, as the last ``rule`` row sets it within its range."""
    default = DEFAULTS["electoral_cycle", "before"]
    value = default.value
    for row in draft.of(RuleSetting):
        if (row.name, row.kind) == ("electoral_cycle", "before") and row.amount is not None:
            value = row.amount if default.low <= row.amount <= default.high else value
    return exact(value)


def _first_known(rows: tuple[Scenario, ...], calendar: Calendar) -> dict[str, int]:
    """First period in which facts may name each scenario; the trunk's is its last branching."""
    known = {row.name: calendar.period_of(row.known.first) for row in rows if row.known is not None}
    return {
        fold(row.name): known.get(
            row.name,
            max((known[o.name] for o in rows if o.name in known and o.branches_from in (None, row.name)), default=0),
        )
        for row in rows
    }
