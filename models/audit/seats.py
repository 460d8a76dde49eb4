"""As many chairs on each side (Q4)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.instance import exact
from models.records import Activity

NAME = "seats"


def uneven(facts: Facts, activity: Activity) -> Fraction:
    """How far the fewest seats of a party fall short of the most, beyond what nobody minds."""
    seats = [exact(number) for _, number in activity.seats]
    if not seats or not max(seats):
        return Fraction(0)
    return max(Fraction(0), 1 - min(seats) / max(seats) - facts.parameter[NAME, "tolerance"])


def concerns(facts: Facts, activity: Activity) -> bool:
    return uneven(facts, activity) > 0


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    """Equalising work makes up for empty chairs, by outputs known by now, and as stated where they are not."""
    lost, helped = uneven(replay.facts, activity), Fraction(0)
    for other in replay.decisions.of(activity.conflict, node):
        if other.equalising and other.name != activity.name:
            key = (other.name, node)
            helped += replay.output.get(key, replay.decisions.output[key] or Fraction(0))
    return 1 - lost + lost * helped


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "one side has too few seats, and too little helps it")
