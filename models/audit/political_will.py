"""An uninterested government acts only under the pressure of its people (S2.3 S15.3 D2)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import opinion
from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.records import Activity

NAME = "political_will"


def who_must_be_willing(activity: Activity) -> tuple[str, ...]:
    """For talks all at the table and their sponsor; for other official work its sponsor, else its parties."""
    if activity.talks:
        everybody = (*activity.parties, activity.sponsor)
        return tuple(dict.fromkeys(who for who in everybody if who))
    return (activity.sponsor,) if activity.sponsor else activity.parties


def concerns(facts: Facts, activity: Activity) -> bool:
    meets_unwillingness = ("willingness", activity.conflict) in facts.conditions
    return activity.official and bool(who_must_be_willing(activity)) and meets_unwillingness


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    facts, conflict, least = replay.facts, activity.conflict, None
    for who in who_must_be_willing(activity):
        willing = facts.level["willingness", conflict, node, who]
        if willing < 1:
            most = willing + opinion.of(replay, conflict, who, node) / facts.parameter[NAME, "threshold"]
            least = most if least is None else min(least, most)
    return least


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "a government is unwilling, and its people do not press it")
