"""Planning again for programs: what a JSON document holds beside the plan."""

from __future__ import annotations

from dataclasses import asdict
from math import isfinite
from typing import Any

from planner.diff import sentence
from planner.replan.answer import Replan


def content(found: Replan) -> dict[str, Any]:
    """For JSON; null where nothing is known."""
    carried, price = found.carried, None if found.free is None else found.free.price
    ends = (None, None) if price is None else (_number(price.low), _number(price.high))
    return {
        "from": found.begin,
        "happened": found.happened or None,
        "commitments": found.commitments,
        "buy_out": found.buy_out,
        "most_changes": found.most_changes,
        "change_cost": found.change_cost,
        "promised": list(found.kept),
        "released": list(found.released),
        "status": str(found.result.status),
        "value": found.result.value,
        "bound": found.result.bound,
        "changed": list(found.changed),
        "words": words(found),
        "changes": [] if found.difference is None else [asdict(each) for each in found.difference.changes],
        "paid_out": [
            {"funder": each.funder, "activity": each.activity, "period": found.instance.label(each.node),
             "amount": each.amount}
            for each in found.fees
        ],
        "carried_on": {"value": carried.value, "violations": [str(each) for each in carried.violations]},
        "free_status": None if found.free is None else str(found.free.status),
        "free_value": None if found.free is None else found.free.value,
        "free_bound": None if found.free is None else found.free.bound,
        "price_low": ends[0],
        "price_high": ends[1],
        "proven": None if found.free is None else found.free.proven,
        "interrupted": found.interrupted,
        "seconds": round(found.seconds, 3),
    }  # fmt: skip


def words(found: Replan) -> str:
    """What the new plan does otherwise than the adopted one; empty where there is none."""
    if found.difference is None:
        return ""
    return sentence(found.difference, "The new plan", most=1000, currency=found.instance.horizon.currency)


def _number(value: float) -> float | None:
    return value if isfinite(value) else None
