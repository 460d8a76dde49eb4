"""Uncoordinated efforts get in each other's way, unless somebody keeps each informed of the other (W2.5 C2)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay, Short
from models.audit.thresholds import blamed
from models.audit.violation import Violation

NAME = "interference"


def advance(replay: Replay, node: int) -> None:
    """How far the works of each link clash at ``node``."""
    if not replay.awake(NAME):
        return
    for link in replay.instance.links:
        if link.kind == "interferes" and all(replay.decisions.on(name, node) for name in (link.name, link.other)):
            informed = replay.output.get((link.liaison, node), Fraction(0)) if link.liaison else Fraction(0)
            if informed < 1:
                replay.short[Short(NAME, link.key, node)] = 1 - informed


def points(facts: Facts, subject: str) -> Fraction:
    """The value of the link, or the default."""
    link = next(link for link in facts.instance.links if link.key == subject)
    return facts.link_value(link, NAME, "cost")


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
