"""The tiny instance of ``crowding``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_crowding() -> None:
    # Three works. Mediation, good offices, facilitators: .24, and .003 for the third mediator. Mediation, good offices
    # and school: .238. Off: the three mediators.
    awake, asleep = best("crowding"), best("crowding", "crowding")
    assert awake.score == pytest.approx(0.238)
    assert awake.works == ["Good offices Q1", "Mediation Q1", "School Q1"]
    assert asleep.score == pytest.approx(0.24)
    assert asleep.works == ["Facilitators Q1", "Good offices Q1", "Mediation Q1"]
