"""The same people, year after year, come to trust each other (S2.8).

    continuity_now, continuity_before: bonus[a,n] <= output[a,n],  bonus[a,n] <= output[a,parent]
    gain:                              value * effect[a,social,n] * bonus[a,n] of social progress, at once

for work marked ``same_people``. There is none at the root: who met before the horizon met as others. The ceiling of all
bonuses is core (``core/bonuses.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import Model
from models.records import Activity
from models.rule import Gain, Row, Rule


def key(activity: Activity) -> str:
    """The name of the bonus in plans."""
    return f"{activity.name} continues"


def bonuses(model: Model) -> Iterator[Gain]:
    value = model.parameter("continuity", "value")
    for i, activity in enumerate(model.instance.activities):
        for n in model.columns.nodes_of[activity.name] if activity.same_people else ():
            worth = value * model.effect(activity, "social", n)
            if worth and (activity.name, model.instance.tree[n].parent) in model.columns.on:
                tag = f"a{i}_continues"
                yield Gain(key(activity), tag, activity.conflict, "social", n, worth, False, activity)


def rows(model: Model) -> Iterator[Row]:
    for activity, n in model.running():
        bonus = model.columns.bonus.get((key(activity), n)) if activity.same_people else None
        parent = model.instance.tree[n].parent
        if bonus is not None and parent is not None:
            suffix = f"{model.tag(activity)}_n{n}"
            yield f"continuity_now_{suffix}", bonus <= model.output(activity, n)
            yield f"continuity_before_{suffix}", bonus <= model.output(activity, parent)


RULE = Rule(
    name="continuity",
    sentence="The same people, year after year, come to trust each other.",
    effect="enables",
    off="it does not matter who meets again",
    claims="S2.8",
    rows=rows,
    bonuses=bonuses,
)
