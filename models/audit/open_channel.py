"""Someone must be talking in confrontation and war (S2.11 W1.2).

A missing channel costs points of score; where cost is minimised it is not allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay, Short
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.kinds import CHANNELS
from models.records import Activity

NAME = "open_channel"


def is_channel(activity: Activity) -> bool:
    return activity.channel or activity.kind in CHANNELS


def advance(replay: Replay, conflict: str, node: int) -> None:
    """Whether a channel is missing at ``node``; never where the rule sleeps."""
    facts = replay.facts
    if not replay.awake(NAME) or facts.phase[conflict, node] not in ("confrontation", "war"):
        return
    channels = [activity for activity in facts.members[conflict] if is_channel(activity)]
    offered = any(_on_offer(replay, channel, node) for channel in channels)
    if offered and not any(_talks(replay, channel, node) for channel in channels):
        replay.short[Short(NAME, conflict, node)] = Fraction(1)


def _on_offer(replay: Replay, channel: Activity, node: int) -> bool:
    earlier = channel.unofficial and channel.status != "running"
    return replay.facts.on_offer(channel, node, earlier=earlier, still=True)


def _talks(replay: Replay, channel: Activity, node: int) -> bool:
    """Unofficial channels count from their second period on."""
    on = replay.decisions.on(channel.name, node)
    return on and not (channel.unofficial and replay.decisions.starts(channel.name, node))


def points(facts: Facts, subject: str) -> Fraction:
    return facts.parameter[NAME, "shortfall_cost"]


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
    if replay.objective == "cost":
        for rule, conflict, node in replay.short:
            if rule == NAME:
                yield Violation(NAME, node, conflict, "a channel of communication", "none")
