"""What work leaves behind for later: an opinion moved, an issue opened, an insight gained, groundwork laid.

    <rule>_stock: stock[n] <= kept * stock[parent] + Σ_b rate_b * output[b,n]       0 before the root; at most ``most``

At most instead of equal: more of it never hurts, and what passes ``most`` is lost or not needed. A rule names its
stocks by its hook ``stocks`` (their columns are made from that) and yields their rows with its own. A stock that
nothing can feed is none, and stays 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.model import ZERO, Model, total
from models.rule import Linear, Row, Stock


def rows(model: Model, stocks: Iterable[Stock]) -> Iterator[Row]:
    """How each stock comes about, at every node."""
    for stock in stocks:
        for node in model.instance.tree if _fed(model, stock) else ():
            before, here = (
                level(model, stock.rule, stock.conflict, stock.subject, n) for n in (node.parent, node.index)
            )
            gain = total(rate * model.output(activity, node.index) for activity, rate in stock.feeders)
            yield f"{stock.rule}_stock_{stock.tag}_n{node.index}", here <= stock.kept * before + gain


def _fed(model: Model, stock: Stock) -> bool:
    return (stock.rule, stock.conflict, stock.subject, 0) in model.columns.stock


def level(model: Model, rule: str, conflict: str, subject: str, node: int | None) -> Linear:
    """The stock of a rule at a node; nothing before the root (None), and where nothing can feed it."""
    return ZERO if node is None else model.columns.stock.get((rule, conflict, subject, node), ZERO)
