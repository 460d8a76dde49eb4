"""Workshops pave the way for direct talks (X7).

    preparation:       output[a,n] <= unprepared * on[a,n] + (1 - unprepared) / threshold * stock[c,parent]
    preparation_stock: stock[c,n] <= stock[c,parent] + q Σ output[b,n]      b of tracks 2-9; at most threshold

for official negotiations. Only earlier work prepares. The rule sleeps while no unofficial work of the conflict could
have run before.
"""

from __future__ import annotations

from collections.abc import Iterator

from models import stock
from models.instance import Instance
from models.model import Model
from models.records import Activity
from models.rule import Row, Rule, Stock


def offered(instance: Instance, conflict: str, node: int) -> bool:
    """Whether some unofficial work of the conflict was on offer before the node's period."""
    period = instance.tree[node].period
    return any(
        activity.unofficial and instance.window(activity) and instance.window(activity).start < period
        for activity in instance.of_conflict(conflict)
    )


def needs_groundwork(activity: Activity) -> bool:
    """Whether the work is better prepared."""
    return activity.official and activity.kind == "negotiation"


def stocks(model: Model) -> Iterator[Stock]:
    threshold = model.parameter("preparation", "threshold")
    for number, conflict in enumerate(model.instance.conflicts):
        works = model.of_conflict(conflict.name)
        if any(needs_groundwork(each) for each in works):
            groundwork = tuple((each, model.per_period) for each in works if each.unofficial)
            yield Stock("preparation", conflict.name, "", f"c{number}", groundwork, 1.0, threshold)


def rows(model: Model) -> Iterator[Row]:
    unprepared, threshold = (model.parameter("preparation", name) for name in ("unprepared", "threshold"))
    for activity, n in model.running():
        if needs_groundwork(activity) and offered(model.instance, activity.conflict, n):
            parent = model.instance.tree[n].parent
            prepared = stock.level(model, "preparation", activity.conflict, "", parent)
            yield (
                f"preparation_{model.tag(activity)}_n{n}",
                model.output(activity, n)
                <= unprepared * model.on(activity, n) + (1 - unprepared) / threshold * prepared,
            )


RULE = Rule(
    name="preparation",
    sentence="Workshops pave the way for direct talks.",
    effect="restricts",
    off="negotiations work fully without preparation",
    claims="X7",
    rows=rows,
    stocks=stocks,
)
