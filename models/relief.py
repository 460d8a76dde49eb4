"""Closed pairs of parties, and the work that stands in for their missions (closed_embassy, signature)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from pulp import LpAffineExpression

from models.instance import Instance
from models.kinds import RELIEVING
from models.model import Model, total
from models.records import Activity


def closed_pairs(instance: Instance, parties: Iterable[str], node: int) -> Iterator[tuple[str, str, float]]:
    """Pairs of ``parties`` whose missions are closed, with the share of the period, above 0 to 1."""
    for one, other in combinations(sorted(set(parties)), 2):
        share = float(instance.closed(one, other, node))
        if share:
            yield one, other, share


def relieves(activity: Activity, conflict: str, pair: tuple[str, str]) -> bool:
    """Whether the work can stand in for the missions of the pair."""
    return activity.kind in RELIEVING and activity.conflict == conflict and set(pair) <= set(activity.parties)


def relief(model: Model, conflict: str, pair: tuple[str, str], node: int) -> LpAffineExpression:
    """What stands in for the pair's missions at the node: coverage of each relieving kind times ``on``."""
    return total(
        model.parameter("closed_embassy", activity.kind) * model.on(activity, node)
        for activity in model.of_conflict(conflict)
        if relieves(activity, conflict, pair)
    )
