"""Ministries get in each other's way (N13).

Friction costs points of score and forbids nothing; where cost is minimised it does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.audit.state import Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation

NAME = "agency_friction"


def advance(replay: Replay, conflict: str, node: int) -> None:
    """How many agencies beyond the first take part in official work at ``node``."""
    if not replay.awake(NAME):
        return
    working = (work for work in replay.decisions.at[node] if work.official and work.conflict == conflict)
    agencies = {agency for work in working for agency in work.agencies}
    if len(agencies) > 1:
        replay.friction[conflict, node] = len(agencies) - 1


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
