"""Where a plan stands at the end of the horizon, so that two plans can be set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from models.audit import Replay
from models.kinds import CATEGORIES, Category
from planner.show.letters import clean

type Measure = Category | Literal["durable"]
MEASURES: tuple[Measure, ...] = (*CATEGORIES, "durable")


class Standing(NamedTuple):
    """Expected progress of a conflict at the end, what is still on its way included; at most 1."""

    conflict: str
    measure: Measure
    value: float


def standing(replay: Replay) -> tuple[Standing, ...]:
    """Progress of each conflict in each category, and political progress that lasts, weighed over the futures."""
    tree = replay.instance.tree

    def at(conflict: str, measure: Measure, leaf: int) -> Fraction:
        return replay.end_durable[conflict, leaf] if measure == "durable" else replay.end[conflict, measure, leaf]

    return tuple(
        Standing(
            conflict.name,
            measure,
            float(sum(tree[leaf].probability * at(conflict.name, measure, leaf) for leaf in tree.leaves)),
        )
        for conflict in replay.instance.conflicts
        for measure in MEASURES
    )


_NAMES: dict[Measure, str] = {
    "political": "political",
    "structural": "structural",
    "social": "social",
    "durable": "political that lasts",
}
_NOTHING = 0.005
"""A change of progress that two decimals do not show."""


def words(before: Sequence[Standing], after: Sequence[Standing]) -> str:
    """``Progress at the end: political 0.52 instead of 0.48.``; empty where two decimals show no change."""
    old = {(each.conflict, each.measure): each.value for each in before}
    many = len({conflict for conflict, _ in old}) > 1
    parts = []
    for each in after:
        was = old.get((each.conflict, each.measure))
        if was is not None and abs(each.value - was) >= _NOTHING:
            where = f" in {clean(each.conflict)}" if many else ""
            parts.append(f"{_NAMES[each.measure]}{where} {each.value:.2f} instead of {was:.2f}")
    return f"Progress at the end: {', '.join(parts)}." if parts else ""
