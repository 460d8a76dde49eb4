"""Uncoordinated efforts get in each other's way (W2.5, C2).

    interference: clash[l,n] >= on[a,n] + on[b,n] - 1 - output[liaison,n]

per interferes link l = (a, b); no liaison, nobody keeps them informed. A clash costs points of score, by the value of
the link; where cost is minimised it does not matter, and has no columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import ZERO, Model, total
from models.objective import present_value
from models.rule import Linear, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    instance = model.instance
    for link in (each for each in instance.links if each.kind == "interferes"):
        first, second = instance.activity(link.name), instance.activity(link.other)
        liaison = None if link.liaison is None else instance.activity(link.liaison)
        for n in range(len(instance.tree)):
            clash = model.columns.clash.get((link.key, n))
            if clash is not None:
                informed = ZERO if liaison is None else model.output(liaison, n)
                both = model.on(first, n) + model.on(second, n)
                yield f"interference_{model.tag(link)}_n{n}", clash >= both - 1 - informed


def penalty(model: Model) -> Linear:
    default = model.parameter("interference", "cost")
    prices = {link.key: default if link.value is None else link.value for link in model.instance.links}
    return total(
        prices[key] * model.per_period * present_value(model, n) * column
        for (key, n), column in model.columns.clash.items()
    )


RULE = Rule(
    name="interference",
    sentence="Uncoordinated efforts get in each other's way.",
    effect="restricts",
    off="uncoordinated work costs nothing",
    claims="W2.5 C2",
    rows=rows,
    penalty=penalty,
)
