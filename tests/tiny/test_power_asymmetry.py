"""The tiny instance of ``power_asymmetry``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_power_asymmetry() -> None:
    # Durable progress is at most .2 + what the voices lifted (.1 a quarter, .95 of it kept). Three units of money.
    # Talks Q1, voices Q1 and Q2: political .3, .3; ceiling .3, .2 + .095 + .1: durable .3, .3, mean .3.
    # Talks Q1 and Q2, voices Q1: political .3, .6; ceiling .3, .295: mean .2975. Voices in Q2 only: .2, .3.
    # Off: talks in both quarters, .3 and .6, mean .45.
    instance = tiny("power_asymmetry")
    assert value(instance) == pytest.approx(0.3)
    assert value(instance, without=["power_asymmetry"]) == pytest.approx(0.45)
