"""Power buries the weaker side's issues, and what is buried does not last (W1.1b, O6, Q4).

    power_asymmetry_ceiling: durable[c,n] <= (1 - A) + social_lift * social[c,n] + stock[c,n]
    power_asymmetry_durable: durable[c,n] <= lasting[c,n]               political progress, less what ``coercion`` takes
    power_asymmetry_stock:   stock[c,n] <= kept * stock[c,parent] + Σ_a equalising * q * output[a,n]

A is the conflict's power asymmetry; the same two rows hold for the end state. Equalising
work fades by ``kept`` a quarter.
"""

from __future__ import annotations

from collections.abc import Iterator

from models import stock
from models.model import Model
from models.records import Conflict
from models.rule import Row, Rule, Stock


def stocks(model: Model) -> Iterator[Stock]:
    kept = float(model.instance.over_period(model.instance.parameter("power_asymmetry", "kept")))
    for number, conflict in enumerate(model.instance.conflicts):
        if conflict.power_asymmetry:
            works = model.of_conflict(conflict.name)
            equalisers = tuple((each, each.equalising * model.per_period) for each in works if each.equalising)
            yield Stock("power_asymmetry", conflict.name, "", f"c{number}", equalisers, kept, None)


def rows(model: Model) -> Iterator[Row]:
    for number, conflict in enumerate(model.instance.conflicts):
        if conflict.power_asymmetry:
            yield from _ceilings(model, number, conflict)


def _ceilings(model: Model, number: int, conflict: Conflict) -> Iterator[Row]:
    columns, name, tree = model.columns, conflict.name, model.instance.tree
    lift = model.parameter("power_asymmetry", "social_lift")
    nodes = ((f"n{node.index}", columns.durable, columns.lasting, columns.progress, node.index) for node in tree)
    leaves = ((f"end_n{leaf}", columns.durable_end, columns.lasting_end, columns.end, leaf) for leaf in tree.leaves)
    for suffix, durable, lasting, progress, n in (*nodes, *leaves):
        equalised = stock.level(model, "power_asymmetry", name, "", n)
        ceiling = 1 - conflict.power_asymmetry + lift * progress[name, "social", n] + equalised
        yield f"power_asymmetry_ceiling_c{number}_{suffix}", durable[name, n] <= ceiling
        yield f"power_asymmetry_durable_c{number}_{suffix}", durable[name, n] <= lasting[name, n]


RULE = Rule(
    name="power_asymmetry",
    sentence="Power buries the weaker side's issues, and what is buried does not last.",
    effect="restricts",
    off="all political progress is durable",
    claims="W1.1b O6 Q4",
    rows=rows,
    stocks=stocks,
)
