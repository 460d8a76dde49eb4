"""Officials must ask home first: the effects of official work land later, the lower its level the later (W1.3b L1).

No decision can break this rule; a milestone, a target or a score that counts on effects before they land does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.state import Landing, Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.records import Activity

NAME = "consultation_delay"
WAITS = {"official": "delay", "low": "low_delay", "head": "head_delay"}
"""The parameter that says how long each kind of official work waits."""


def landings(replay: Replay) -> dict[str, Landing]:
    """When the effects of each kind of official work land: (periods later, share)."""
    facts, awake = replay.facts, replay.awake(NAME)
    waits = {how: facts.parameter[NAME, name] if awake else Fraction(0) for how, name in WAITS.items()}
    return {how: facts.instance.landing(wait) for how, wait in waits.items()}


def how(activity: Activity) -> str:
    """Which landing the effects of official work take: that of its level, where the level has one of its own."""
    return activity.level if activity.level in WAITS else "official"


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
