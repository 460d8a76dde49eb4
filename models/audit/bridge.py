"""A former president carries ideas upstairs: from every unofficial room into every official one (S15.1)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import transfer
from models.audit.state import Replay, Route
from models.audit.violation import TOLERANCE, Violation, words
from models.records import Activity

NAME = "bridge"


def key(activity: Activity) -> str:
    """What transfers over the bridge are called."""
    return f"{activity.name} bridges"


def bridges(replay: Replay, conflict: str) -> tuple[Activity, ...]:
    members = replay.facts.members[conflict]
    return tuple(activity for activity in members if activity.bridges and activity.track == "T1.5")


def routes(replay: Replay, conflict: str, node: int) -> dict[str, Route]:
    """Bridges with the most each carries at ``node``; None where nothing is in the way of ideas."""
    found: dict[str, Route] = {}
    works = bridges(replay, conflict) if replay.awake(NAME) else ()
    for bridge in works:
        most = _carries(replay, bridge, node) if replay.awake(transfer.NAME) else None
        found[key(bridge)] = Route(most, transfer.AT_ONCE)
    return found


def _carries(replay: Replay, bridge: Activity, node: int) -> Fraction:
    rate = replay.facts.parameter[NAME, "capacity"] * replay.facts.instance.quarters
    output = replay.output.get((bridge.name, node), Fraction(0))
    if not rate or not output:
        return Fraction(0)
    rooms = (
        transfer.listens(replay.facts, activity, node) * replay.output[activity.name, node]
        for activity in replay.decisions.of(bridge.conflict, node)
        if activity.talks
    )
    return rate * min(output, sum(rooms, Fraction(0)), transfer.fresh(replay, bridge.conflict, node))


def check(replay: Replay) -> Iterator[Violation]:
    bridging = {(name, key(work)) for name in replay.facts.members for work in bridges(replay, name)}
    for (conflict, link, node), amount in (replay.decisions.transfers or {}).items():
        cap = replay.transfer_cap.get((conflict, link, node))
        if (conflict, link) in bridging and cap is not None and amount > cap + TOLERANCE:
            yield Violation(NAME, node, link, f"at most {words(cap)} ideas carried over the bridge", words(amount))
