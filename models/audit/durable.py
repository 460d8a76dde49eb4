"""Political progress that lasts: the least of what has been reached and of what two rules allow to last."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import coercion, power_asymmetry
from models.audit.state import Replay
from models.records import Conflict


def advance(replay: Replay, conflict: Conflict, node: int) -> None:
    """Durable progress at ``node``, and at a leaf at the end."""
    name = conflict.name
    limits = (limit for _, limit in allowed(replay, conflict, node))
    replay.durable[name, node] = min((replay.progress[name, "political", node], *limits))
    if (name, "political", node) in replay.end:
        limits = (limit for _, limit in allowed(replay, conflict, node, at_end=True))
        replay.end_durable[name, node] = min((replay.end[name, "political", node], *limits))


def allowed(replay: Replay, conflict: Conflict, node: int, *, at_end: bool = False) -> Iterator[tuple[str, Fraction]]:
    """Each rule that is awake, with how much political progress it allows to last."""
    name = conflict.name
    lasting = (replay.end_lasting if at_end else replay.lasting).get((name, node))
    if lasting is not None:
        yield coercion.NAME, lasting
    social = (replay.end if at_end else replay.progress)[name, "social", node]
    limit = power_asymmetry.limit(replay, conflict, social, node)
    if limit is not None:
        yield power_asymmetry.NAME, limit
