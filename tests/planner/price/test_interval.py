"""Intervals hold the true price, whatever was proven, and promises only make them narrower."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.price.interval import difference, tightened
from planner.series.interval import IMPOSSIBLE, Interval, proven

WORTH = st.floats(-5, 5)
SLACK = st.one_of(st.just(0.0), st.floats(0, 3), st.just(inf))


@given(
    one=WORTH, other=WORTH, effect=st.sampled_from(["restricts", "enables", "shapes"]), slack=st.tuples(*[SLACK] * 4)
)
def test_the_true_price_is_inside(one: float, other: float, effect, slack: tuple[float, ...]) -> None:
    """``kept`` and ``without`` are optima that keep the promise of the rule; around them lies what was proven."""
    kept, without = one, other
    if (effect == "restricts" and kept > without) or (effect == "enables" and kept < without):
        kept, without = without, kept
    below = min(slack[0], 3.0)  # there always is a plan with the rule
    around = Interval(kept - below, kept + slack[1]), Interval(without - slack[2], without + slack[3])
    narrow = tightened(effect, *around)
    for before, after, optimum in zip(around, narrow, (kept, without), strict=True):
        assert before.low <= after.low <= optimum <= after.high <= before.high
    price, loose = difference(effect, *narrow), difference(effect, *around)
    assert price.low - 1e-9 <= without - kept <= price.high + 1e-9
    assert loose.low <= price.low
    assert price.high <= loose.high
    assert price.low >= 0 or effect != "restricts"
    assert price.high <= 0 or effect != "enables"
    if proven(price, narrow[0]):
        assert kept != without


def test_promises_share_plans_and_bounds() -> None:
    # A rule that restricts: the plan with it (0.4) serves without it, and the bound without it (0.5) binds with it.
    assert tightened("restricts", Interval(0.4, 0.6), Interval(0.3, 0.5)) == (Interval(0.4, 0.5), Interval(0.4, 0.5))
    price = difference("restricts", Interval(0.4, 0.5), Interval(0.4, 0.5))
    assert (price.low, price.high) == pytest.approx((0.0, 0.1))
    # One that enables, the other way round; one that shapes promises nothing.
    assert tightened("enables", Interval(0.3, 0.5), Interval(0.4, 0.6)) == (Interval(0.4, 0.5), Interval(0.4, 0.5))
    assert tightened("shapes", Interval(0.3, 0.5), Interval(0.4, 0.6)) == (Interval(0.3, 0.5), Interval(0.4, 0.6))


@pytest.mark.parametrize(
    ("price", "left_open", "expected"),
    [
        (Interval(0.01, 0.02), 0.0005, True),
        (Interval(-0.02, -0.01), 0.0005, True),
        (Interval(0.01, inf), 0.0005, True),
        (Interval(0.0, 0.02), 0.0005, False),
        (Interval(-0.01, 0.02), 0.0005, False),
        (Interval(1e-8, 0.02), 0.0005, False),  # within the tolerance of solvers
        (Interval(0.0001, 0.0004), 0.0005, False),  # less than may be missing from the plan with the rule
        (Interval(0.0001, 0.0004), 0.0, True),
        (Interval(-inf, inf), 0.0005, False),
    ],
)
def test_what_counts_as_proven(price: Interval, left_open: float, expected: bool) -> None:
    assert proven(price, Interval(0.5, 0.5 + left_open)) is expected


def test_what_cannot_be_done_is_worth_less_than_anything() -> None:
    assert difference("enables", Interval(0.4, 0.5), IMPOSSIBLE) == IMPOSSIBLE
