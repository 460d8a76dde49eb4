"""Whatever costs points of score: things that are missing, and nuisances. Each rule says how much of them there is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from types import ModuleType

from models.audit import (
    agency_friction,
    crowding,
    expectations,
    interference,
    open_channel,
    prevention,
    share,
    stakeholders,
)
from models.audit.state import Replay, Short

BY_PERIOD: dict[str, ModuleType] = {
    rule.NAME: rule
    for rule in (open_channel, agency_friction, interference, crowding, stakeholders, expectations, prevention)
}
"""Rules that cost ``points`` a quarter for one of what they count; ``share`` costs once, at the end of a path."""
PENALISING: tuple[str, ...] = (share.NAME, *BY_PERIOD)


def advance(replay: Replay, node: int) -> None:
    """What is missing, or a nuisance, at ``node``."""
    stakeholders.advance(replay, node)
    interference.advance(replay, node)
    for conflict in replay.instance.conflicts:
        for rule in (open_channel, agency_friction, crowding, expectations):
            rule.advance(replay, conflict.name, node)
        prevention.advance(replay, conflict, node)


def penalties(replay: Replay) -> Iterator[tuple[Short, Fraction]]:
    """Each of them with the points it costs, weighed by probability and present value."""
    facts = replay.facts
    rates: dict[tuple[str, str], Fraction] = {}
    for short, amount in replay.short.items():
        if short.rule == share.NAME:
            yield short, share.points(replay, short.node) * amount
            continue
        key = (short.rule, short.subject)
        if key not in rates:
            rates[key] = BY_PERIOD[short.rule].points(facts, short.subject) * facts.instance.quarters
        yield short, facts.tree[short.node].probability * facts.discount[short.node,] * rates[key] * amount
