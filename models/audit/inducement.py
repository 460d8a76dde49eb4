"""Only governments have carrots and sticks; work that needs leverage gets little done without them (N8 N9 S1.2 A8)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import landing
from models.audit.caps import above_cap
from models.audit.facts import Facts
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
    """When the cost of a stick lands: (periods later, share)."""
    return replay.facts.instance.landing(replay.facts.parameter[NAME, "stick_lag"])


def send(replay: Replay, stick: Activity, node: int) -> None:
    """Set in motion the trust that a stick will cost."""
    cost = replay.facts.parameter[NAME, "stick_cost"] * replay.facts.instance.quarters
    landing.send(replay, (stick.conflict, "social", NAME), node, -cost * replay.output[stick.name, node])


def concerns(facts: Facts, activity: Activity) -> bool:
    """Work marked as needing leverage, unless it is leverage itself."""
    return activity.leverage and not is_inducement(activity)


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    """The outputs of carrots and sticks at the node are known by then."""
    unaided = replay.facts.parameter[NAME, "unaided"]
    helped = (
        replay.output[other.name, node]
        for other in replay.decisions.of(activity.conflict, node)
        if is_inducement(other)
    )
    return unaided + (1 - unaided) * sum(helped, Fraction(0))


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "carrots and sticks give no more leverage")
    yield from blamed(replay, NAME)
