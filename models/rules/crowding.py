"""Too many mediators spoil the talks.

    crowding: excess[c,n] >= Σ on[a,n] - mediators             a mediation and good offices of the conflict, any track

The excess costs points of score; where cost is minimised it does not matter, and has no columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import MEDIATING
from models.model import Model, total
from models.objective import present_value
from models.rule import Linear, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    borne = model.parameter("crowding", "mediators")
    for number, conflict in enumerate(model.instance.conflicts):
        mediating = [each for each in model.of_conflict(conflict.name) if each.kind in MEDIATING]
        for n in range(len(model.instance.tree)):
            excess = model.columns.excess.get((conflict.name, n))
            if excess is not None:
                crowd = total(model.on(each, n) for each in mediating)
                yield f"crowding_c{number}_n{n}", excess >= crowd - borne


def penalty(model: Model) -> Linear:
    price = model.parameter("crowding", "cost") * model.per_period
    return total(price * present_value(model, n) * column for (_, n), column in model.columns.excess.items())


RULE = Rule(
    name="crowding",
    sentence="Too many mediators spoil the talks.",
    effect="restricts",
    off="any number of mediators works at no cost",
    claims="",
    rows=rows,
    penalty=penalty,
)
