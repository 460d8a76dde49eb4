"""Unofficial talks find a way where officials are stuck (S2.7 S2.10).

No decision can break this rule; a score that overlooks what an impasse makes of unofficial work does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.kinds import Category
from models.records import Activity

NAME = "impasse"


def changes(facts: Facts, activity: Activity) -> bool:
    return activity.unofficial and (NAME, activity.conflict) in facts.conditions


def factor(facts: Facts, activity: Activity, category: Category, node: int) -> Fraction:
    """Ideas are worth more while officials are stuck."""
    if category != "political":
        return Fraction(1)
    return 1 + facts.parameter[NAME, "value"] * facts.level[NAME, activity.conflict, node]


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
