"""The arithmetic of the course of a search, by hand."""

from __future__ import annotations

import pytest

from planner.bench.course import integral, open_share, reached
from planner.solve.result import Point

TRACE = (
    Point(0.5, None, 2.0),  # a bound, no plan: all is open
    Point(1.0, 1.0, 2.0),  # half is open: (2 - 1) / 2
    Point(3.0, 1.0, 1.25),  # a fifth: .25 / 1.25
    Point(4.0, 1.24, 1.25),  # .01 / 1.25 = .008
)


def test_the_integral_is_the_open_share_over_time() -> None:
    """1 for a second, a half for two, a fifth for one, .008 for six: 1 + 1 + .2 + .048."""
    assert integral(TRACE, 10.0) == pytest.approx(2.248)
    assert integral(TRACE, 2.0) == pytest.approx(1.5)  # points after the end do not count
    assert integral((), 7.0) == 7.0


@pytest.mark.parametrize(
    ("incumbent", "bound", "share"),
    [(None, 1, 1), (1, None, 1), (1, 1, 0), (0, 0, 0), (-1, 1, 1), (0, 3, 1), (-2, -1, 0.5), (80, 100, 0.2)],
)
def test_the_open_share(incumbent: float | None, bound: float | None, share: float) -> None:
    assert open_share(incumbent, bound) == pytest.approx(share)


def test_when_a_gap_was_reached() -> None:
    """By the value of the plan: 1.25 is 25 % above 1, and .81 % above 1.24."""
    assert reached(TRACE, 0.25, "progress") == 3.0
    assert reached(TRACE, 0.2, "progress") == 4.0
    assert reached(TRACE, 0.01, "progress") == 4.0
    assert reached(TRACE, 0.001, "progress") is None


def test_a_gap_of_cost_is_mirrored() -> None:
    falling = (Point(1, 200, 100), Point(2, 101, 100))
    assert reached(falling, 0.5, "cost") == 1
    assert reached(falling, 0.01, "cost") == 2
