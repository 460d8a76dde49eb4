"""Only governments have carrots and sticks; work that needs leverage gets little done without them (N8 N9 S1.2 A8)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.caps import above_cap
from models.audit.state import Landing, Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.kinds import CARROTS, STICKS
from models.records import Activity

NAME = "inducement"


def is_inducement(activity: Activity) -> bool:
    return activity.kind in CARROTS or activity.kind in STICKS


def is_stick(activity: Activity) -> bool:
    return activity.kind in STICKS


def stick_landing(replay: Replay) -> Landing:
    """When the cost of a stick lands."""
    return replay.facts.instance.landing(replay.facts.parameter[NAME, "stick_lag"])


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    """The cap of work marked as needing leverage; the outputs of carrots and sticks at the node are known by then.

    A carrot or stick that is itself so marked counts towards its own cap, which therefore never binds.
    """
    if not activity.leverage or is_inducement(activity):
        return None
    unaided = replay.facts.parameter[NAME, "unaided"]
    helped = (
        replay.output[other.name, node]
        for other in replay.decisions.at[node]
        if other.conflict == activity.conflict and is_inducement(other)
    )
    return unaided + (1 - unaided) * sum(helped, Fraction(0))


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "carrots and sticks give no more leverage")
    yield from blamed(replay, NAME)
