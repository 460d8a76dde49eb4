"""Core: a milestone is signed once on a path, with the progress it needs, and only then opens what it unlocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from models.audit.state import Replay
from models.audit.thresholds import MILESTONES, blamed
from models.audit.violation import Violation

NAME = MILESTONES


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
    yield from _signings(replay)
    yield from _locked(replay)


def _signings(replay: Replay) -> Iterator[Violation]:
    tree, signed = replay.facts.tree, replay.decisions.signed
    known = {milestone.name for milestone in replay.instance.milestones}
    entries = Counter((signing.milestone, signing.node) for signing in replay.plan.signings)
    for (name, node), count in entries.items():
        if name not in known or not 0 <= node < len(tree):
            yield Violation(NAME, node, name, "a milestone and a node", "none such")
        elif count > 1 or any((name, earlier) in signed for earlier in tree.path(node)[:-1]):
            yield Violation(NAME, node, name, "signed at most once on a path", "signed again")


def _locked(replay: Replay) -> Iterator[Violation]:
    """Starts of work that no milestone has unlocked yet."""
    tree, signed = replay.facts.tree, replay.decisions.signed
    keys: dict[str, list[str]] = {}
    for milestone in replay.instance.milestones:
        for activity in milestone.unlocks:
            keys.setdefault(activity, []).append(milestone.name)
    for activity, node in replay.decisions.works:
        if activity in keys and replay.decisions.starts(activity, node):
            before = tree.path(node)[:-1]
            if not any((name, at) in signed for name in keys[activity] for at in before):
                expected = f"a start only after {' or '.join(keys[activity])} was signed"
                yield Violation(NAME, node, activity, expected, "a start before that")
