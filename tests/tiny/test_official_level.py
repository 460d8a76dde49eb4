"""The tiny instance of ``official_level``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_official_level() -> None:
    # One work a quarter: officials gain .04, ministers .035; ministers after officials .02 more, once; officials after
    # ministers cost .03.
    # O M M: .04, .04 + .035 + .02 = .095, .13: sum .265, the best. O O M: .04, .08, .135: .255. O M O: .04, .095,
    # .095 + .04 - .03 = .105: .24, as O O O: .04, .08, .12. Ministers first are no signal: at most .035, .07, .105.
    # Off: O O O, mean .08.
    awake, asleep = best("official_level"), best("official_level", "official_level")
    assert awake.score == pytest.approx(0.265 / 3)
    assert awake.works == ["Ministers Q2", "Ministers Q3", "Officials Q1"]
    assert asleep.score == pytest.approx(0.08)
    assert asleep.works == ["Officials Q1", "Officials Q2", "Officials Q3"]
