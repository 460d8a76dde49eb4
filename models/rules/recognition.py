"""Official talks need mutual recognition, or a third party whom each side accepts (N2, A2).

    recognition: output[a,n] <= level[n] * on[a,n]

for talks: level is the least recognition between any two of the parties, or between the sponsor and each party where a
third party leads them. One row: the least level is the tightest.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from models.instance import Instance
from models.model import Model
from models.records import Activity
from models.rule import Row, Rule


def recognition(instance: Instance, activity: Activity, node: int) -> Fraction:
    """The least recognition that the talks rest on, 0 to 1."""
    pairs = (
        ((activity.sponsor, party) for party in activity.parties)
        if activity.sponsor is not None and activity.third_party
        else combinations(activity.parties, 2)
    )
    levels = (instance.level("recognition", activity.conflict, node, *pair) for pair in pairs)
    return min(levels, default=Fraction(1))


def rows(model: Model) -> Iterator[Row]:
    for activity, n in model.running():
        if activity.talks and (level := recognition(model.instance, activity, n)) < 1:
            yield (
                f"recognition_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= float(level) * model.on(activity, n),
            )


RULE = Rule(
    name="recognition",
    sentence="Official talks need mutual recognition, or a third party whom each side accepts.",
    effect="restricts",
    off="anybody talks to anybody",
    claims="N2 A2",
    rows=rows,
)
