"""Missions close when they are needed most (W1.2, N5, A3, K3).

    closed_embassy: output[a,n] <= (1 - closed[i,n]) * on[a,n] + Σ_r coverage[r] * on[r,n]

for work that needs the channel of a pair i whose missions are closed for a share of the period. All reliefs of one
pair stand in one row: a second, tighter row would make them useless. Talks led by a third party are exempt, and so
are channels themselves. Facts cap output; they never forbid running.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import CHANNELS
from models.model import Model
from models.records import Activity
from models.relief import closed_pairs, relief
from models.rule import Row, Rule


def needs_channel(activity: Activity) -> bool:
    """Whether the work needs open missions between its parties."""
    if activity.needs_channel is not None:
        return activity.needs_channel
    own = activity.sponsor is None or activity.sponsor in activity.parties
    return activity.official and own and activity.kind not in CHANNELS


def rows(model: Model) -> Iterator[Row]:
    for activity, n in model.running():
        if not needs_channel(activity):
            continue
        for k, (one, other, closed) in enumerate(closed_pairs(model.instance, activity.parties, n)):
            open_part = (1 - closed) * model.on(activity, n)
            yield (
                f"closed_embassy_{k}_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= open_part + relief(model, activity.conflict, (one, other), n),
            )


RULE = Rule(
    name="closed_embassy",
    sentence="Missions close when they are needed most; talks then need an envoy, a protecting power or a channel.",
    effect="restricts",
    off="talks go on as if missions were open",
    claims="W1.2 N5 A3 K3",
    rows=rows,
)
