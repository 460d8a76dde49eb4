"""What is forced does not last (W1.1a).

    coercion:     lasting[c,n] <= kept * lasting[c,parent] + gains - lost * coerced gains - losses     and at most 1
    coercion_end: lasting_end[c,leaf] <= lasting[c,leaf] + late gains - lost * late coerced - late losses

Gains and losses are those of political progress; *coerced* is what official work marked ``coercive`` brings. Lasting
progress is never more than political progress, having the same start and losses and lesser gains, so durable progress
needs no row to stay below both: it is lasting progress, or stays below it by ``power_asymmetry``. The rule sleeps in a
conflict without coercive work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.model import Model, constant, total
from models.reach import gathered
from models.rule import Flow, Row, Rule


def coerced(model: Model) -> frozenset[str]:
    """Conflicts in which anything can be had by force."""
    forced = (flow.conflict for flow in model.flows if flow.coerced and flow.stock == "political")
    return frozenset(forced if model.awake("coercion") else ())


def lasting(model: Model) -> Iterator[Flow]:
    """The flows of political progress as far as they last."""
    kept = 1 - model.parameter("coercion", "lost")
    for flow in model.flows:
        if flow.stock == "political":
            yield replace(flow, amount=kept * flow.amount) if flow.coerced else flow


def rows(model: Model) -> Iterator[Row]:
    instance, columns = model.instance, model.columns
    landed, late = gathered(instance, lasting(model))
    forced = coerced(model)
    for number, conflict in enumerate(instance.conflicts):
        name = conflict.name
        if name not in forced:
            continue
        for node in instance.tree:
            n, parent = node.index, node.parent
            before = constant(conflict.political) if parent is None else columns.lasting[name, parent]
            gains = total(weight * column for column, weight in landed.get((name, "political", n), ()))
            kept, toll = float(instance.kept(conflict, n)), float(instance.toll(name, "political", n))
            yield f"coercion_c{number}_n{n}", columns.lasting[name, n] <= kept * before + gains - toll
        for leaf in instance.tree.leaves:
            gains = total(weight * column for column, weight in late.get((name, "political", leaf), ()))
            yield (
                f"coercion_end_c{number}_n{leaf}",
                columns.lasting_end[name, leaf] <= columns.lasting[name, leaf] + gains,
            )


RULE = Rule(
    name="coercion",
    sentence="What is forced does not last.",
    effect="restricts",
    off="what is forced lasts like anything else",
    claims="W1.1a",
    rows=rows,
)
