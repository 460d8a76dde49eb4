"""Sections that rest on many solves: what more money brings, and plans that build on each other."""

from __future__ import annotations

from math import inf

from models.instance import Instance
from planner.compare import Case, Comparison
from planner.compare.text import interval as change_in_words
from planner.diff import sentence
from planner.ladder import Ladder
from planner.ladder.document import changes
from planner.ladder.text import PROMISE
from planner.outcome import Outcome
from planner.report import charts
from planner.report.blocks import Block, Column, Figure, Grid, Heading, Items, Kind, Paragraph, Section, Value
from planner.report.found import Report
from planner.report.words import interval, limits, unit
from planner.series import Interval
from planner.show.letters import clean, joined

_POINT = "Points are plans; the bars reach to what no plan of that budget can pass."


def frontier(report: Report) -> Section | None:
    """What more money brings, from less to all of it."""
    found = report.frontier
    if found is None:
        return None
    cases = sorted(found.cases, key=lambda case: case.money)
    blocks: list[Block] = [
        Paragraph(
            "The same question with less money for everybody alike. Best plans are known only within what the searches "
            "proved; so a difference is an interval that holds the true one, and one that they leave open is unproven."
        ),
        _figure(report.outcome, cases),
        *_stretches(report.outcome, found),
    ]
    told = [
        sentence(case.difference, f"{clean(case.label)}: the plan", most=4, currency=_currency(case.instance))
        for case in cases
        if case.difference is not None and case.proven
    ]
    if told:
        blocks += [Heading("What changes with less money"), Items(tuple(told))]
    blocks += _endings(found.messages, found.complete)
    return Section("frontier", "What more money brings", blocks)


def _figure(outcome: Outcome, cases: list[Case]) -> Figure:
    what, limit = limits(outcome)
    points = [(float(case.money), case.value, case.bound) for case in cases if case.value is not None]
    caption = f"{what.capitalize()} by money. {_POINT}"
    picture = charts.ranges(points, f"money {_currency(outcome.instance)}".strip(), what, caption)
    kind: Kind = "score" if outcome.objective == "progress" else "money"
    columns = (
        Column("budget"), Column("money", "money"), Column("spent", "money"), Column(what, kind), Column(limit, kind),
        Column("paid by the plan"),
    )  # fmt: skip
    rows = tuple((clean(case.label), case.money, case.cost, case.value, case.bound, _payers(case)) for case in cases)
    return Figure(picture, caption, Grid("The same as a table", columns, rows))


def _payers(case: Case) -> str:
    if case.plan is None:
        return "no plan exists" if str(case.status) == "infeasible" else "no plan found"
    return ", ".join(f"{clean(name)} {round(paid):,}" for name, paid in case.payers.items() if paid)


def _currency(instance: Instance) -> str:
    return instance.horizon.currency


def _stretches(outcome: Outcome, found: Comparison) -> list[Block]:
    if not found.stretches:
        return []
    rows = tuple(
        (
            f"{clean(each.before)} to {clean(each.after)}",
            each.money,
            change_in_words(found, each.change),
            "" if each.proven or each.change == Interval(0.0, 0.0) else "unproven",
        )
        for each in found.stretches
    )
    columns = (Column("from, to"), Column("more money", "money"), Column(f"brings ({unit(outcome)})"), Column("proof"))
    return [Grid("What more money brings, step by step", columns, rows)]


def ladder(report: Report) -> Section | None:
    """Plans over rising budgets, each keeping the one below, and the price of that promise."""
    found = report.ladder
    if found is None:
        return None
    blocks: list[Block] = [Paragraph(PROMISE), _steps(report.outcome, found)]
    told = [
        f"{_share(found, number)}. {words}" for number in range(len(found.steps)) if (words := changes(found, number))
    ]
    if told:
        blocks += [Heading("What each step adds"), Items(tuple(told))]
    if found.left:
        left = joined([f"{float(share * 100):g} %" for share in found.left])
        blocks.append(Paragraph(f"Stopped before {left} of the money.", "warning"))
    blocks += _endings((), found.complete)
    return Section("ladder", "Plans that build on each other", blocks)


def _share(found: Ladder, number: int) -> str:
    return f"{float(found.steps[number].share * 100):g} % of the money"


def _steps(outcome: Outcome, found: Ladder) -> Figure:
    what, limit = limits(outcome)
    kind: Kind = "score" if outcome.objective == "progress" else "money"
    rows: list[tuple[Value, ...]] = []
    points = []
    for number, step in enumerate(found.steps):
        budget = sum(funder.amount for funder in step.instance.funders)
        price = ""
        if number and step.price_low is not None:
            high = inf if step.price_high is None else step.price_high
            price = interval(outcome, Interval(step.price_low, high))
            price += "" if step.proven or step.price_high == 0 else " (unproven)"
        rows.append((_share(found, number), budget, step.value, step.bound, step.free_value, step.free_bound, price))
        if step.value is not None:
            points.append((float(budget), step.value, step.bound))
    caption = f"{what.capitalize()} by budget, each step keeping the one below. {_POINT}"
    columns = (
        Column("step"),
        Column("money", "money"),
        Column(what, kind),
        Column(limit, kind),
        Column(f"{what} without the promise", kind),
        Column(f"{limit} without it", kind),
        Column(f"price of the promise ({unit(outcome)})"),
    )
    picture = charts.ranges(points, f"money {_currency(outcome.instance)}".strip(), what, caption)
    return Figure(picture, caption, Grid("The same as a table", columns, tuple(rows)))


def _endings(messages: tuple[str, ...], complete: bool) -> list[Block]:
    blocks: list[Block] = [Paragraph(text, "warning") for text in messages]
    if not complete:
        blocks.append(
            Paragraph(
                "Some searches stopped before they reached the gap: their intervals are true, only wider.", "warning"
            )
        )
    return blocks
