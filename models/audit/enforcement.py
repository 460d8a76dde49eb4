"""No guarantor, no implementation: what was signed is put into practice while, or soon after, one works (W15.4)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.records import Activity

NAME = "enforcement"


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.kind == "implementation"


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    facts = replay.facts
    guarantors = [other for other in facts.members[activity.conflict] if other.kind == "guarantor" and other.official]
    if not any(facts.on_offer(guarantor, node) for guarantor in guarantors):
        return None
    recent = facts.recent(node, facts.parameter[NAME, "window"])
    return Fraction(sum(replay.decisions.on(guarantor.name, at) for guarantor in guarantors for at in recent))


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "no guarantor works or worked of late")
