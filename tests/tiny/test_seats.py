"""The tiny instance of ``seats``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_seats() -> None:
    # Seats differ by 3 of 4, .55 more than anybody minds. With voices the workshop reaches 1: .2. Without, .45: .09,
    # and .1 for the round table. Off: workshop and round table.
    awake, asleep = best("seats"), best("seats", "seats")
    assert awake.score == pytest.approx(0.2)
    assert awake.works == ["Voices Q1", "Workshop Q1"]
    assert asleep.score == pytest.approx(0.3)
    assert asleep.works == ["Round table Q1", "Workshop Q1"]
