"""The tiny instance of ``recognition``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_recognition() -> None:
    # Money for one work. Talks between parties that do not recognise each other: 0 of .1. Norland, whom South accepts
    # by half: .5 * .08 = .04. Sudland, whom both accept: .06. Off: the talks, .1.
    awake, asleep = best("recognition"), best("recognition", "recognition")
    assert awake.score == pytest.approx(0.06)
    assert awake.works == ["Offices of Sudland Q1"]
    assert asleep.score == pytest.approx(0.1)
    assert asleep.works == ["Talks Q1"]
