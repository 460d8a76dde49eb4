"""The tiny instances of ``synergy``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value
from tests.tiny.best import best


def test_synergy() -> None:
    # Both works gain .1; together .1 more, but bonuses are at most .3 of the base gain of .2: .26. Off: .2.
    instance = tiny("synergy")
    assert value(instance) == pytest.approx(0.26)
    assert value(instance, without=["synergy"]) == pytest.approx(0.2)


def test_a_bonus_may_need_a_liaison() -> None:
    # Three works. Workshop, exchange and liaison: .2 + .05 (at most .3 * .2). Workshop, exchange and school: .24. Off:
    # the latter.
    awake, asleep = best("synergy_liaison"), best("synergy_liaison", "synergy")
    assert awake.score == pytest.approx(0.25)
    assert awake.works == ["Exchange Q1", "Liaison Q1", "Workshop Q1"]
    assert asleep.score == pytest.approx(0.24)
    assert asleep.works == ["Exchange Q1", "School Q1", "Workshop Q1"]
