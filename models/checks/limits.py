"""What one limit says: cells that its kind knows, and shares that are shares."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.draft import Draft
from models.checks.finding import Finding, at, number
from models.records import Limit

_OWN: dict[str, tuple[str, ...]] = {
    "begin": ("cover",),
    "end": ("cover",),
    "scenario": ("cover",),
    "already": ("cover",),
    "of": ("least", "most"),
    "payers": ("least", "most"),
}
"""Attributes only some kinds of limit know."""


def limits(draft: Draft) -> Iterator[Finding]:
    for row in draft.of(Limit):
        for field, kinds in _OWN.items():
            value = getattr(row, field)
            if row.kind not in kinds and value != Limit.model_fields[field].default:
                shown = "|".join(value) if isinstance(value, tuple) else number(value)
                expected = f"{field} only of {' and '.join(kinds)}; {_MEANS[row.kind]}"
                yield at(row, field, "limit_cell", expected=expected, found=f"{shown} of {row.kind}")
        if row.kind != "cover" and row.amount > 1:
            yield at(
                row,
                "amount",
                "bad_share",
                expected="a share of the money, from 0 to 1",
                found=number(row.amount),
                remedy=f"Did you mean {number(row.amount)}%?" if row.amount <= 100 else "",
            )


_MEANS = {
    "least": "a share is of all money on the way to the end",
    "most": "a share is of all money on the way to the end",
    "cover": "a room is counted in works at full output, whoever pays",
}
