"""Only governments sign, only in talks that get somewhere, and only over an open channel (W2.6 A5)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from models.audit.closed_embassy import open_share
from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words
from models.kinds import SIGNING
from models.records import Activity, Milestone

NAME = "signature"


def signs(activity: Activity) -> bool:
    return activity.official and activity.kind in SIGNING


def check(replay: Replay) -> Iterator[Violation]:
    milestones = {milestone.name: milestone for milestone in replay.instance.milestones}
    for name, node in sorted(replay.decisions.signed):
        if name in milestones and 0 <= node < len(replay.facts.tree):
            yield from _signing(replay, milestones[name], node)


def _signing(replay: Replay, milestone: Milestone, node: int) -> Iterator[Violation]:
    conflict = milestone.conflict
    talks = [work.name for work in replay.decisions.of(conflict, node) if signs(work)]
    least = replay.facts.parameter[NAME, "output"]
    if not talks:
        yield Violation(NAME, node, milestone.name, "official negotiation or mediation that runs", "none")
    elif (output := sum((replay.output[name, node] for name in talks), Fraction(0))) < least - TOLERANCE:
        expected = f"official negotiation or mediation with an output of at least {words(least)}"
        yield Violation(NAME, node, milestone.name, expected, words(output))
    parties = replay.facts.parties[conflict]
    for one, other in combinations(parties, 2):
        share = open_share(replay, conflict, one, other, node)
        if share is not None and share < 1 - TOLERANCE:
            expected = f"an open or relieved channel between {one} and {other}"
            yield Violation(NAME, node, milestone.name, expected, f"{words(share)} of one")
