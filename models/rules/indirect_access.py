"""Where nobody may enter, aid workers and clergy open the way (S15.4, K7, A7).

    indirect_access:       output[a,n] <= w[i,n] * on[a,n] + stock[c,i,parent] / threshold          for each closed area
    indirect_access_stock: stock[c,i,n] <= stock[c,i,parent] + q Σ output[b,n]                      at most threshold

for work that has to be where the conflict is; w is the access to an area, below 1: of the whole conflict, or of a party
at its table. b is humanitarian and religious work of the conflict: all of it opens the whole, and the areas of the
parties it names (of all, where it names none). Only earlier work opens the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from models import stock
from models.instance import Instance
from models.kinds import FIELD, INDIRECT
from models.model import Model
from models.records import Activity
from models.rule import Row, Rule, Stock


def needs_access(activity: Activity) -> bool:
    """Whether the work has to be where the conflict is."""
    return activity.kind in FIELD if activity.needs_access is None else activity.needs_access


def closed_areas(instance: Instance, activity: Activity, node: int) -> list[tuple[int, str, float]]:
    """Areas the work cannot enter freely ("" is the whole conflict): place among its areas, name, access."""
    if not needs_access(activity):
        return []
    areas = enumerate(dict.fromkeys(("", *activity.parties)))
    levels = (
        (k, area, float(instance.level("access", activity.conflict, node, *filter(None, (area,))))) for k, area in areas
    )
    return [each for each in levels if each[2] < 1]


def stocks(model: Model) -> Iterator[Stock]:
    threshold = model.parameter("indirect_access", "threshold")
    for number, conflict in enumerate(model.instance.conflicts):
        works = model.of_conflict(conflict.name)
        asked = dict.fromkeys(
            area
            for activity in works
            for n in model.columns.nodes_of[activity.name]
            for _, area, _ in closed_areas(model.instance, activity, n)
        )
        for k, area in enumerate(asked):
            openers = tuple(
                (each, model.per_period)
                for each in works
                if each.kind in INDIRECT and (not area or not each.parties or area in each.parties)
            )
            yield Stock("indirect_access", conflict.name, area, f"c{number}_{k}", openers, 1.0, threshold)


def rows(model: Model) -> Iterator[Row]:
    threshold = model.parameter("indirect_access", "threshold")
    for activity, n in model.running():
        parent = model.instance.tree[n].parent
        for k, area, access in closed_areas(model.instance, activity, n):
            opened = stock.level(model, "indirect_access", activity.conflict, area, parent)
            yield (
                f"indirect_access_{k}_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= access * model.on(activity, n) + 1 / threshold * opened,
            )


RULE = Rule(
    name="indirect_access",
    sentence="Where nobody may enter, aid workers and clergy open the way.",
    effect="restricts",
    off="field work may go anywhere",
    claims="S15.4 K7 A7",
    rows=rows,
    stocks=stocks,
)
