"""A comparison for programs."""

from __future__ import annotations

from dataclasses import asdict, fields
from math import isfinite
from typing import Any

from planner.bench.comparison import Comparison, Ratio, Summary
from planner.bench.measures import MEASURES

COLUMNS = tuple(each.name for each in fields(Ratio))


def rows(found: Comparison) -> list[tuple[Any, ...]]:
    """A row for each ratio."""
    return [tuple(getattr(ratio, name) for name in COLUMNS) for ratio in found.ratios]


def content(found: Comparison) -> dict[str, Any]:
    """The whole comparison for JSON; in the profile null stands for runs that were cut."""
    return {
        "measures": [{"name": each.name, "meaning": each.words, "shift": each.shift} for each in MEASURES],
        "contestants": [_plain(each) for each in found.summaries],
        "ratios": [_plain(each) for each in found.ratios],
        "profile": {
            label: [ratio if isfinite(ratio) else None for ratio in ratios] for label, ratios in found.profile.items()
        },
        "contradictions": list(found.contradictions),
        "notes": list(found.notes),
    }


def _plain(each: Ratio | Summary) -> dict[str, Any]:
    return asdict(each)
