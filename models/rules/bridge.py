"""A former president carries ideas upstairs (S15.1).

    bridge_carried:  transfer[b,n] <= capacity * q * output[b,n]
    bridge_upstairs: transfer[b,n] <= capacity * q * openness * Σ output[a,n]      a all talks of the conflict
    bridge_fresh:    transfer[b,n] <= capacity * q * Σ influence * output[u,m]     u unofficial; m within the window of
                                                                                   ``transfer``

for work b on track 1.5 marked ``bridges``: a mechanism of its own beside links and the default capacity, whose
transfers leave the same stock of ideas. Where ``transfer`` is off nothing is in the way of ideas, and nobody
needs a bridge.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.carrying import bridge_link
from models.model import Model, total
from models.rule import Row, Rule


def rows(model: Model) -> Iterator[Row]:
    instance = model.instance
    value = model.per_period * model.parameter("bridge", "capacity")
    steps = instance.periods_within(instance.parameter("transfer", "window"))
    for activity, n in model.running():
        column = model.columns.transfer.get((bridge_link(activity), activity.conflict, n))
        if column is not None:
            works, recent = model.of_conflict(activity.conflict), instance.tree.recent(n, steps)
            listening = float(instance.level("openness", activity.conflict, n))
            upstairs = listening * total(model.output(each, n) for each in works if each.talks)
            fresh = total(each.influence * model.output(each, m) for each in works if each.unofficial for m in recent)
            suffix = f"{model.tag(activity)}_n{n}"
            yield f"bridge_carried_{suffix}", column <= value * model.output(activity, n)
            yield f"bridge_upstairs_{suffix}", column <= value * upstairs
            yield f"bridge_fresh_{suffix}", column <= value * fresh


RULE = Rule(
    name="bridge",
    sentence="A former president carries ideas upstairs.",
    effect="enables",
    off="nobody bridges the tracks but by named mechanisms",
    claims="S15.1",
    rows=rows,
)
