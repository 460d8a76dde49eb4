"""Force is off the table, and no group bears more than it can (O2, N10).

    do_no_harm: Σ_a harm_a(g) * on[a,n] <= ceiling          per conflict, group g and node

The ceiling is the conflict's for the group, else the default. Work that uses force never runs: it has no columns. A row
that holds whatever runs is left out. This is a veto: no gain may buy it off, and it has no price.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import Instance
from models.model import Model, total
from models.records import Activity
from models.rule import Linear, Row, Rule


def bars_work(instance: Instance, activity: Activity) -> bool:
    return activity.force


def rows(model: Model) -> Iterator[Row]:
    default = model.parameter("do_no_harm", "ceiling")
    for number, conflict in enumerate(model.instance.conflicts):
        works, ceilings = model.of_conflict(conflict.name), dict(conflict.harm_ceiling)
        for k, group in enumerate(dict.fromkeys(group for each in works for group, _ in each.harm)):
            ceiling = ceilings.get(group, default)
            for n in range(len(model.instance.tree)):
                harms = [
                    (harm, model.on(each, n))
                    for each in works
                    if (each.name, n) in model.columns.on
                    for hurt, harm in each.harm
                    if hurt == group
                ]
                if sum(harm for harm, _ in harms) > ceiling:
                    terms: list[Linear] = [harm * on for harm, on in harms]
                    yield f"do_no_harm_{k}_c{number}_n{n}", total(terms) <= ceiling


RULE = Rule(
    name="do_no_harm",
    sentence="Force is off the table, and no group bears more than it can.",
    effect="restricts",
    off="no limit to harm",
    claims="O2 N10",
    rows=rows,
    bars_work=bars_work,
    veto=True,
)
