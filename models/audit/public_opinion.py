"""Leaders can go only as far as their people (D2 S2.2 K6 K9 X5)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import opinion
from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.records import Activity

NAME = "public_opinion"


def bound(facts: Facts, activity: Activity) -> tuple[str, ...]:
    """Parties at the table whose row says what their people think."""
    return tuple(who for who in dict.fromkeys(activity.parties) if who in facts.asked[activity.conflict])


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.talks and bool(bound(facts, activity))


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    floor = replay.facts.parameter[NAME, "floor"]
    opinions = (opinion.of(replay, activity.conflict, who, node) for who in bound(replay.facts, activity))
    return floor + (1 - floor) * min(opinions)


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "the people of a leader at the table are not for it")
