"""Power buries the weaker side's issues, and what is buried does not last (W1.1b, O6, Q4).

    power_asymmetry_ceiling: durable[c,n] <= (1 - A) + social_lift * social[c,n] + equalised[c,n]
    power_asymmetry_durable: durable[c,n] <= political[c,n]
    power_asymmetry_stock:   equalised[c,n] <= kept * equalised[c,parent] + Σ_a equalising * q * output[a,n]

A is the conflict's power asymmetry; the same two rows hold for the end state. Equalising
work fades by ``kept`` a quarter.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import ZERO, Model, total
from models.records import Conflict
from models.rule import Row, Rule


def rows(model: Model) -> Iterator[Row]:
    for number, conflict in enumerate(model.instance.conflicts):
        if conflict.power_asymmetry:
            yield from _stock(model, number, conflict)
            yield from _ceilings(model, number, conflict)


def _stock(model: Model, number: int, conflict: Conflict) -> Iterator[Row]:
    instance, columns = model.instance, model.columns
    kept = float(instance.over_period(instance.parameter("power_asymmetry", "kept")))
    equalisers = [activity for activity in model.of_conflict(conflict.name) if activity.equalising]
    for node in instance.tree:
        before = ZERO if node.parent is None else columns.equalised[conflict.name, node.parent]
        gain = total(
            activity.equalising * model.per_period * model.output(activity, node.index) for activity in equalisers
        )
        yield (
            f"power_asymmetry_stock_c{number}_n{node.index}",
            columns.equalised[conflict.name, node.index] <= kept * before + gain,
        )


def _ceilings(model: Model, number: int, conflict: Conflict) -> Iterator[Row]:
    columns, name = model.columns, conflict.name
    lift = model.parameter("power_asymmetry", "social_lift")
    nodes = ((f"n{n}", columns.durable[name, n], columns.progress, n) for n in range(len(model.instance.tree)))
    leaves = (
        (f"end_n{leaf}", columns.durable_end[name, leaf], columns.end, leaf) for leaf in model.instance.tree.leaves
    )
    for suffix, durable, progress, n in (*nodes, *leaves):
        ceiling = 1 - conflict.power_asymmetry + lift * progress[name, "social", n] + columns.equalised[name, n]
        yield f"power_asymmetry_ceiling_c{number}_{suffix}", durable <= ceiling
        yield f"power_asymmetry_durable_c{number}_{suffix}", durable <= progress[name, "political", n]


RULE = Rule(
    name="power_asymmetry",
    sentence="Power buries the weaker side's issues, and what is buried does not last.",
    effect="restricts",
    off="all political progress is durable",
    claims="W1.1b O6 Q4",
    rows=rows,
)
