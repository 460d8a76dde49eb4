"""Unofficial talks find a way where officials are stuck (S2.7, S2.10).

    effects: political effects of tracks 2 to 9 times 1 + value * impasse[c,n]

The impasse is a condition of the conflict, 0 to 1. It adds no row: effects are numbers.
"""

from __future__ import annotations

from fractions import Fraction

from models.instance import Instance
from models.kinds import Category
from models.records import Activity
from models.rule import Rule


def factor(instance: Instance, activity: Activity, category: Category, node: int) -> Fraction:
    """What an impasse adds to the political effects of unofficial work."""
    if category != "political" or not activity.unofficial:
        return Fraction(1)
    return 1 + instance.parameter("impasse", "value") * instance.level("impasse", activity.conflict, node)


RULE = Rule(
    name="impasse",
    sentence="Unofficial talks find a way where officials are stuck.",
    effect="enables",
    off="unofficial work brings no more in an impasse than at other times",
    claims="S2.7 S2.10",
    factor=factor,
)
