"""Track Two supplements, never replaces: without official work, political gain soon ends (W2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words

NAME = "no_substitute"


def official_runs(replay: Replay, conflict: str, node: int) -> bool:
    return any(activity.official and activity.conflict == conflict for activity in replay.decisions.at[node])


def room(replay: Replay, conflict: str, node: int) -> Fraction | None:
    """What may still be gained at ``node`` without official work; None: no limit."""
    if not replay.awake(NAME) or official_runs(replay, conflict, node):
        return None
    limit = replay.facts.parameter[NAME, "limit"]
    return max(Fraction(0), limit - _before(replay, conflict, node) - replay.alone_gain[conflict, node])


def _before(replay: Replay, conflict: str, node: int) -> Fraction:
    parent = replay.parent(node)
    return Fraction(0) if parent is None else replay.alone[conflict, parent]


def advance(replay: Replay, conflict: str, node: int) -> None:
    alone = _before(replay, conflict, node) + replay.alone_gain[conflict, node]
    replay.alone[conflict, node] = Fraction(0) if official_runs(replay, conflict, node) else alone


def check(replay: Replay) -> Iterator[Violation]:
    limit = replay.facts.parameter[NAME, "limit"]
    for (conflict, node), alone in replay.alone.items():
        if alone > limit + TOLERANCE and replay.alone_gain[conflict, node] > 0:
            expected = f"political gain of at most {words(limit)} since official work last ran"
            yield Violation(NAME, node, conflict, expected, words(alone))
