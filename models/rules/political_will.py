"""An uninterested government acts only under the pressure of its people (S2.3, S15.3, D2).

    political_will: output[a,n] <= w[i,n] * on[a,n] + opinion[c,i,n] / threshold             for each unwilling i

for official work; i are its parties and sponsor if it is talks, else its sponsor (its parties, if it has none). The
stock of opinion (``opinion.py``) is moved by unofficial work that reaches i, also in the same period. Track 1.5 needs
no government's will.
"""

from __future__ import annotations

from collections.abc import Iterator

from models import opinion
from models.instance import Instance
from models.model import Model
from models.records import Activity
from models.rule import Row, Rule, Stock


def governments(activity: Activity) -> tuple[str, ...]:
    """Those who must be willing; nobody for work that is not official."""
    if not activity.official:
        return ()
    sponsor = () if activity.sponsor is None else (activity.sponsor,)
    everybody = (*activity.parties, *sponsor) if activity.talks or not sponsor else sponsor
    return tuple(dict.fromkeys(everybody))


def unwilling(instance: Instance, activity: Activity, node: int) -> list[tuple[int, str, float]]:
    """Those who must be willing and are not fully, with their place among them and their willingness."""
    levels = (
        (k, who, float(instance.level("willingness", activity.conflict, node, who)))
        for k, who in enumerate(governments(activity))
    )
    return [each for each in levels if each[2] < 1]


def stocks(model: Model) -> Iterator[Stock]:
    for activity, n in model.running():
        for _, who, _ in unwilling(model.instance, activity, n):
            yield opinion.stock_of(model, activity.conflict, who)


def rows(model: Model) -> Iterator[Row]:
    threshold = model.parameter("political_will", "threshold")
    for activity, n in model.running():
        for k, who, willing in unwilling(model.instance, activity, n):
            people = opinion.level(model, activity.conflict, who, n)
            yield (
                f"political_will_{k}_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= willing * model.on(activity, n) + 1 / threshold * people,
            )


RULE = Rule(
    name="political_will",
    sentence="An uninterested government acts only under the pressure of its people.",
    effect="restricts",
    off="governments always act",
    claims="S2.3 S15.3 D2",
    rows=rows,
    stocks=stocks,
)
