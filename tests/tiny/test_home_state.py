"""The tiny instance of ``home_state``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_home_state() -> None:
    # Money for one of three. Eastland's hostility of .7 is above the bar of .6: 0. Norlander: .1 * (1 - .5 * .5) =
    # .075.
    # Sudlander: .08. Off: Eastlander, .13.
    awake, asleep = best("home_state"), best("home_state", "home_state")
    assert awake.score == pytest.approx(0.08)
    assert awake.works == ["Sudlander Q1"]
    assert asleep.score == pytest.approx(0.13)
    assert asleep.works == ["Eastlander Q1"]
