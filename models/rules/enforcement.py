"""No guarantor, no implementation (W15.4).

    enforcement: output[a,n] <= Σ on[g,m]        g official guarantors, m the nodes of the last ``window`` quarters

for work of kind ``implementation``. The rule sleeps at nodes before any guarantor of the conflict is on offer.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import Instance
from models.model import Model, total
from models.records import Activity
from models.rule import Row, Rule


def guarantors(instance: Instance, conflict: str, node: int) -> list[Activity]:
    """Guarantors of the conflict whose window has opened at the node."""
    period = instance.tree[node].period
    return [
        activity
        for activity in instance.of_conflict(conflict)
        if activity.kind == "guarantor"
        and activity.official
        and instance.window(activity)
        and instance.window(activity).start <= period
    ]


def rows(model: Model) -> Iterator[Row]:
    instance = model.instance
    steps = instance.periods_within(instance.parameter("enforcement", "window"))
    for activity, n in model.running():
        if activity.kind != "implementation":
            continue
        offered = guarantors(instance, activity.conflict, n)
        if offered:
            guarded = total(model.on(each, m) for each in offered for m in instance.tree.recent(n, steps))
            yield f"enforcement_{model.tag(activity)}_n{n}", model.output(activity, n) <= guarded


RULE = Rule(
    name="enforcement",
    sentence="No guarantor, no implementation.",
    effect="restricts",
    off="implementation needs no guarantor",
    claims="W15.4",
    rows=rows,
)
