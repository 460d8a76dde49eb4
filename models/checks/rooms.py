"""Limits of kind cover: rooms that no work on offer could ever be."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.checks.finding import Finding, at, number
from models.checks.sound import Sound
from models.instance import exact
from models.records import Limit


def rooms(sound: Sound) -> Iterator[Finding]:
    if not sound.complete("activity", "conflict", "rule", "scenario") or not sound.awake("stakeholders"):
        return
    for limit in sound.instance.limits:
        nodes = [] if limit.kind != "cover" else list(_nodes(sound, limit))
        needed = exact(limit.amount) - exact(limit.already)
        if limit.kind == "cover" and needed <= 0:
            expected = f"more than what others do already, {number(limit.already)}"
            yield at(limit, "amount", "idle_limit", expected=expected, found=number(limit.amount))
            continue
        short = [(node, most) for node in nodes if (most := _most(sound, limit, node)) < needed]
        if short and (limit.hard or len(short) == len(nodes)):
            node, most = max(short, key=lambda each: each[1]) if not limit.hard else short[0]
            yield at(
                limit,
                "amount",
                "cover_never" if limit.hard else "cover_doubtful",
                expected=f"at most {number(float(most))}, all such work on offer in {sound.instance.label(node)}",
                found=number(float(needed)),
            )


def _nodes(sound: Sound, limit: Limit) -> Iterator[int]:
    instance = sound.instance
    window = instance.calendar.window(limit.begin, limit.end)
    for node in instance.tree:
        if node.period in window and instance.holds(limit.scenario, node.index):
            yield node.index


def _most(sound: Sound, limit: Limit, node: int) -> Fraction:
    """All outputs that such work could have at the node, added up."""
    instance = sound.instance
    here = (
        work
        for work in instance.activities
        if instance.tree[node].period in sound.windows[work.name] and instance.matches(work, limit.who, limit.conflict)
    )
    return sum((instance.response(work)[-1][1] for work in here), Fraction(0))
