"""Leaders who must give way need a trusted third party to do it with honour (S15.6 S15.7)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.instance import exact
from models.records import Activity

NAME = "face_saving"


def saves_face(facts: Facts, activity: Activity) -> bool:
    """Work on track 1.5 that says what its third party is like, good enough in all of it."""
    least = facts.parameter[NAME, "trait"]
    fit = bool(activity.traits) and all(exact(score) >= least for _, score in activity.traits)
    return activity.track == "T1.5" and fit


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.talks and ("concession", activity.conflict) in facts.conditions


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    """The outputs of track 1.5 at the node are known by then."""
    facts, conflict = replay.facts, activity.conflict
    lost = facts.level["concession", conflict, node] * facts.parameter[NAME, "lift"]
    if not lost:
        return None
    helped = (
        replay.output[other.name, node] for other in replay.decisions.of(conflict, node) if saves_face(facts, other)
    )
    return 1 - lost + lost * sum(helped, Fraction(0))


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "nobody helps leaders to give way with honour")
