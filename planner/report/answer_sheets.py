"""Sheets of a report's workbook that rest on many solves: what more money brings, and the ladder.

Intervals are written as their two ends. An end that is not known is an empty cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.compare import Case, Comparison
from planner.ladder import Ladder
from planner.outcome import Outcome
from planner.report.blocks import Value
from planner.report.cells import Cell, Formula, at, sum_of
from planner.report.words import limits, unit
from planner.series import Interval
from planner.series.worth import number
from planner.show.letters import clean
from planner.show.marks import marked

if TYPE_CHECKING:
    from models.records import Funder

type Sheet = tuple[Sequence[Value], list[tuple[Cell, ...]]]
NOTHING = Interval(0.0, 0.0)


def frontier(outcome: Outcome, found: Comparison) -> Sheet:
    """A row for each budget, from less to all of the money; what is spent is a sum over funders."""
    what, limit = limits(outcome)
    funders = outcome.instance.funders
    heads = ("budget", "money", what, limit, "still open", *(f"paid by {marked(each)}" for each in funders), "spent")
    rows = [
        (
            clean(case.label),
            case.money,
            case.value,
            case.bound,
            _open(outcome, line, 2, case.value, case.bound),
            *_paid(case, funders, line),
        )
        for line, case in enumerate(_rising(found), start=1)
    ]
    return heads, rows


def stretches(outcome: Outcome, found: Comparison) -> Sheet:
    """From one budget to the next: how much more money, and what it brings."""
    lines = {case.label: line for line, case in enumerate(_rising(found), start=1)}
    brings = f"brings ({unit(outcome)})" if outcome.objective == "progress" else f"saves ({unit(outcome)})"
    heads = ("from", "to", "more money", f"{brings}, at least", "at most", "proof")
    rows: list[tuple[Cell, ...]] = [
        (
            clean(each.before),
            clean(each.after),
            Formula(f"=frontier!{at(lines[each.after], 1)}-frontier!{at(lines[each.before], 1)}", each.money),
            *_ends(each.change),
            None if each.proven or each.change == NOTHING else "unproven",
        )
        for each in found.stretches
    ]
    return heads, rows


def ladder(outcome: Outcome, found: Ladder) -> Sheet:
    """A row for each step: the plan that keeps the step below, the best that need not, and the price between them."""
    what, limit = limits(outcome)
    heads = (
        "step",
        "money",
        "more money",
        what,
        limit,
        "still open",
        f"{what} without the promise",
        f"{limit} without it",
        f"price of the promise ({unit(outcome)}), at least",
        "at most",
        "proof",
    )
    rows: list[tuple[Cell, ...]] = []
    for line, step in enumerate(found.steps, start=1):
        money = step.instance.money
        more = None
        if line > 1:
            more = Formula(f"={at(line, 1)}-{at(line - 1, 1)}", money - found.steps[line - 2].instance.money)
        priced = line > 1 and step.price_low is not None
        rows.append(
            (
                f"{float(step.share * 100):g} % of the money",
                money,
                more,
                step.value,
                step.bound,
                _open(outcome, line, 3, step.value, step.bound),
                step.free_value,
                step.free_bound,
                *((step.price_low, step.price_high) if priced else (None, None)),
                "unproven" if priced and not step.proven and step.price_high != 0 else None,
            )
        )
    return heads, rows


def _rising(found: Comparison) -> list[Case]:
    return sorted(found.cases, key=lambda case: case.money)


def _open(outcome: Outcome, line: int, column: int, value: float | None, bound: float | None) -> Formula | None:
    """How far the bound, which stands right of the value, is from it."""
    if value is None or bound is None:
        return None
    low, high = (at(line, column), at(line, column + 1))[:: 1 if outcome.objective == "progress" else -1]
    return Formula(f"={high}-{low}", abs(bound - value), whole=outcome.objective == "cost")


def _paid(case: Case, funders: Sequence[Funder], line: int) -> tuple[Cell, ...]:
    """What each funder is expected to pay, and all of them."""
    if case.plan is None:
        return (*[None] * len(funders), None)
    paid = [case.payers[each.name] for each in funders]
    return (*paid, sum_of((line, 5), (line, 4 + len(funders)), sum(paid)) if funders else 0)


def _ends(found: Interval) -> tuple[float | None, float | None]:
    return number(found.low), number(found.high)
