"""No official opening while a government campaigns, and slower talks (W1.4).

    start[a,n] = 0                                       where half the period or more lies in the blackout
    electoral_cycle: output[a,n] <= (1 - slowdown * b[n]) * on[a,n]

for official work, b the share of the period in the blackout of a vote of those at the table or of the sponsor; for
third parties the sponsor's vote only. Channels may start all the same: a channel is opened when it is needed.
Committed work starts when it must. Columns of barred starts are never created.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.instance import Instance
from models.kinds import CHANNELS
from models.model import Model
from models.records import Activity
from models.rule import Row, Rule


def blackout(instance: Instance, activity: Activity, node: int) -> Fraction:
    """Greatest share of the period in a blackout that matters to this work, 0 to 1; 0 for unofficial work."""
    if not activity.official:
        return Fraction(0)
    third_party = activity.sponsor is not None and activity.sponsor not in activity.parties
    voters = {activity.sponsor} if third_party else {*activity.parties, activity.sponsor}
    return max((instance.blackout(who, node) for who in voters if who), default=Fraction(0))


def bars_start(instance: Instance, activity: Activity, node: int) -> bool:
    return activity.kind not in CHANNELS and blackout(instance, activity, node) >= Fraction(1, 2)


def rows(model: Model) -> Iterator[Row]:
    slowdown = model.parameter("electoral_cycle", "slowdown")
    for activity, n in model.running():
        share = float(blackout(model.instance, activity, n))
        if share:
            yield (
                f"electoral_cycle_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= (1 - slowdown * share) * model.on(activity, n),
            )


RULE = Rule(
    name="electoral_cycle",
    sentence="No official opening while a government campaigns, and slower talks.",
    effect="restricts",
    off="official work starts and runs through campaigns as at any time",
    claims="W1.4",
    rows=rows,
    bars_start=bars_start,
)
