"""Stocks that work builds up and some rule reads: open issues, opinion, insight, skills, hopes, and the like."""

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
    if source.phases is None or replay.facts.phase[stock[1], node] in source.phases:
        for name, rate in source.rates:
            if (name, node) in replay.decisions.works:
                stated = replay.decisions.output[name, node] or Fraction(0)
                amount += rate * replay.output.get((name, node), stated)
    if source.most is not None:
        amount = min(source.most, amount)
    return amount if source.kept == 1 else round_down(amount)


def before(replay: Replay, stock: Stock, node: int) -> Fraction:
    """The stock of the period before; before the root what there was from the start."""
    parent = replay.parent(node)
    if parent is not None:
        return replay.stocks.get((stock, parent), Fraction(0))
    source = replay.sources.get(stock)
    return Fraction(0) if source is None else source.start


def advance(replay: Replay, node: int) -> None:
    """All stocks at ``node``, once its outputs are known."""
    for stock in replay.sources:
        if amount := now(replay, stock, node):
            replay.stocks[stock, node] = amount
