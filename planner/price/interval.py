"""Arithmetic of prices. *Worth* is the score, or minus the cost: more is better under either objective.

    price = worth without the rule - worth with it        above 0: the rule costs; below 0: it brings

Of each optimum two things are known: the worth of the best plan found (``low``) and the bound (``high``). So the price
lies in ``[low without - high with, high without - low with]``.

What a rule promises tightens that. One that *restricts* leaves every plan that keeps it a plan without it:
low without >= low with, high with <= high without, price >= 0. One that *enables*, the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from models.rule import Effect
from planner.solve.result import TOLERANCE


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``; infinite where nothing is known."""

    low: float = -inf
    high: float = inf


IMPOSSIBLE = Interval(-inf, -inf)
"""The worth of an optimum that does not exist."""


def tightened(effect: Effect, kept: Interval, without: Interval) -> tuple[Interval, Interval]:
    """Both optima, with the rule and without it, as narrow as its promise makes them."""
    if effect == "restricts":
        return Interval(kept.low, min(kept.high, without.high)), Interval(max(without.low, kept.low), without.high)
    if effect == "enables":
        return Interval(max(kept.low, without.low), kept.high), Interval(without.low, min(without.high, kept.high))
    return kept, without


def difference(effect: Effect, kept: Interval, without: Interval) -> Interval:
    """The price. ``kept.low`` is finite: there is a plan with the rule."""
    low, high = without.low - kept.high, without.high - kept.low
    if effect == "restricts":
        low, high = max(low, 0.0), max(high, 0.0)
    elif effect == "enables":
        low, high = min(low, 0.0), min(high, 0.0)
    return Interval(low, max(low, high))


def proven(price: Interval, kept: Interval) -> bool:
    """Whether the price is more than the searches left open: it does not contain 0 and passes the gap of the plan with
    the rule, as it came out.

    Two values nearer than the tolerance of solvers count as the same.
    """
    nothing = TOLERANCE * max(abs(kept.low), 1e-3)
    if price.low <= nothing and price.high >= -nothing:
        return False
    return max(abs(price.low), abs(price.high)) > kept.high - kept.low + nothing
