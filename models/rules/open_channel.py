"""Someone must be talking in confrontation and war (S2.11, W1.2).

    open_channel: Σ on[r,n] + shortfall[c,n] >= 1        r official or track 1.5
                  Σ on[r,n] - start[r,n] + ...           r of tracks 2-9: counts if it ran the period before

The shortfall costs points of score; where cost is minimised there is none. The rule sleeps at nodes where no channel
is on offer: a plan cannot be blamed for that.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import Instance
from models.kinds import CHANNELS
from models.model import Model, total
from models.objective import present_value
from models.records import Activity
from models.rule import Linear, Row, Rule


def channels(instance: Instance, conflict: str, node: int) -> list[Activity]:
    """Work of the conflict that can keep a channel open at the node."""
    period = instance.tree[node].period
    return [
        activity
        for activity in instance.of_conflict(conflict)
        if (activity.kind in CHANNELS or activity.channel)
        and period in instance.window(activity)
        and (not activity.unofficial or activity.status == "running" or instance.window(activity).start < period)
    ]


def asks(instance: Instance, conflict: str, node: int) -> bool:
    """Whether the conflict needs a channel at the node and one is on offer."""
    return instance.phase_kind(conflict, node) in ("confrontation", "war") and bool(channels(instance, conflict, node))


def rows(model: Model) -> Iterator[Row]:
    instance = model.instance
    for number, conflict in enumerate(instance.conflicts):
        for n in range(len(instance.tree)):
            if asks(instance, conflict.name, n):
                talking = total(_counts(model, each, n) for each in channels(instance, conflict.name, n))
                if model.objective == "progress":
                    talking = talking + model.columns.shortfall[conflict.name, n]
                yield f"open_channel_c{number}_n{n}", talking >= 1


def _counts(model: Model, activity: Activity, node: int) -> Linear:
    on = model.on(activity, node)
    return on - model.start(activity, node) if activity.unofficial else on


def penalty(model: Model) -> Linear:
    price = model.parameter("open_channel", "shortfall_cost") * model.per_period
    return total(
        price * present_value(model, n) * column
        for (conflict, n), column in model.columns.shortfall.items()
        if model.objective == "progress" and asks(model.instance, conflict, n)
    )


RULE = Rule(
    name="open_channel",
    sentence="Someone must be talking in confrontation and war.",
    effect="restricts",
    off="silence costs nothing",
    claims="S2.11 W1.2",
    rows=rows,
    penalty=penalty,
)
