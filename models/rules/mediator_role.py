"""One mediator at a time, even-handed, in a ripe moment, and not the one who condemns (N4, N7, A4, A6, S1.4).

    mediator_role:         Σ on[a,n] <= mediators                        a official mediations of the conflict
    mediator_role_author:  on[a,n] + on[b,m] <= 1                        m the nodes of the last ``memory`` quarters
    mediator_role_ripe:    output[a,n] <= ripeness[n] * on[a,n]          mediation on any track
    effects:               times 1 - bias; those of official mediation also times ``knowledge``
    progress:              each condemnation takes condemnation_cost * q * output of social progress, at once

where one sponsor has the official mediation or good offices a and the official condemnation b of the same conflict.
The number of mediators is rounded down: half a mediator more is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from models.instance import Instance, exact
from models.kinds import MEDIATING, Category
from models.model import Model, total
from models.records import Activity
from models.rule import AT_ONCE, Flow, Row, Rule


def factor(instance: Instance, activity: Activity, category: Category, node: int) -> Fraction:
    """What bias takes from the effects, and the knowledge of states adds to them."""
    knows = activity.official and activity.kind == "mediation"
    knowledge = instance.parameter("mediator_role", "knowledge") if knows else Fraction(1)
    return (1 - exact(activity.bias)) * knowledge


def rows(model: Model) -> Iterator[Row]:
    for number, conflict in enumerate(model.instance.conflicts):
        yield from _one_at_a_time(model, number, conflict.name)
        yield from _authors(model, conflict.name)
    for activity, n in model.running():
        ripeness = float(model.instance.level("ripeness", activity.conflict, n))
        if activity.kind == "mediation" and ripeness < 1:
            yield (
                f"mediator_role_ripe_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= ripeness * model.on(activity, n),
            )


def _one_at_a_time(model: Model, number: int, conflict: str) -> Iterator[Row]:
    most = floor(model.parameter("mediator_role", "mediators"))
    mediations = [each for each in model.of_conflict(conflict) if each.official and each.kind == "mediation"]
    for n in range(len(model.instance.tree)):
        here = [model.on(each, n) for each in mediations if (each.name, n) in model.columns.on]
        if len(here) > most:
            yield f"mediator_role_c{number}_n{n}", total(here) <= most


def _authors(model: Model, conflict: str) -> Iterator[Row]:
    instance, on = model.instance, model.columns.on
    steps = instance.periods_within(instance.parameter("mediator_role", "memory"))
    works = [each for each in model.of_conflict(conflict) if each.official and each.sponsor is not None]
    for mediation in (each for each in works if each.kind in MEDIATING):
        for condemnation in (each for each in works if each.kind == "condemnation"):
            if condemnation.sponsor != mediation.sponsor:
                continue
            tags = f"{model.tag(mediation)}_{model.tag(condemnation)}"
            for n in model.columns.nodes_of[mediation.name]:
                for m in instance.tree.recent(n, steps):
                    if (condemnation.name, m) in on:
                        yield (
                            f"mediator_role_author_{tags}_n{n}_n{m}",
                            on[mediation.name, n] + on[condemnation.name, m] <= 1,
                        )


def flows(model: Model) -> Iterator[Flow]:
    cost = model.parameter("mediator_role", "condemnation_cost") * model.per_period
    for activity, n in model.running():
        if activity.kind == "condemnation" and cost:
            column = model.columns.output[activity.name, n]
            yield Flow(activity.conflict, "social", n, column, -cost, AT_ONCE, True)


RULE = Rule(
    name="mediator_role",
    sentence="One mediator at a time, even-handed, in a ripe moment, and not the one who condemns.",
    effect="shapes",
    off="mediators get in nobody's way, bias and ripeness do not matter, condemnations cost nothing",
    claims="N4 N7 A4 A6 S1.4",
    rows=rows,
    flows=flows,
    factor=factor,
)
