"""The tiny instance of ``public_opinion``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_public_opinion() -> None:
    # Opinion in North is .8 * .25 = .2 at first; with the radio 1, so that talks reach 1: .2. Without it they reach .8
    # + .2 * .2 = .84: .168 and .02 for the school. South states no opinion. Off: talks and school, .22.
    awake, asleep = best("public_opinion"), best("public_opinion", "public_opinion")
    assert awake.score == pytest.approx(0.2)
    assert awake.works == ["Radio Q1", "Talks Q1"]
    assert asleep.score == pytest.approx(0.22)
    assert asleep.works == ["School Q1", "Talks Q1"]
