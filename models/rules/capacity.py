"""There are only so many mediators and partners (C6).

    capacity: Σ_a uses[a] * on[a,n] <= amount        at every node of the capacity's window

Rows of one name that hold at a node add up; where none holds, nothing is limited.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import Instance
from models.model import Model, total
from models.records import Capacity
from models.rule import Row, Rule


def _holds(instance: Instance, row: Capacity, node: int) -> bool:
    return instance.tree[node].period in instance.calendar.window(row.begin, row.end) and instance.holds(
        row.scenario, node
    )


def rows(model: Model) -> Iterator[Row]:
    instance = model.instance
    for number, name in enumerate(dict.fromkeys(row.name for row in instance.capacities)):
        users = [(activity, uses) for activity in instance.activities for used, uses in activity.uses if used == name]
        for n in range(len(instance.tree)):
            amounts = [row.amount for row in instance.capacities if row.name == name and _holds(instance, row, n)]
            terms = [uses * model.on(activity, n) for activity, uses in users if (activity.name, n) in model.columns.on]
            if amounts and terms:
                yield f"capacity_{number}_n{n}", total(terms) <= sum(amounts)


RULE = Rule(
    name="capacity",
    sentence="There are only so many mediators, envoys and partner organisations.",
    effect="restricts",
    off="no limit on what work shares",
    claims="C6",
    rows=rows,
)
