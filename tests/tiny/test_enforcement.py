"""The tiny instance of ``enforcement``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_enforcement() -> None:
    # Rebuilding costs 1 and gains .1 a quarter, but needs the force (2), which serves for four more quarters. Money
    # for 3: force and rebuilding in Q1: .1, .1. Off: rebuilding in both quarters, .1 and .2, mean .15.
    instance = tiny("enforcement")
    assert value(instance) == pytest.approx(0.1)
    assert value(instance, without=["enforcement"]) == pytest.approx(0.15)
