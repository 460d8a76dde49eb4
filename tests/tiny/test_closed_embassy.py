"""The tiny instance of ``closed_embassy``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_closed_embassy() -> None:
    # Talks cost 2 a quarter and gain .2. In Q2 missions are closed: nothing without relief, half with trade (1).
    # Talks in both quarters and trade in Q2 cost 5, all there is: .2, .3, mean .25. The envoy (4) leaves 1: no talks.
    # Off: .2, .4, mean .3.
    instance = tiny("closed_embassy")
    assert value(instance) == pytest.approx(0.25)
    assert value(instance, without=["closed_embassy"]) == pytest.approx(0.3)
