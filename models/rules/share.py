"""So much of the money, at least or at most, for such work (B3, C1, C5, N12, Q1).

    share: N + gap[l,leaf] >= amount * D        least
           N - gap[l,leaf] <= amount * D        most

per limit l and path to a leaf: N is the cost of work that matches ``who`` (only what the donors in ``payers`` pay,
where they are named), D that of work that matches ``of``; money units. The gap costs points, by all money there is;
there is none where the limit is hard, or where cost is minimised.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import Model, total
from models.records import Limit
from models.rule import Linear, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    for limit in model.instance.limits:
        if limit.kind == "cover":
            continue
        for leaf in model.instance.tree.leaves:
            part, whole = _part(model, limit, leaf), _whole(model, limit, leaf)
            excess = part - limit.amount * whole
            if limit.kind == "least":
                yield f"share_{model.tag(limit)}_n{leaf}", excess + model.gap(limit, leaf) >= 0
            else:
                yield f"share_{model.tag(limit)}_n{leaf}", excess - model.gap(limit, leaf) <= 0


def _part(model: Model, limit: Limit, leaf: int) -> Linear:
    """What goes to the work that the limit is about."""
    instance, path = model.instance, model.instance.tree.path(leaf)
    works = [each for each in instance.activities if instance.matches(each, limit.who, limit.conflict)]
    if not limit.payers:
        return total(model.cost(each, m) for each in works for m in path)
    tranches = [funder.name for funder in instance.funders if funder.giver in limit.payers]
    keys = ((name, each.name, m) for name in tranches for each in works for m in path)
    return total(model.columns.grant[key] for key in keys if key in model.columns.grant)


def _whole(model: Model, limit: Limit, leaf: int) -> Linear:
    """What the share is taken of."""
    instance = model.instance
    works = (
        each
        for each in instance.activities
        if (instance.matches(each, limit.of, limit.conflict) if limit.of else limit.conflict in ("", each.conflict))
    )
    return total(model.cost(each, m) for each in works for m in instance.tree.path(leaf))


def penalty(model: Model) -> Linear:
    price = model.parameter("share", "cost") * model.unit / model.instance.money
    tree = model.instance.tree
    return total(price * float(tree[leaf].probability) * column for (_, leaf), column in model.columns.gap.items())


RULE = Rule(
    name="share",
    sentence="So much of the money, at least or at most, for such work.",
    effect="restricts",
    off="money goes where it likes",
    claims="B3 C1 C5 N12 Q1",
    rows=rows,
    penalty=penalty,
)
