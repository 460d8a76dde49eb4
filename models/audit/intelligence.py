"""Knowing what the parties want makes talks worth more (S1.3 A7 S2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import stocks
from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.instance import exact
from models.records import Activity

NAME = "intelligence"
MOST = Fraction(1)


def builds(facts: Facts, activity: Activity) -> Iterator[tuple[str, Fraction]]:
    """Work of any track may tell what the parties want."""
    if activity.insight:
        yield "", exact(activity.insight) * facts.instance.quarters


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.needs_insight


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    uninformed = replay.facts.parameter[NAME, "uninformed"]
    return uninformed + (1 - uninformed) * stocks.before(replay, (NAME, activity.conflict, ""), node)


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "too little is known of what the parties want")
