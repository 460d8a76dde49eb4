"""A comparison for programs: a JSON document and the rows of a table."""

from __future__ import annotations

from dataclasses import asdict
from math import isfinite
from typing import Any

from planner.compare.comparison import Case, Comparison, Stretch
from planner.diff import sentence
from planner.identity import identity
from planner.series import Interval

COLUMNS = (
    "label", "money", "status", "value", "bound", "cost", "change_low", "change_high", "proven", "changes",
)  # fmt: skip
"""Of the table. Changes are in points of score, or in currency saved under the objective *cost*."""


def rows(comparison: Comparison) -> list[tuple[Any, ...]]:
    """A row for each case; an empty cell where nothing is known."""
    return [
        (
            case.label,
            case.money,
            _status(case),
            case.value,
            case.bound,
            case.cost,
            *_ends(case.change),
            case.proven,
            _words(case),
        )
        for case in comparison.cases
    ]


def content(comparison: Comparison) -> dict[str, Any]:
    """For JSON; null where nothing is known."""
    options = comparison.options
    return {
        "objective": options.objective,
        "gap_asked_for": options.gap,
        "time_limit": options.time_limit,
        "seed": options.seed,
        "seconds": round(comparison.seconds, 3),
        "solved": comparison.solved,
        "resolution": comparison.resolution,
        "versions": dict(comparison.versions),
        "interrupted": comparison.interrupted,
        "left": list(comparison.left),
        "messages": list(comparison.messages),
        "cases": [_case(case) for case in comparison.cases],
        "stretches": [_stretch(each) for each in comparison.stretches],
    }


def _case(case: Case) -> dict[str, Any]:
    low, high = _ends(case.change)
    told: dict[str, Any] = {
        "label": case.label,
        "instance": identity(case.instance),
        "money": case.money,
        "status": _status(case),
        "value": case.value,
        "bound": case.bound,
        "cost": case.cost,
        "change_low": low,
        "change_high": high,
        "proven": case.proven,
        "payers": dict(case.payers),
        "progress_at_the_end": [each._asdict() for each in case.standing],
        "binding": [{"rule": rule, "subject": subject} for rule, subject in case.binding],
        "messages": list(case.messages),
    }
    if case.difference is not None:
        told["words"] = _words(case)
        told["changes"] = [asdict(change) for change in case.difference.changes]
    return told


def _stretch(each: Stretch) -> dict[str, Any]:
    low, high = _ends(each.change)
    one_low, one_high = _ends(each.each)
    return {
        "before": each.before,
        "after": each.after,
        "money": each.money,
        "change_low": low,
        "change_high": high,
        "each_low": one_low,
        "each_high": one_high,
        "proven": each.proven,
    }


def _words(case: Case) -> str:
    if case.difference is None:
        return ""
    return sentence(case.difference, "The plan", most=4, currency=case.instance.horizon.currency)


def _status(case: Case) -> str:
    """How its search ended; ``known`` where its neighbours told it."""
    return "known" if case.status is None else str(case.status)


def _ends(change: Interval | None) -> tuple[float | None, float | None]:
    ends = (None, None) if change is None else (change.low, change.high)
    return tuple(each if each is not None and isfinite(each) else None for each in ends)  # type: ignore[return-value]
