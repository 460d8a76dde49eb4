"""Press near a secret room empties it (S2.13 K9)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.records import Activity

NAME = "confidentiality"


def public(activity: Activity) -> bool:
    """Brings the conflict into the press: said so, or decided by its kind."""
    return activity.kind == "media" if activity.publicity is None else activity.publicity


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.confidential and any(public(other) for other in facts.members[activity.conflict])


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    """The press counts by being there, whatever it does."""
    told = any(public(other) for other in replay.decisions.of(activity.conflict, node))
    return Fraction(0) if told else None


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "the press is near")
