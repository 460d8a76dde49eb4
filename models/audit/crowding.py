"""Too many mediators spoil the talks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay, Short
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.kinds import MEDIATING

NAME = "crowding"


def advance(replay: Replay, conflict: str, node: int) -> None:
    """How many mediate, on any track, beyond those a conflict bears."""
    if not replay.awake(NAME):
        return
    mediating = sum(work.kind in MEDIATING for work in replay.decisions.of(conflict, node))
    if (excess := mediating - replay.facts.parameter[NAME, "mediators"]) > 0:
        replay.short[Short(NAME, conflict, node)] = excess


def points(facts: Facts, subject: str) -> Fraction:
    return facts.parameter[NAME, "cost"]


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
