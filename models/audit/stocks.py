"""Stocks that earlier work builds up and some rule reads: open issues, opinion, insight, access, equalised power."""

from __future__ import annotations

from fractions import Fraction

from models.audit.facts import round_down
from models.audit.state import Replay, Stock


def now(replay: Replay, stock: Stock, node: int) -> Fraction:
    """The stock at ``node``, of outputs known by now, and as stated where they are not."""
    source = replay.sources.get(stock)
    if source is None:
        return Fraction(0)
    amount = source.kept * before(replay, stock, node)
    for name, rate in source.rates:
        if (name, node) in replay.decisions.works:
            stated = replay.decisions.output[name, node] or Fraction(0)
            amount += rate * replay.output.get((name, node), stated)
    if source.most is not None:
        amount = min(source.most, amount)
    return amount if source.kept == 1 else round_down(amount)


def before(replay: Replay, stock: Stock, node: int) -> Fraction:
    """The stock of the period before; nothing before the root."""
    parent = replay.parent(node)
    return Fraction(0) if parent is None else replay.stocks.get((stock, parent), Fraction(0))


def advance(replay: Replay, node: int) -> None:
    """All stocks at ``node``, once its outputs are known."""
    for stock in replay.sources:
        if amount := now(replay, stock, node):
            replay.stocks[stock, node] = amount
