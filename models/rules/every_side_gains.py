"""Nothing is signed before each side has gained something (O12, S2.15).

    every_side_gains:       least * signed[m,n] <= gain[i,n]                        each party i of the conflict
    every_side_gains_stock: gain[i,n] <= gain[i,parent] + Σ_a gains_a(i) * q * output[a,n]         at most least

The rule sleeps in a conflict in which no work states gains. A party that no work can bring anything bars signing.
"""

from __future__ import annotations

from collections.abc import Iterator

from models import stock
from models.model import Model
from models.rule import Row, Rule, Stock


def parties(model: Model, conflict: str) -> list[str]:
    """Those who must gain before anything is signed; nobody where no work states gains."""
    if not any(activity.gains for activity in model.of_conflict(conflict)):
        return []
    return [party.name for party in model.instance.parties if party.conflict == conflict]


def stocks(model: Model) -> Iterator[Stock]:
    least = model.parameter("every_side_gains", "least")
    signing = {milestone.conflict for milestone in model.instance.milestones} if least else set()
    for number, conflict in enumerate(model.instance.conflicts):
        for k, who in enumerate(parties(model, conflict.name) if conflict.name in signing else ()):
            givers = tuple(
                (activity, amount * model.per_period)
                for activity in model.of_conflict(conflict.name)
                for party, amount in activity.gains
                if party == who and amount
            )
            yield Stock("every_side_gains", conflict.name, who, f"c{number}_{k}", givers, 1.0, least)


def rows(model: Model) -> Iterator[Row]:
    least = model.parameter("every_side_gains", "least")
    for milestone in model.instance.milestones if least else ():
        for k, who in enumerate(parties(model, milestone.conflict)):
            for n in range(len(model.instance.tree)):
                gain = stock.level(model, "every_side_gains", milestone.conflict, who, n)
                yield (
                    f"every_side_gains_{k}_{model.tag(milestone)}_n{n}",
                    least * model.columns.signed[milestone.name, n] <= gain,
                )


RULE = Rule(
    name="every_side_gains",
    sentence="Nothing is signed before each side has gained something.",
    effect="restricts",
    off="one side may go empty-handed",
    claims="O12 S2.15",
    rows=rows,
    stocks=stocks,
)
