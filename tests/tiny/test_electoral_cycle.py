"""The tiny instance of ``electoral_cycle``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_electoral_cycle() -> None:
    # North votes in Q2, and the whole of Q2 is blackout: nothing official starts, and what runs reaches half.
    # Talks from Q1 on gain .12, .06, .12: progress .12, .18, .30. The second talks cannot start in Q2: + .03 in Q3.
    # Mean of .12, .18, .33 = .21. Off: .12, .24 + .03, .36 + .06: mean .27.
    instance = tiny("electoral_cycle")
    assert value(instance) == pytest.approx(0.21)
    assert value(instance, without=["electoral_cycle"]) == pytest.approx(0.27)
