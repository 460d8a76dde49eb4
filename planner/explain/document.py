"""An explanation for programs: a JSON document and the rows of a table."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from planner.diff import sentence
from planner.earmarks.agreements import agreed
from planner.explain.explanation import Alternative, Explanation, Flip

COLUMNS = (
    "question", "choice", "subject", "verdict", "low", "high", "percent_low", "percent_high", "status", "value",
    "bound", "changes",
)  # fmt: skip
"""Of the table. ``low`` to ``high`` is what the choice loses: points of score, or currency under the objective *cost*.
In rows of ``flip`` they are the last value at which the choice holds and the first at which it is the other."""


def rows(found: Explanation) -> list[tuple[Any, ...]]:
    """A row for each other choice, then one for each flip; an empty cell where nothing is known."""
    table: list[tuple[Any, ...]] = []
    for question, alternatives in asked_for(found):
        for each in alternatives:
            told = _alternative(found, each)
            table.append((question, each.name, *(told[column] for column in COLUMNS[2:])))
    for flip in found.flips:
        blanks = (None,) * 6
        verdict = "holds" if flip.flips is None else "flips"
        table.append(("flip", flip.dial, str(flip.towards), verdict, flip.holds, flip.flips, *blanks))
    return table


def asked_for(found: Explanation) -> list[tuple[str, tuple[Alternative, ...]]]:
    """Other choices by the question they answer."""
    other = () if found.other is None or "in" not in found.asked else (found.other,)
    return [("in", other), ("when", found.times), ("who", found.funders)]


def content(found: Explanation) -> dict[str, Any]:
    """For JSON; null where nothing is known."""
    return {
        **found.plain(),
        "activity": found.activity,
        "asked": list(found.asked),
        "state": str(found.state),
        "solves": found.solves,
        "left": list(found.left),
        "in_the_plan": found.inside if found.plan is not None else None,
        "runs": list(found.spans),
        "cost": found.cost,
        "payers": dict(found.payers),
        "choices": [
            {"question": question, **_alternative(found, each, whole=True)}
            for question, alternatives in asked_for(found)
            for each in alternatives
        ],
        "other_payers": [asdict(each) for each in agreed(found.instance, found.grants)],
        "flips": [_flip(flip) for flip in found.flips],
    }


def _alternative(found: Explanation, each: Alternative, *, whole: bool = False) -> dict[str, Any]:
    words = "" if each.difference is None else sentence(each.difference, currency=found.instance.horizon.currency)
    told: dict[str, Any] = {
        "choice": each.name,
        "subject": each.subject,
        "verdict": str(each.verdict),
        **{name: getattr(each, name) for name in ("low", "high", "percent_low", "percent_high", "value", "bound")},
        "status": None if each.status is None else str(each.status),
        "changes": words,
    }
    if whole:
        told["differences"] = [] if each.difference is None else [asdict(change) for change in each.difference.changes]
        told |= {"binds": list(each.binds), "bars": list(each.bars), "messages": list(each.messages)}
        told["without_rules"] = [
            {"rule": rule.rule, "verdict": str(rule.verdict), "low": rule.low, "high": rule.high}
            for rule in each.lifted
        ]
    return told


def _flip(flip: Flip) -> dict[str, Any]:
    return {
        **{name: getattr(flip, name) for name in ("dial", "holds", "flips", "limit", "stated")},
        "towards": str(flip.towards),
        "tried": [{**asdict(point), "state": str(point.state)} for point in flip.points],
    }
