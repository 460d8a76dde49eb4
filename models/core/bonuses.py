"""Bonuses: what works gain by more than their own effects, up to a share of what they gain by themselves (C4, O1).

    bonuses: Σ worth * bonus <= ceiling * Σ_a effect[a,g,n] * output[a,n]              per conflict, category g and node

over all bonuses of that category: of ``synergy``, ``continuity`` and ``skills``, which say what limits each of them. A
bonus is gained at once; that of unofficial work in political progress enters the stock of ideas, like its own gain.
There is no row where the bonuses, each of one work, cannot come to more than the ceiling of that work alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.model import Model, total
from models.rule import AT_ONCE, Flow, Gain, Row


def rows(model: Model) -> Iterator[Row]:
    ceiling = model.parameter("core", "bonus_ceiling")
    numbers = {conflict.name: number for number, conflict in enumerate(model.instance.conflicts)}
    gains: dict[tuple[str, str, int], list[Gain]] = {}
    for gain in model.bonuses:
        gains.setdefault((gain.conflict, gain.category, gain.node), []).append(gain)
    for (conflict, category, n), together in gains.items():
        if not _within(model, together, ceiling):
            base = total(
                model.effect(activity, together[0].category, n) * model.output(activity, n)
                for activity in model.of_conflict(conflict)
            )
            bonus = total(each.worth * model.columns.bonus[each.key, n] for each in together)
            yield f"bonuses_{category}_c{numbers[conflict]}_n{n}", bonus <= ceiling * base


def _within(model: Model, gains: Sequence[Gain], ceiling: float) -> bool:
    """Whether the bonuses stay below the ceiling anyway, none of them exceeding the output of its one work."""
    if not all(gain.own for gain in gains):
        return False
    for activity in {gain.own.name: gain.own for gain in gains if gain.own}.values():
        worth = sum(gain.worth for gain in gains if gain.own and gain.own.name == activity.name)
        if worth > ceiling * model.effect(activity, gains[0].category, gains[0].node) + 1e-12:
            return False
    return True


def flows(model: Model) -> Iterator[Flow]:
    for gain in model.bonuses:
        stock = "ideas" if gain.ideas else gain.category
        column = model.columns.bonus[gain.key, gain.node]
        yield Flow(gain.conflict, stock, gain.node, column, gain.worth, AT_ONCE, False)
