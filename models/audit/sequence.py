"""First this, then that, or never both (O4 O9 A1 X8)."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from models.audit.state import Replay
from models.audit.violation import Violation
from models.instance import exact
from models.records import Link

NAME = "sequence"


def check(replay: Replay) -> Iterator[Violation]:
    checks = {"follows": _follows, "requires": _requires, "excludes": _excludes}
    for link in replay.instance.links:
        if link.kind in checks:
            yield from checks[link.kind](replay, link)


def _follows(replay: Replay, link: Link) -> Iterator[Violation]:
    """The first starts only where the second has run, is off, and has been off for the lag."""
    decisions, tree = replay.decisions, replay.facts.tree
    lag = ceil(exact(link.lag or 0) / replay.instance.quarters)
    for node in _nodes(replay, link.name):
        if not decisions.starts(link.name, node):
            continue
        path: list[int | None] = [None, *tree.path(node)]
        has_run = any(decisions.on(link.other, at) for at in path)
        still = any(decisions.on(link.other, at) for at in path[-1 - lag :])
        if not has_run or still:
            expected = f"a start only after {link.other} has run" + (f" and {lag} period(s) more" if lag else "")
            yield Violation(NAME, node, link.name, expected, "it still runs or just ended" if has_run else "it has not")


def _requires(replay: Replay, link: Link) -> Iterator[Violation]:
    for node in _nodes(replay, link.name):
        if not replay.decisions.on(link.other, node):
            yield Violation(NAME, node, link.name, f"to run only while {link.other} runs", f"{link.other} is off")


def _excludes(replay: Replay, link: Link) -> Iterator[Violation]:
    """Reported where the later of the two runs."""
    for one, other in ((link.name, link.other), (link.other, link.name)):
        for node in _nodes(replay, one):
            if any(replay.decisions.on(other, at) for at in replay.facts.tree.path(node)):
                yield Violation(NAME, node, one, f"never both {link.name} and {link.other}", f"{other} ran or runs")


def _nodes(replay: Replay, name: str) -> Iterator[int]:
    return (node for activity, node in replay.decisions.works if activity == name)
