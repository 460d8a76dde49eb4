"""Workshops pave the way for direct talks (X7).

    preparation:       output[a,n] <= unprepared * on[a,n] + (1 - unprepared) / threshold * prepared[c,parent]
    preparation_stock: prepared[c,n] <= prepared[c,parent] + q Σ output[b,n]      b of tracks 2-9; at most threshold

for official negotiations. Only earlier work prepares. The rule sleeps while no unofficial work of the conflict could
have run before.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import Instance
from models.model import ZERO, Model, total
from models.rule import Row, Rule


def offered(instance: Instance, conflict: str, node: int) -> bool:
    """Whether some unofficial work of the conflict was on offer before the node's period."""
    period = instance.tree[node].period
    return any(
        activity.unofficial and instance.window(activity) and instance.window(activity).start < period
        for activity in instance.activities
        if activity.conflict == conflict
    )


def rows(model: Model) -> Iterator[Row]:
    instance, columns = model.instance, model.columns
    unprepared, threshold = (model.parameter("preparation", name) for name in ("unprepared", "threshold"))
    for number, conflict in enumerate(instance.conflicts):
        works = [each for each in model.of_conflict(conflict.name) if each.unofficial]
        talks = [each for each in model.of_conflict(conflict.name) if each.official and each.kind == "negotiation"]
        if not talks:
            continue
        for node in instance.tree:
            n, parent = node.index, node.parent
            before = ZERO if parent is None else columns.prepared[conflict.name, parent]
            gain = total(model.per_period * model.output(each, n) for each in works)
            yield f"preparation_stock_c{number}_n{n}", columns.prepared[conflict.name, n] <= before + gain
            if not offered(instance, conflict.name, n):
                continue
            for activity in talks:
                if (activity.name, n) in columns.on:
                    floor = unprepared * model.on(activity, n)
                    yield (
                        f"preparation_{model.tag(activity)}_n{n}",
                        model.output(activity, n) <= floor + (1 - unprepared) / threshold * before,
                    )


RULE = Rule(
    name="preparation",
    sentence="Workshops pave the way for direct talks.",
    effect="restricts",
    off="negotiations work fully without preparation",
    claims="X7",
    rows=rows,
)
