"""Knowing what the parties want makes talks worth more (S1.3, A7, S2.4).

    intelligence:       output[a,n] <= uninformed * on[a,n] + (1 - uninformed) * stock[c,parent]
    intelligence_stock: stock[c,n] <= kept * stock[c,parent] + Σ_b insight_b * q * output[b,n]                at most 1

for work marked ``needs_insight``. The stock is what is known, from all work of the conflict; only earlier work informs.
"""

from __future__ import annotations

from collections.abc import Iterator

from models import stock
from models.model import Model
from models.rule import Row, Rule, Stock


def stocks(model: Model) -> Iterator[Stock]:
    kept = float(model.instance.over_period(model.instance.parameter("intelligence", "kept")))
    for number, conflict in enumerate(model.instance.conflicts):
        works = model.of_conflict(conflict.name)
        if any(each.needs_insight and model.columns.nodes_of[each.name] for each in works):
            informants = tuple((each, each.insight * model.per_period) for each in works if each.insight)
            yield Stock("intelligence", conflict.name, "", f"c{number}", informants, kept, 1.0)


def rows(model: Model) -> Iterator[Row]:
    uninformed = model.parameter("intelligence", "uninformed")
    for activity, n in model.running():
        if activity.needs_insight:
            known = stock.level(model, "intelligence", activity.conflict, "", model.instance.tree[n].parent)
            yield (
                f"intelligence_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= uninformed * model.on(activity, n) + (1 - uninformed) * known,
            )


RULE = Rule(
    name="intelligence",
    sentence="Knowing what the parties want makes talks worth more.",
    effect="restricts",
    off="work needs no insight",
    claims="S1.3 A7 S2.4",
    rows=rows,
    stocks=stocks,
)
