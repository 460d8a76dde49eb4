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


def words(before: Sequence[Standing], after: Sequence[Standing]) -> str:
    """``Progress at the end: political 0.52 instead of 0.48.``; empty where two decimals show no change.

    What lasts of political progress is told only where it is not all of it.
    """
    conflicts = dict.fromkeys(each.conflict for each in before)
    old, new = _told(before), _told(after)
    parts = []
    for conflict in conflicts:
        where = f" in {clean(conflict)}" if len(conflicts) > 1 else ""
        for measure, name in _NAMES.items():
            told = [levels.get((conflict, measure), "") for levels in (new, old)]
            all_lasts = measure == "durable" and told == [levels.get((conflict, "political")) for levels in (new, old)]
            if all(told) and told[0] != told[1] and not all_lasts:
                parts.append(f"{name}{where} {told[0]} instead of {told[1]}")
    return f"Progress at the end: {', '.join(parts)}." if parts else ""


def _told(standing: Sequence[Standing]) -> dict[tuple[str, Measure], str]:
    """Two decimals, and no minus before nothing."""
    return {(each.conflict, each.measure): f"{round(each.value, 2) + 0.0:.2f}" for each in standing}
