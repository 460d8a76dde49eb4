"""Power buries the weaker side's issues: what is agreed over its head does not last (W1.1b O6 Q4).

No decision can break this rule; a milestone, a target or a score that takes all political progress for durable does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.instance import exact
from models.records import Activity, Conflict

NAME = "power_asymmetry"
MOST = None


def builds(facts: Facts, activity: Activity) -> Iterator[tuple[str, Fraction]]:
    """Equalising work lifts what can last."""
    if activity.equalising:
        yield "", exact(activity.equalising) * facts.instance.quarters


def limit(replay: Replay, conflict: Conflict, social: Fraction, node: int) -> Fraction | None:
    """How much political progress can last beside ``social`` progress; None: all of it."""
    asymmetry = exact(conflict.power_asymmetry)
    if not asymmetry or not replay.awake(NAME):
        return None
    equalised = replay.stocks.get(((NAME, conflict.name, ""), node), Fraction(0))
    return 1 - asymmetry + replay.facts.parameter[NAME, "social_lift"] * social + equalised


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
