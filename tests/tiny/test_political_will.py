"""The tiny instances of ``political_will``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_political_will() -> None:
    # Two quarters, money for 5. A quarter of marches (1) moves opinion by .5, just what makes North act fully; .8 of
    # it is still felt a quarter later. Statesmen (1) gain .01 without will. Marches in Q1, talks (2, gaining .2) in
    # Q1 and Q2 with output 1 and .4 / .5 = .8: .2, .36, mean .28. Marches in both quarters leave one quarter of
    # talks: .2, .2. Marches in Q2 only: 0, .2.
    # Marches in Q1, talks in Q1, statesmen twice: .21, .22.
    # Off: talks in both quarters, statesmen in Q1: .21, .41, mean .31.
    awake, asleep = best("political_will"), best("political_will", "political_will")
    assert awake.score == pytest.approx(0.28)
    assert awake.works == ["Marches Q1", "Talks Q1", "Talks Q2"]
    assert asleep.score == pytest.approx(0.31)
    assert asleep.works == ["Statesmen Q1", "Talks Q1", "Talks Q2"]


def test_track_one_and_a_half_needs_no_will() -> None:
    # One quarter and money for one work. Talks reach .2 of .2, which is .04; statesmen .05. Off: talks, .2.
    awake, asleep = best("political_will_track_1_5"), best("political_will_track_1_5", "political_will")
    assert awake.score == pytest.approx(0.05)
    assert awake.works == ["Statesmen Q1"]
    assert asleep.score == pytest.approx(0.2)
    assert asleep.works == ["Talks Q1"]
