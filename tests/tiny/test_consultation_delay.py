"""The tiny instance of ``consultation_delay``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value
from tests.tiny.best import best


def test_consultation_delay() -> None:
    # Talks in both quarters; each gains .1, one quarter later: progress 0, .1 and, what is under way included, .2 at
    # the end. The end counts as one year against the half year planned: mean .05 + 2 * .2 = .45.
    # Off: .1, .2, end .2: .15 + .4.
    instance = tiny("consultation_delay")
    assert value(instance) == pytest.approx(0.45)
    assert value(instance, without=["consultation_delay"]) == pytest.approx(0.55)


def test_the_higher_the_level_the_sooner_it_counts() -> None:
    # Money for one quarter of one work, and the end counts nothing. Officials (.1) wait two quarters: too long.
    # Ministers (.07) wait one: 0, .07, mean .035. The summit (.06) in Q1: .06. Off: officials, .1.
    awake, asleep = best("consultation_delay_level"), best("consultation_delay_level", "consultation_delay")
    assert awake.score == pytest.approx(0.06)
    assert awake.works == ["Summit Q1"]
    assert asleep.score == pytest.approx(0.1)
    assert asleep.works == ["Officials Q1"]
