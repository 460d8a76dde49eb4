"""No official opening while a government campaigns, and slower talks (W1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation, words
from models.kinds import CHANNELS
from models.records import Activity

NAME = "electoral_cycle"
BAN = Fraction(1, 2)


def blackout(facts: Facts, activity: Activity, node: int) -> Fraction:
    """Greatest blackout among those who vote: a third party's own vote, else those at the table and their sponsor."""
    voters = {activity.sponsor} if activity.third_party else {*activity.parties, activity.sponsor}
    return max((facts.blackout[who, node] for who in voters if who), default=Fraction(0))


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.official


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    share = blackout(replay.facts, activity, node)
    return 1 - replay.facts.parameter[NAME, "slowdown"] * share if share else None


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "a vote slows official work")
    for name, node in replay.decisions.works:
        activity = replay.facts.activities[name]
        if not activity.official or activity.kind in CHANNELS or activity.status == "committed":
            continue
        if replay.decisions.starts(name, node) and (share := blackout(replay.facts, activity, node)) >= BAN:
            found = f"a start with {words(share)} of the period in it"
            yield Violation(NAME, node, name, "no start in the blackout of a vote", found)
