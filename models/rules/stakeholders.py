"""Women, the young, each region and each issue have a room (Q2, Q3, O7, O8, O10).

    stakeholders: Σ output[a,n] + missing[l,n] >= amount - already

for a limit l of kind cover, at every node in its window and scenario, over the work that matches its words. What is
missing costs points of score; there is nothing missing where the limit is hard, or where cost is minimised.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import exact
from models.model import ZERO, Model, total
from models.nuisances import covered
from models.objective import present_value
from models.rule import Linear, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    instance = model.instance
    for limit in instance.limits:
        wanted = float(exact(limit.amount) - exact(limit.already))
        if limit.kind != "cover" or wanted <= 0:
            continue
        works = [each for each in instance.activities if instance.matches(each, limit.who, limit.conflict)]
        for n in covered(instance, limit):
            missing = model.columns.missing.get((limit.name, n), ZERO)
            there = total(model.output(each, n) for each in works)
            yield f"stakeholders_{model.tag(limit)}_n{n}", there + missing >= wanted


def penalty(model: Model) -> Linear:
    price = model.parameter("stakeholders", "cost") * model.per_period
    return total(price * present_value(model, n) * column for (_, n), column in model.columns.missing.items())


RULE = Rule(
    name="stakeholders",
    sentence="Women, the young, each region and each issue have a room.",
    effect="restricts",
    off="nobody needs a room",
    claims="Q2 Q3 O7 O8 O10",
    rows=rows,
    penalty=penalty,
)
