"""Officials cannot open a taboo issue; unofficial work has to open it first (W1.3a, S2.6).

    official_rigidity:       output[a,n] <= stock[c,i,parent] / threshold                    for each taboo issue i of a
    official_rigidity_stock: stock[c,i,n] <= stock[c,i,parent] + q Σ output[b,n]      b of tracks 2-9; at most threshold

for official work. Only earlier work opens an issue; once open it stays open. There is no floor: without anybody who
could open it, officials leave the issue alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from models import stock
from models.model import Model
from models.records import Activity, Conflict
from models.rule import Row, Rule, Stock


def closed_issues(conflict: Conflict, activity: Activity) -> list[tuple[int, str]]:
    """The issues of official work that its conflict forbids it to open, with their numbers among all that are."""
    taboo = enumerate(dict.fromkeys(conflict.taboo))
    return [(k, issue) for k, issue in taboo if activity.official and issue in activity.issues]


def stocks(model: Model) -> Iterator[Stock]:
    threshold = model.parameter("official_rigidity", "threshold")
    for number, conflict in enumerate(model.instance.conflicts):
        works = model.of_conflict(conflict.name)
        asked = dict(issue for activity in works for issue in closed_issues(conflict, activity))
        for k, issue in sorted(asked.items()):
            openers = tuple((each, model.per_period) for each in works if each.unofficial and issue in each.issues)
            yield Stock("official_rigidity", conflict.name, issue, f"c{number}_{k}", openers, 1.0, threshold)


def rows(model: Model) -> Iterator[Row]:
    threshold = model.parameter("official_rigidity", "threshold")
    conflicts = {conflict.name: conflict for conflict in model.instance.conflicts}
    for activity, n in model.running():
        parent = model.instance.tree[n].parent
        for k, issue in closed_issues(conflicts[activity.conflict], activity):
            opened = stock.level(model, "official_rigidity", activity.conflict, issue, parent)
            yield (
                f"official_rigidity_{k}_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= 1 / threshold * opened,
            )


RULE = Rule(
    name="official_rigidity",
    sentence="Officials cannot open a taboo issue; unofficial work has to open it first.",
    effect="restricts",
    off="officials open any issue",
    claims="W1.3a S2.6",
    rows=rows,
    stocks=stocks,
)
