"""A third party is taken for its home state (W15.1 W15.2)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.kinds import Category
from models.records import Activity

NAME = "home_state"


def concerns(facts: Facts, activity: Activity) -> bool:
    meets_hostility = ("hostility", activity.conflict) in facts.conditions
    return activity.track == "T1.5" and bool(activity.home) and meets_hostility


def changes(facts: Facts, activity: Activity) -> bool:
    return concerns(facts, activity)


def hostility(facts: Facts, activity: Activity, node: int) -> Fraction:
    """Greatest hostility of the home state to a party at the table, or in the conflict where none is named."""
    conflict, home = activity.conflict, activity.home or ""
    parties = activity.parties or facts.parties[conflict]
    return max((facts.level["hostility", conflict, node, home, party] for party in parties), default=Fraction(0))


def factor(facts: Facts, activity: Activity, category: Category, node: int) -> Fraction:
    """What hostility leaves of the effects of the work."""
    return 1 - facts.parameter[NAME, "weight"] * hostility(facts, activity, node)


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    """Nothing is achieved above the bar."""
    barred = hostility(replay.facts, activity, node) > replay.facts.parameter[NAME, "bar"]
    return Fraction(0) if barred else None


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "its home state is too hostile to those at the table")
    yield from blamed(replay, NAME)
