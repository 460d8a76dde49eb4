"""The tiny instance of ``open_channel``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_open_channel() -> None:
    # A quarter of school costs 2 and gains .02; a quarter of war without a channel costs .05 points. Money for 4.
    # The elders count in Q2 only if they also ran in Q1: 1 + 1, and one quarter of school, Q1: .02, .02, mean .02.
    # School in both quarters: mean of .02 and .04 less .05 = -.02. The hotline (3) leaves no school: 0.
    # Off: school in both quarters, .03.
    instance = tiny("open_channel")
    assert value(instance) == pytest.approx(0.02)
    assert value(instance, without=["open_channel"]) == pytest.approx(0.03)
