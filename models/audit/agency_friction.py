"""Ministries get in each other's way (N13).

Friction costs points of score and forbids nothing; where cost is minimised it does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay, Short
from models.audit.thresholds import blamed
from models.audit.violation import Violation

NAME = "agency_friction"


def advance(replay: Replay, conflict: str, node: int) -> None:
    """How many agencies beyond the first take part in official work at ``node``."""
    if not replay.awake(NAME):
        return
    working = (work for work in replay.decisions.of(conflict, node) if work.official)
    agencies = {agency for work in working for agency in work.agencies}
    if len(agencies) > 1:
        replay.short[Short(NAME, conflict, node)] = Fraction(len(agencies) - 1)


def points(facts: Facts, subject: str) -> Fraction:
    return facts.parameter[NAME, "cost"]


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
