"""Only governments have carrots and sticks, and sticks hurt later (N8, N9, S1.1, S1.2, W15.3, A8).

    inducement: output[a,n] <= unaided * on[a,n] + (1 - unaided) * Σ output[r,n]      r carrots and sticks
    progress:   each stick takes stick_cost * q * output of social progress, stick_lag quarters later

for work marked ``leverage``, with the carrots and sticks of the same conflict. What a stick costs after the horizon is
taken from the end state, so that no late stick is free.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import CARROTS, STICKS
from models.model import Model, total
from models.rule import Flow, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    unaided = model.parameter("inducement", "unaided")
    for activity, n in model.running():
        if activity.leverage:
            pressure = total(
                model.output(each, n) for each in model.of_conflict(activity.conflict) if each.kind in CARROTS | STICKS
            )
            yield (
                f"inducement_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= unaided * model.on(activity, n) + (1 - unaided) * pressure,
            )


def flows(model: Model) -> Iterator[Flow]:
    cost = model.parameter("inducement", "stick_cost") * model.per_period
    landing = model.instance.landing(model.instance.parameter("inducement", "stick_lag"))
    for activity, n in model.running():
        if activity.kind in STICKS and cost:
            column = model.columns.output[activity.name, n]
            yield Flow(activity.conflict, "social", n, column, -cost, landing, True)


RULE = Rule(
    name="inducement",
    sentence="Only governments have carrots and sticks, and sticks cost trust later.",
    effect="restricts",
    off="work needs no leverage, and sticks cost no trust",
    claims="N8 N9 S1.1 S1.2 W15.3 A8",
    rows=rows,
    flows=flows,
)
