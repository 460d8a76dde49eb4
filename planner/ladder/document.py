"""A ladder for programs: a JSON document and the rows of a table."""

from __future__ import annotations

from typing import Any

from planner.diff import Side, compare, sentence
from planner.identity import identity
from planner.ladder.steps import Ladder, Step

COLUMNS = (
    "budget", "percent", "value", "bound", "free_value", "free_bound", "price_low", "price_high", "proven", "status",
    "free_status", "changes",
)  # fmt: skip
"""``budget`` in currency, the whole in points of score, or in currency under the objective *cost*."""


def rows(found: Ladder) -> list[tuple[Any, ...]]:
    """A row for each step; an empty cell where nothing is known."""
    return [tuple(told[column] for column in COLUMNS) for told in _steps(found)]


def content(found: Ladder) -> dict[str, Any]:
    """For JSON; null where nothing is known."""
    return {
        "instance": identity(found.instance),
        "objective": found.options.objective,
        "unit": "points" if found.options.objective == "progress" else found.instance.horizon.currency,
        "gap_asked_for": found.options.gap,
        "time_limit": found.options.time_limit,
        "seed": found.options.seed,
        "seconds": round(found.seconds, 3),
        "versions": dict(found.versions),
        "interrupted": found.interrupted,
        "left_percent": [float(share * 100) for share in found.left],
        "steps": _steps(found),
    }


def changes(found: Ladder, number: int) -> str:
    """What a step does beyond the one below, in words; empty for the lowest and where there is no plan."""
    step, before = found.steps[number], found.steps[number - 1] if number else None
    if before is None or before.plan is None or step.plan is None:
        return ""
    difference = compare(Side(before.instance, before.plan), Side(step.instance, step.plan))
    if difference.same and difference.cost_before == difference.cost_after:
        return "Nothing is added to the step below."
    return sentence(difference, "The step", currency=found.instance.horizon.currency)


def _steps(found: Ladder) -> list[dict[str, Any]]:
    return [_step(step, changes(found, number)) for number, step in enumerate(found.steps)]


def _step(step: Step, words: str) -> dict[str, Any]:
    names = ("value", "bound", "free_value", "free_bound", "price_low", "price_high", "proven")
    return {
        "budget": sum(funder.amount for funder in step.instance.funders),
        "percent": float(step.share * 100),
        **{name: getattr(step, name) for name in names},
        "status": str(step.status),
        "free_status": str(step.free_status),
        "changes": words,
    }
