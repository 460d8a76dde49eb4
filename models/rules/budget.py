"""Nobody pays what they do not have; some money waits, some expires (K8).

    budget_within: Σ grant[f,a,m], m on the path to n <= amount + raised[f,n]         n in the tranche's window
    budget_after:  Σ grant[f,a,m] after that <= carry_over * (amount + raised[f,last] - Σ grant before)

per tranche and path, in money units. Sums along paths rather than balances: the same polytope, no columns. *Raised* is
what ``fundraising`` has brought by n; there is a row only at nodes after which more may come, and at the last ones. No
payment can be made before the tranche is there and its lead time is over, nor after its window where nothing of it
is carried over: those columns are never created.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from models import raising
from models.instance import Instance, exact
from models.model import Model, constant, total
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
    empty = not funder.amount and not raising.greatest(instance, funder, node)
    return empty or period < first or (period > last and not funder.carry_over)


def rows(model: Model) -> Iterator[Row]:
    tree = model.instance.tree
    paid: dict[str, dict[int, list[Linear]]] = {}
    for (name, _, n), column in model.columns.grant.items():
        paid.setdefault(name, {}).setdefault(n, []).append(column)
    for funder in model.instance.funders:
        grants = paid.get(funder.name, {})
        if not grants:
            continue
        _, last = periods(model.instance, funder)
        for node in tree:
            n = node.index
            if node.period <= last and not _comes_again(model, funder, n, last):
                within = total(each for m in tree.path(n) for each in grants.get(m, ()))
                yield f"budget_within_{model.tag(funder)}_n{n}", within <= there(model, funder, n)
        if funder.carry_over:
            for leaf in tree.leaves:
                path = tree.path(leaf)
                within = total(each for m in path[: last + 1] for each in grants.get(m, ()))
                after = total(each for m in path[last + 1 :] for each in grants.get(m, ()))
                money = there(model, funder, path[min(last, len(path) - 1)] if last >= 0 else None)
                yield (
                    f"budget_after_{model.tag(funder)}_n{leaf}",
                    after + funder.carry_over * within <= funder.carry_over * money,
                )


def there(model: Model, funder: Funder, node: int | None) -> Linear:
    """All money of the tranche by the node (None: before the horizon), in money units."""
    amount = constant(model.money(funder.amount))
    return amount if node is None else amount + model.raised(funder, node)


def _comes_again(model: Model, funder: Funder, node: int, last: int) -> bool:
    """Whether the row of a later node, in the window and with no more money than here, holds all that this one says."""
    tree = model.instance.tree
    if tree[node].period >= last or not tree.children[node]:
        return False
    if not model.awake("fundraising"):
        return True
    here = len(raising.sources(model.instance, funder, node))
    return any(len(raising.sources(model.instance, funder, child)) == here for child in tree.children[node])


RULE = Rule(
    name="budget",
    sentence="Nobody pays what they do not have; some money waits, some expires.",
    effect="restricts",
    off="every tranche pays at any time and without limit",
    claims="K8",
    rows=rows,
    bars_grant=bars_grant,
)
