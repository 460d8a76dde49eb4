"""Alternatives for programs: a JSON document and the rows of a table."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from models.plan import Grant, Plan, Work
from planner.alternatives.found import Alternative, Alternatives
from planner.diff import sentence
from planner.robust.document import content as robust_content

COLUMNS = (
    "number", "value", "bound", "loss_low", "loss_high", "percent_low", "percent_high", "status", "apart", "cost",
    "changes",
)  # fmt: skip
"""Losses in points of score, or in currency under the objective *cost*; ``apart``: activities otherwise than in the
best plan and each alternative before, joined by |."""


def rows(found: Alternatives) -> list[tuple[Any, ...]]:
    """The best plan, number 0, then a row for each alternative."""
    if found.plan is None:
        return []
    best = (0, found.value, found.bound, 0.0, None, 0.0, None, str(found.status), "", found.plan.cost, "")
    others = [_told(found, k, each) for k, each in enumerate(found.alternatives, start=1)]
    return [best, *(tuple(_cell(told[column]) for column in COLUMNS) for told in others)]


def content(found: Alternatives) -> dict[str, Any]:
    """For JSON; null where nothing is known."""
    return {
        **found.plain(),
        "loss_allowed": found.loss,
        "differ": found.differ,
        "by": list(found.by),
        "number_asked_for": found.number,
        "ending": None if found.ending is None else str(found.ending),
        "next_bound": found.next_bound,
        "next_status": None if found.next_status is None else str(found.next_status),
        "plan": None if found.plan is None else _plan(found, found.plan),
        "alternatives": [_told(found, k, each) for k, each in enumerate(found.alternatives, start=1)],
        "robust": None if found.robust is None else robust_content(found.robust),
    }


def _plan(found: Alternatives, plan: Plan) -> dict[str, Any]:
    """Works and grants of a plan, by label of the period."""
    label = found.instance.label
    return {
        "works": [{**_without_node(work), "period": label(work.node)} for work in plan.works],
        "grants": [{**_without_node(grant), "period": label(grant.node)} for grant in plan.grants],
        "signings": [{"milestone": each.milestone, "period": label(each.node)} for each in plan.signings],
    }


def _without_node(record: Work | Grant) -> dict[str, Any]:
    return {name: value for name, value in asdict(record).items() if name != "node"}


def _told(found: Alternatives, number: int, each: Alternative) -> dict[str, Any]:
    names = ("value", "bound", "loss_low", "loss_high", "percent_low", "percent_high")
    return {
        "number": number,
        **{name: getattr(each, name) for name in names},
        "status": str(each.status),
        "apart": list(each.apart),
        "cost": each.difference.cost_after,
        "changes": sentence(each.difference, "It", currency=found.instance.horizon.currency),
        "differences": [asdict(change) for change in each.difference.changes],
        "paid_by_others": list(each.payers),
        "seconds": round(each.seconds, 3),
        "plan": _plan(found, each.plan),
        "messages": list(each.messages),
    }


def _cell(value: Any) -> Any:
    return "|".join(str(each) for each in value) if isinstance(value, list) else value
