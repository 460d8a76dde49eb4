"""Missions close when they are needed most (W1.2); envoys, protecting powers and business stand in (N5 A3 K3 S2.11)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation
from models.kinds import CHANNELS, RELIEVING
from models.records import Activity

NAME = "closed_embassy"


def needs_channel(activity: Activity) -> bool:
    """Official work of the parties themselves, unless it is a channel; a stated yes or no goes before that."""
    if activity.needs_channel is not None:
        return activity.needs_channel
    own = not activity.sponsor or activity.sponsor in activity.parties
    return activity.official and own and activity.kind not in CHANNELS


def open_share(replay: Replay, conflict: str, one: str, other: str, node: int) -> Fraction | None:
    """How far the channel between two parties is open: by missions or by what relieves it; None: nothing is closed."""
    closed = replay.facts.closed[one, other, node]
    if not closed:
        return None
    relief = (
        replay.facts.parameter[NAME, activity.kind]
        for activity in replay.decisions.of(conflict, node)
        if activity.kind in RELIEVING and {one, other} <= set(activity.parties)
    )
    return 1 - closed + sum(relief, Fraction(0))


def concerns(facts: Facts, activity: Activity) -> bool:
    return len(activity.parties) > 1 and needs_channel(activity)


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    shares = (
        open_share(replay, activity.conflict, one, other, node) for one, other in combinations(activity.parties, 2)
    )
    return min((share for share in shares if share is not None), default=None)


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "missions are closed and little stands in for them")
