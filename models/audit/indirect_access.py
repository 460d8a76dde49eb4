"""Where nobody may enter, aid workers and clergy open the way (S15.4 K7 A7)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import stocks
from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.kinds import FIELD, INDIRECT
from models.records import Activity

NAME = "indirect_access"
MOST = None
EVERYWHERE = ""
"""The area that is the whole conflict; others are called by their party."""


def builds(facts: Facts, activity: Activity) -> Iterator[tuple[str, Fraction]]:
    """Indirect work opens the whole conflict, and the areas of its parties (of everybody where it names none)."""
    if activity.kind in INDIRECT and ("access", activity.conflict) in facts.conditions:
        areas = (EVERYWHERE, *(activity.parties or facts.named[activity.conflict]))
        yield from ((area, facts.instance.quarters) for area in areas)


def concerns(facts: Facts, activity: Activity) -> bool:
    needs_access = activity.kind in FIELD if activity.needs_access is None else activity.needs_access
    return needs_access and ("access", activity.conflict) in facts.conditions


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    facts, conflict, least = replay.facts, activity.conflict, None
    for area in (EVERYWHERE, *activity.parties):
        where = (area,) if area else ()
        access = facts.level["access", conflict, node, *where]
        if access < 1:
            opened = stocks.before(replay, (NAME, conflict, area), node) / facts.parameter[NAME, "threshold"]
            least = access + opened if least is None else min(least, access + opened)
    return least


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "it is not let in, and too little indirect work has opened the way")
