from __future__ import annotations

from collections.abc import Iterator
from random import Random

from models.plan import Plan
from models.records import Capacity
from tests.models.audit.sound import Case, sound, with_free
from tests.models.audit.spoiling import refuses


def crowded(seed: int) -> Iterator[tuple[Case, Plan]]:
    """The only desk is taken: one free work uses it at some nodes, the other at the rest, then at one node too many."""
    rng = Random(seed)
    case = sound(seed)
    periods = case.instance.calendar.number
    middle = case.instance.calendar.label(periods // 2)
    rows = rng.choice(
        (
            [Capacity(name="desk", amount=1)],
            [Capacity(name="desk", amount=0.5), Capacity(name="desk", amount=0.5, end=middle)],
            [Capacity(name="desk", amount=1.5, begin=middle)],
        )
    )
    case = case.amended(*rows)
    nodes = [node.index for node in case.instance.tree]
    studied = set(rng.sample(nodes, len(nodes) // 2))
    limit = {node: available(rows, case, node, periods // 2) for node in nodes}
    studied -= {node for node in nodes if limit[node] == 0.5}
    others = {node for node in nodes if limit[node] == 99 or (limit[node] > 0.5 and node not in studied)}
    plan = with_free(case.instance, with_free(case.instance, case.plan, "free study", studied), "free course", others)
    case = case.planned(plan)
    for node in rng.sample(nodes, len(nodes)):
        if node not in others:
            yield case, with_free(case.instance, plan, "free course", others | {node})


def available(rows: list[Capacity], case: Case, node: int, middle: int) -> float:
    """By hand for the three sets of rows above; 99: no limit."""
    period = case.instance.tree[node].period
    if len(rows) == 2:
        return 1 if period <= middle else 0.5
    return 1 if rows[0].amount == 1 else 1.5 if period >= middle else 99


def test_one_work_too_many() -> None:
    refuses("capacity", crowded)
