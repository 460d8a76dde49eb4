"""Nobody pays what they do not have; some money waits, some expires (K8).

    budget_within: Σ grant[f,a,m], m on the path up to the tranche's last period <= amount
    budget_after:  Σ grant[f,a,m] after that <= carry_over * (amount - Σ grant before)

per tranche and path, in money units. Sums along paths rather than balances: the same polytope, no columns. No
payment can be made before the tranche is there and its lead time is over, nor after its window where nothing of it
is carried over: those columns are never created.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from models.instance import Instance, exact
from models.model import Model, total
from models.records import Activity, Funder
from models.rule import Linear, Row, Rule


def periods(instance: Instance, funder: Funder) -> tuple[int, int]:
    """First period in which the tranche can pay (its lead may pass before the horizon), last period of its window."""
    begin = 0 if funder.begin is None else instance.calendar.period_of(funder.begin.first)
    last = instance.calendar.window(funder.begin, funder.end).stop - 1
    return begin + ceil(exact(funder.lead_time) / instance.quarters), last


def bars_grant(instance: Instance, funder: Funder, activity: Activity, node: int) -> bool:
    period = instance.tree[node].period
    first, last = periods(instance, funder)
    return not funder.amount or period < first or (period > last and not funder.carry_over)


def rows(model: Model) -> Iterator[Row]:
    instance, tree = model.instance, model.instance.tree
    paid: dict[str, dict[int, list[Linear]]] = {}
    for (name, _, n), column in model.columns.grant.items():
        paid.setdefault(name, {}).setdefault(n, []).append(column)
    for funder in instance.funders:
        grants = paid.get(funder.name, {})
        if not grants:
            continue
        _, last = periods(instance, funder)
        for node in tree:
            if node.period == last or (node.period < last and not tree.children[node.index]):
                within = total(each for m in tree.path(node.index) for each in grants.get(m, ()))
                yield f"budget_within_{model.tag(funder)}_n{node.index}", within <= model.money(funder.amount)
        if funder.carry_over:
            for leaf in tree.leaves:
                path = tree.path(leaf)
                within = total(each for m in path[: last + 1] for each in grants.get(m, ()))
                after = total(each for m in path[last + 1 :] for each in grants.get(m, ()))
                yield (
                    f"budget_after_{model.tag(funder)}_n{leaf}",
                    after + funder.carry_over * within <= funder.carry_over * model.money(funder.amount),
                )


RULE = Rule(
    name="budget",
    sentence="Nobody pays what they do not have; some money waits, some expires.",
    effect="restricts",
    off="every tranche pays at any time and without limit",
    claims="K8",
    rows=rows,
    bars_grant=bars_grant,
)
