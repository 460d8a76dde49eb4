"""What the search found, as a plan anybody can audit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from models.instance import Instance
from models.plan import Bonus, Grant, Plan, Signing, Transfer, Work
from tests.search.runs import Run, starts


class Found(NamedTuple):
    """The best plan; ``value`` is its score, or its expected cost under the objective *cost*."""

    value: float
    plan: Plan


def write(
    instance: Instance,
    without: frozenset[str],
    sets: dict[tuple[str, str], Run],
    values: dict[Any, float],
) -> Plan:
    """The plan of chosen runs and signings and of the values, whole money among them, of the linear remainder."""
    place = {work.name: number for number, work in enumerate(instance.activities)}
    cells = ((work.name, node) for work in instance.activities for node in sets["run", work.name])
    order = sorted(cells, key=lambda cell: (cell[1], place[cell[0]]))
    begun = {work.name: starts(instance, work, sets["run", work.name]) for work in instance.activities}
    works = []
    for name, node in order:
        start = node in begun[name]
        output = min(1.0, max(0.0, values["output", name, node]))
        setup = instance.setup(instance.activity(name)) if start else 0
        works.append(Work(name, node, round(values["spend", name, node]), setup, output, start))
    return Plan(
        works=tuple(works),
        grants=tuple(
            Grant(funder.name, name, node, amount)
            for name, node in order
            for funder in instance.funders
            if (amount := round(values["grant", funder.name, name, node]))
        ),
        signings=tuple(
            Signing(stone.name, node)
            for node in range(len(instance.tree))
            for stone in instance.milestones
            if node in sets["signed", stone.name]
        ),
        transfers=tuple(
            Transfer(conflict, node, amount, link) for (_, conflict, link, node), amount in named("transfer", values)
        ),
        bonuses=tuple(Bonus(link, node, min(1.0, level)) for (_, link, node), level in named("bonus", values)),
        without=without,
    )


def named(word: str, values: dict[Any, float]) -> Iterator[tuple[Any, float]]:
    found = (
        (key, value) for key, value in values.items() if isinstance(key, tuple) and key[0] == word and value > 1e-12
    )
    return iter(sorted(found, key=lambda item: item[0][-1]))
