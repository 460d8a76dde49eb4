"""Officials cannot open a taboo issue; unofficial work has to open it first (W1.3a S2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import stocks
from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.records import Activity

NAME = "official_rigidity"
MOST = None


def taboo(facts: Facts, activity: Activity) -> tuple[str, ...]:
    """Issues of the work that officials of its conflict may not open first."""
    return tuple(issue for issue in dict.fromkeys(activity.issues) if issue in facts.taboo[activity.conflict])


def builds(facts: Facts, activity: Activity) -> Iterator[tuple[str, Fraction]]:
    """Unofficial work on an issue opens it, by quarters of full output."""
    if activity.unofficial:
        yield from ((issue, facts.instance.quarters) for issue in taboo(facts, activity))


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.official and bool(taboo(facts, activity))


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    threshold = replay.facts.parameter[NAME, "threshold"]
    issues = taboo(replay.facts, activity)
    return min(stocks.before(replay, (NAME, activity.conflict, issue), node) for issue in issues) / threshold


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "too little unofficial work has opened its issue")
