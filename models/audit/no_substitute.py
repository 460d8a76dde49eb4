"""Track Two supplements, never replaces: without official work, political gain soon ends (W2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import landing
from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words

NAME = "no_substitute"


def official_runs(replay: Replay, conflict: str, node: int) -> bool:
    """Whether governments do enough to count; a token does not."""
    works = [work.name for work in replay.decisions.of(conflict, node) if work.official]
    done = sum((replay.output[name, node] for name in works), Fraction(0))
    return bool(works) and done >= replay.facts.parameter[NAME, "output"] - TOLERANCE


def room(
    replay: Replay, conflict: str, node: int, *, now: Fraction = Fraction(1), ahead: bool = False
) -> Fraction | None:
    """What may still be gained without official work, of which the share ``now`` counts at ``node``; None: no limit.

    With ``ahead`` the rest, and what is on its way already, has to find room as if no official work ran by then.
    """
    if not replay.awake(NAME):
        return None
    runs = official_runs(replay, conflict, node)
    counts = (Fraction(0) if runs else now) + (1 - now if ahead else 0)
    if not counts:
        return None
    left = replay.facts.parameter[NAME, "limit"]
    if not runs:
        left -= _before(replay, conflict, node) + replay.alone_gain[conflict, node]
    if ahead:
        left -= replay.facts.parameter["core", "ideas_worth"] * landing.late(replay, conflict, landing.CARRIED, node)
    return max(Fraction(0), left) / counts


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
