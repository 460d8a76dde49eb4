"""Workshops pave the way for direct talks: negotiations nobody prepared get little done (X7)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.records import Activity

NAME = "preparation"


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.official and activity.kind == "negotiation"


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    facts, conflict = replay.facts, activity.conflict
    if not any(facts.on_offer(other, node, earlier=True) for other in facts.members[conflict] if other.unofficial):
        return None
    unprepared = facts.parameter[NAME, "unprepared"]
    earlier = replay.practised[conflict, replay.parent(node)]
    return unprepared + (1 - unprepared) / facts.parameter[NAME, "threshold"] * facts.instance.quarters * earlier


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "too little unofficial work has prepared it")
