"""Arithmetic of prices.

    price = worth without the rule - worth with it        above 0: the rule costs; below 0: it brings

Of both optima the worth of a plan and a bound are known (``planner.series.interval``), so the price is an interval.
What a rule promises tightens it. One that *restricts* leaves every plan that keeps it a plan without it:
low without >= low with, high with <= high without, price >= 0. One that *enables*, the other way round.
"""

from __future__ import annotations

from models.rule import Effect
from planner.series.interval import Interval, minus


def tightened(effect: Effect, kept: Interval, without: Interval) -> tuple[Interval, Interval]:
    """Both optima, with the rule and without it, as narrow as its promise makes them."""
    if effect == "restricts":
        return Interval(kept.low, min(kept.high, without.high)), Interval(max(without.low, kept.low), without.high)
    if effect == "enables":
        return Interval(max(kept.low, without.low), kept.high), Interval(without.low, min(without.high, kept.high))
    return kept, without


def difference(effect: Effect, kept: Interval, without: Interval) -> Interval:
    """The price. ``kept.low`` is finite: there is a plan with the rule."""
    price = minus(without, kept)
    low, high = price.low, price.high
    if effect == "restricts":
        low, high = max(low, 0.0), max(high, 0.0)
    elif effect == "enables":
        low, high = min(low, 0.0), min(high, 0.0)
    return Interval(low, max(low, high))
