"""The tiny instance of ``fundraising``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_fundraising() -> None:
    # The fund has 2. The campaign takes 1 in Q1 and brings 3 in Q3: 1 + 3 rebuild in Q3: 0, 0, .6, mean .2. A campaign
    # in Q2 or Q3 would bring nothing in time. The school instead: .1 throughout. Off: the school.
    awake, asleep = best("fundraising"), best("fundraising", "fundraising")
    assert awake.score == pytest.approx(0.2)
    assert awake.works == ["Campaign Q1", "Rebuilding Q3"]
    assert asleep.score == pytest.approx(0.1)
    assert asleep.works == ["School Q1"]
