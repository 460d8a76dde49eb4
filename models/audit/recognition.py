"""Official talks need mutual recognition, or a third party whom each side accepts (N2 A2)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.records import Activity

NAME = "recognition"


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.talks and bool(_pairs(activity)) and (NAME, activity.conflict) in facts.conditions


def _pairs(activity: Activity) -> tuple[tuple[str, str], ...]:
    """Who has to recognise, or accept, whom."""
    if activity.third_party and activity.sponsor:
        return tuple((activity.sponsor, party) for party in activity.parties)
    return tuple(combinations(activity.parties, 2))


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    level = replay.facts.level
    least = min(level[NAME, activity.conflict, node, one, other] for one, other in _pairs(activity))
    return least if least < 1 else None


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "not everybody at the table recognises whom they would talk to")
