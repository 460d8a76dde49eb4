"""The tiny instance of ``expectations``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_expectations() -> None:
    # One work. The campaign raises hopes to 1 and gains .1: 1 - .1 - .2 is disappointed: .1 - .05 * .7 = .065. School
    # .09. Off: campaign.
    awake, asleep = best("expectations"), best("expectations", "expectations")
    assert awake.score == pytest.approx(0.09)
    assert awake.works == ["School Q1"]
    assert asleep.score == pytest.approx(0.1)
    assert asleep.works == ["Campaign Q1"]
