"""What conditions cost, for programs: a JSON document and the rows of a table."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from planner.diff import sentence
from planner.earmarks.gains import Earmarks, Gain
from planner.earmarks.payers import Payer

COLUMNS = (
    "donor", "tranche", "condition", "verdict", "low", "high", "percent_low", "percent_high", "status", "value",
    "bound", "seconds", "changes",
)  # fmt: skip
"""Of the table: differences in points of score, or in currency saved under the objective *cost*."""


def rows(found: Earmarks) -> list[tuple[Any, ...]]:
    """A row for each release; ``condition`` is *all* where all of a donor (or of all donors) are released."""
    return [tuple(_gain(found, gain)[column] for column in COLUMNS) for gain in found.gains]


def content(found: Earmarks) -> dict[str, Any]:
    """For JSON; null where nothing is known."""
    return {
        **found.plain(),
        "left": [release.key for release in found.left],
        "releases": [_gain(found, gain, whole=True) for gain in found.gains],
        "payers": [_payer(found, payer) for payer in found.payers],
    }


def _gain(found: Earmarks, gain: Gain, *, whole: bool = False) -> dict[str, Any]:
    release, difference = gain.release, gain.difference
    words = "" if difference is None else sentence(difference, currency=found.instance.horizon.currency)
    told: dict[str, Any] = {
        "donor": release.donor,
        "tranche": release.tranche,
        "condition": release.kind or "all",
        "verdict": str(gain.verdict),
        **{name: getattr(gain, name) for name in ("low", "high", "percent_low", "percent_high")},
        "status": None if gain.status is None else str(gain.status),
        "value": gain.value,
        "bound": gain.bound,
        "seconds": round(gain.seconds, 3),
        "changes": words,
    }
    if whole:
        told["said"] = release.said
        told["released"] = [{"tranche": name, "condition": kind} for name, kind in sorted(release.items)]
        told["differences"] = [] if difference is None else [asdict(change) for change in difference.changes]
        told["messages"] = list(gain.messages)
    return told


def _payer(found: Earmarks, payer: Payer) -> dict[str, Any]:
    grant = payer.grant
    return {
        "funder": grant.funder,
        "activity": grant.activity,
        "period": found.instance.label(grant.node),
        "amount": grant.amount,
        "choice": str(payer.choice),
        "others": list(payer.others),
        "not_known": list(payer.unsure),
    }
