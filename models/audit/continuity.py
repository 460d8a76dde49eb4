"""The same people, year after year, come to trust each other (S2.8)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import effects
from models.audit.facts import Facts
from models.audit.offers import above_offer
from models.audit.state import Offer, Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.records import Activity

NAME = "continuity"


def key(activity: Activity) -> str:
    """What the bonus is called in a plan."""
    return f"{activity.name} continues"


def keys(facts: Facts) -> Iterator[str]:
    return (key(activity) for activity in facts.activities.values() if activity.same_people)


def offers(replay: Replay, conflict: str, node: int) -> Iterator[tuple[str, Offer]]:
    """Social gain, as far as the same people met in this period and in the one before."""
    parent, value = replay.parent(node), replay.facts.parameter[NAME, "value"]
    if parent is None:
        return
    for activity in replay.decisions.of(conflict, node):
        if activity.same_people:
            most = min(replay.output[activity.name, node], replay.output.get((activity.name, parent), Fraction(0)))
            worth = value * effects.potential(replay, activity, "social", node)
            yield key(activity), Offer(NAME, most, (("social", worth),), into_ideas=False)


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_offer(replay, NAME, keys(replay.facts), "the lesser output of this period and the one before")
    yield from blamed(replay, NAME)
