"""Women, the young, each region and each issue have a room (Q2 Q3 O7 O8 O10).

A missing room costs points of score; where it is required, or cost is minimised, it is not allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.matching import matches
from models.audit.state import Replay, Short
from models.audit.thresholds import blamed
from models.audit.violation import TOLERANCE, Violation, words
from models.instance import exact
from models.records import Limit

NAME = "stakeholders"


def limits(facts: Facts) -> tuple[Limit, ...]:
    return tuple(limit for limit in facts.instance.limits if limit.kind == "cover")


def advance(replay: Replay, node: int) -> None:
    if replay.awake(NAME):
        for limit in limits(replay.facts):
            if holds(replay.facts, limit, node) and (room := spare(replay, limit, node)) < 0:
                replay.short[Short(NAME, limit.name, node)] = -room


def holds(facts: Facts, limit: Limit, node: int) -> bool:
    """Whether the room has to be there at the node."""
    window = facts.instance.calendar.window(limit.begin, limit.end)
    return facts.tree[node].period in window and facts.instance.holds(limit.scenario, node)


def spare(replay: Replay, limit: Limit, node: int) -> Fraction:
    """Works at full output beyond those needed; negative: how many are missing."""
    works = (work for work in replay.decisions.at[node] if matches(limit, limit.who, work))
    done = sum((replay.output[work.name, node] for work in works), Fraction(0))
    return done + exact(limit.already) - exact(limit.amount)


def points(facts: Facts, subject: str) -> Fraction:
    return facts.parameter[NAME, "cost"]


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
    required = {limit.name for limit in limits(replay.facts) if limit.hard or replay.objective == "cost"}
    for (rule, subject, node), missing in replay.short.items():
        if rule == NAME and subject in required and missing > TOLERANCE:
            yield Violation(
                NAME, node, subject, "a room, that is enough work at full output", f"{words(missing)} too little"
            )
