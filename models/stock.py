"""What work leaves behind for later: an opinion moved, an issue opened, an insight gained, groundwork laid.

    <rule>_stock: stock[n] <= kept * stock[parent] + Σ_b rate_b * output[b,n]   at most ``most``; ``start`` before

At most instead of equal: more of it never hurts, and what passes ``most`` is lost or not needed. A rule names its
stocks by its hook ``stocks`` (two rules may name the same one); their columns and rows are made from that. A stock that
nothing can feed, and of which there is none before the root, is none, and stays 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import ZERO, Model, constant, total
from models.records import Activity
from models.rule import Linear, Row, Stock


def rows(model: Model) -> Iterator[Row]:
    """How each stock comes about, at every node."""
    for stock in model.stocks:
        for node in model.instance.tree:
            here = model.columns.stock.get((stock.rule, stock.conflict, stock.subject, node.index))
            if here is not None:
                gain = total(rate * model.output(each, node.index) for each, rate in feeding(stock, node.index))
                before = stock.kept * _before(model, stock, node.parent)
                yield f"{stock.rule}_stock_{stock.tag}_n{node.index}", here <= before + gain


def feeding(stock: Stock, node: int) -> Iterator[tuple[Activity, float]]:
    """Work that feeds the stock at the node, and its rate."""
    return iter(stock.feeders if stock.nodes is None or node in stock.nodes else ())


def _before(model: Model, stock: Stock, parent: int | None) -> Linear:
    if parent is None:
        return constant(stock.start)
    return level(model, stock.rule, stock.conflict, stock.subject, parent)


def level(model: Model, rule: str, conflict: str, subject: str, node: int | None) -> Linear:
    """The stock of a rule at a node; nothing before the root (None), and where there can be none."""
    return ZERO if node is None else model.columns.stock.get((rule, conflict, subject, node), ZERO)
