"""Prices for programs: a JSON document and the rows of a table."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from planner.diff import sentence
from planner.price.prices import Price, Prices

COLUMNS = (
    "rule", "effect", "verdict", "low", "high", "percent_low", "percent_high", "status", "value", "bound", "seconds",
    "changes",
)  # fmt: skip
"""Of the table: prices in points of score, or in currency under the objective *cost*; ``changes`` in words."""


def rows(prices: Prices) -> list[tuple[Any, ...]]:
    """A row for each rule; an empty cell where nothing is known."""
    return [
        (
            *(_plain(getattr(price, column)) for column in COLUMNS[:-1]),
            _words(prices, price),
        )
        for price in prices.prices
    ]


def content(prices: Prices) -> dict[str, Any]:
    """For JSON; null where nothing is known."""
    return {
        **prices.plain(),
        "off": list(prices.off),
        "left": list(prices.left),
        "prices": [_price(prices, price) for price in prices.prices],
    }


def _price(prices: Prices, price: Price) -> dict[str, Any]:
    told = {column: _plain(getattr(price, column)) for column in COLUMNS[:-1]}
    difference = price.difference
    if difference is not None:
        told |= {
            "cost_before": difference.cost_before,
            "cost_after": difference.cost_after,
            "changes": [asdict(change) for change in difference.changes],
            "payers": [
                {"funder": name, "before": before, "after": after}
                for name, (before, after) in difference.payers.items()
            ],
            "words": _words(prices, price),
        }
    before = {(each.conflict, each.measure): each.value for each in prices.standing}
    told["progress_at_the_end"] = [
        {**each._asdict(), "before": before[each.conflict, each.measure]} for each in price.standing
    ]
    return told | {"messages": list(price.messages)}


def _words(prices: Prices, price: Price) -> str:
    if price.difference is None:
        return ""
    return sentence(price.difference, "Without it the plan", currency=prices.instance.horizon.currency)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value
