"""Nothing is signed before each side has gained something (O12 S2.15)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words
from models.instance import exact
from models.records import Activity

NAME = "every_side_gains"
MOST = None


def builds(facts: Facts, activity: Activity) -> Iterator[tuple[str, Fraction]]:
    """Work of any track may be of use to some parties."""
    yield from ((party, exact(gain) * facts.instance.quarters) for party, gain in activity.gains)


def gains(replay: Replay, conflict: str, node: int) -> dict[str, Fraction]:
    """What each party has gained by ``node``; empty in a conflict where nobody counts gains."""
    if not replay.awake(NAME) or not any(work.gains for work in replay.facts.members[conflict]):
        return {}
    found = {party: (NAME, conflict, party) for party in replay.facts.parties[conflict]}
    return {party: replay.stocks.get((stock, node), Fraction(0)) for party, stock in found.items()}


def check(replay: Replay) -> Iterator[Violation]:
    milestones = {milestone.name: milestone.conflict for milestone in replay.instance.milestones}
    least = replay.facts.parameter[NAME, "least"]
    for name, node in sorted(replay.decisions.signed):
        if name in milestones and 0 <= node < len(replay.facts.tree):
            for party, gain in gains(replay, milestones[name], node).items():
                if gain < least - TOLERANCE:
                    yield Violation(NAME, node, name, f"a gain of at least {words(least)} for {party}", words(gain))
