"""A third party is taken for its home state (W15.1, W15.2).

    effects:    times 1 - weight * h[n]
    home_state: output[a,n] <= 0                     where h[n] > bar

for work on track 1.5 with a home state; h is the greatest hostility between that state and a party at its table (any
party of the conflict, where it names none). The work may run all the same: facts cap output, they forbid nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.instance import Instance
from models.kinds import Category
from models.model import Model
from models.records import Activity
from models.rule import Row, Rule


def hostility(instance: Instance, activity: Activity, node: int) -> Fraction:
    """Greatest hostility between the home state of the third party and a party, 0 to 1."""
    if activity.home is None or activity.track != "T1.5":
        return Fraction(0)
    parties = activity.parties or [party.name for party in instance.parties if party.conflict == activity.conflict]
    levels = (instance.level("hostility", activity.conflict, node, activity.home, party) for party in parties)
    return max(levels, default=Fraction(0))


def factor(instance: Instance, activity: Activity, category: Category, node: int) -> Fraction:
    """What hostility leaves of the effects."""
    return 1 - instance.parameter("home_state", "weight") * hostility(instance, activity, node)


def rows(model: Model) -> Iterator[Row]:
    bar = model.instance.parameter("home_state", "bar")
    for activity, n in model.running():
        if hostility(model.instance, activity, n) > bar:
            yield f"home_state_{model.tag(activity)}_n{n}", model.output(activity, n) <= 0


RULE = Rule(
    name="home_state",
    sentence="A third party is taken for its home state.",
    effect="shapes",
    off="nobody asks where a third party comes from",
    claims="W15.1 W15.2",
    rows=rows,
    factor=factor,
)
