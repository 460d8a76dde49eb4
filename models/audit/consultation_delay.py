"""Officials must ask home first: the effects of official work land later (W1.3b).

No decision can break this rule; a milestone, a target or a score that counts on effects before they land does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.state import Landing, Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation

NAME = "consultation_delay"


def landing(replay: Replay) -> Landing:
    """When the effects of official work land: (periods later, share)."""
    delay = replay.facts.parameter[NAME, "delay"] if replay.awake(NAME) else Fraction(0)
    return replay.facts.instance.landing(delay)


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
