"""Leaders can go only as far as their people (D2, S2.2, K6, K9, X5).

    public_opinion: output[a,n] <= floor * on[a,n] + (1 - floor) * opinion[c,i,n]

for talks and each party i at the table whose row states an opinion. The stock of opinion (``opinion.py``) is moved by
unofficial work that reaches the party, also in the same period.
"""

from __future__ import annotations

from collections.abc import Iterator

from models import opinion
from models.model import Model
from models.records import Activity
from models.rule import Row, Rule, Stock


def answerable(model: Model, activity: Activity) -> list[str]:
    """Parties at the table of talks whose leaders have to ask their people."""
    parties = activity.parties if activity.talks else ()
    return [who for who in dict.fromkeys(parties) if opinion.stated(model, activity.conflict, who) is not None]


def stocks(model: Model) -> Iterator[Stock]:
    for activity in model.instance.activities:
        for who in answerable(model, activity) if model.columns.nodes_of[activity.name] else ():
            yield opinion.stock_of(model, activity.conflict, who)


def rows(model: Model) -> Iterator[Row]:
    floor = model.parameter("public_opinion", "floor")
    for activity in model.instance.activities:
        for k, who in enumerate(answerable(model, activity) if floor < 1 else ()):
            for n in model.columns.nodes_of[activity.name]:
                people = opinion.level(model, activity.conflict, who, n)
                yield (
                    f"public_opinion_{k}_{model.tag(activity)}_n{n}",
                    model.output(activity, n) <= floor * model.on(activity, n) + (1 - floor) * people,
                )


RULE = Rule(
    name="public_opinion",
    sentence="Leaders can go only as far as their people.",
    effect="restricts",
    off="leaders need not ask their people",
    claims="D2 S2.2 K6 K9 X5",
    rows=rows,
    stocks=stocks,
)
