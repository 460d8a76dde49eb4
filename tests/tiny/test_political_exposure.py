"""The tiny instance of ``political_exposure``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_political_exposure() -> None:
    # The whole quarter is blackout, so that half of the limit of 1 is left. Money for one work. Talks, with exposure 1,
    # reach .5: .05. Statesmen, with exposure .3, reach 1: .06. Off: talks, .1.
    awake, asleep = best("political_exposure"), best("political_exposure", "political_exposure")
    assert awake.score == pytest.approx(0.06)
    assert awake.works == ["Statesmen Q1"]
    assert asleep.score == pytest.approx(0.1)
    assert asleep.works == ["Talks Q1"]
