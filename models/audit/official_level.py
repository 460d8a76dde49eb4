"""Sending a minister, or the head of state, is a signal; so is sending a clerk again (L1 L2 L3).

No decision can break this rule; a milestone, a target or a score that overlooks a signal does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from models.audit.state import Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.kinds import LEVELS
from models.records import Activity

NAME = "official_level"


class Shown(NamedTuple):
    """The highest rank there ever was on the path, and the highest when ranked talks were last on; 0: no talks yet."""

    ever: int
    last: int


def rank(activity: Activity) -> int:
    """1 low, 2 minister, 3 head; 0 for what is no talks, or does not say."""
    return LEVELS.index(activity.level) + 1 if activity.talks and activity.level else 0


def advance(replay: Replay, conflict: str, node: int) -> None:
    """Remember the level of the talks at ``node``, and gain or lose political progress where it changes."""
    ranked = [activity for activity in replay.facts.members[conflict] if rank(activity)]
    if not ranked or not replay.awake(NAME):
        return
    before, parent = _before(replay, conflict, ranked), replay.parent(node)
    if parent is not None:
        before = replay.shown[conflict, parent]
    on = [activity for activity in ranked if replay.decisions.on(activity.name, node)]
    if not on:
        replay.shown[conflict, node] = before
        return
    now = max(map(rank, on))
    replay.shown[conflict, node] = Shown(max(before.ever, now), now)
    # First talks of all rise from nothing, which is no signal: somebody lower has to have talked before.
    for risen in range(before.ever + 1, now + 1) if before.ever else ():
        outputs = (replay.output[activity.name, node] for activity in on if rank(activity) >= risen)
        gain = replay.facts.parameter[NAME, "rise"] * min(Fraction(1), sum(outputs, Fraction(0)))
        replay.at_once[conflict, "political", node] += gain
    if (fallen := before.last - now) > 0:
        replay.at_once[conflict, "political", node] -= replay.facts.parameter[NAME, "fall"] * fallen


def _before(replay: Replay, conflict: str, ranked: list[Activity]) -> Shown:
    """Before the root: the level of running talks."""
    running = max((rank(activity) for activity in ranked if replay.decisions.on(activity.name, None)), default=0)
    return Shown(running, running)


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
