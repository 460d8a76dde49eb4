"""From the decimals that people write to exact fractions."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import floor

DAYS_PER_QUARTER = Fraction(36525, 400)
"""Days of an average quarter of a year."""


@lru_cache(maxsize=4096)
def exact(number: float) -> Fraction:
    """The decimal a person reads in ``number``: 0.1 becomes 1/10."""
    return Fraction(repr(number))


def round_half_up(number: Fraction) -> int:
    """The nearest whole number; halves go up."""
    return floor(number + Fraction(1, 2))
