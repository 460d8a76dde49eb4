"""The tiny instance of ``skills``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_skills() -> None:
    # Training in Q1 tells in Q3: .3 and a tenth of it, in one of three quarters: .11. Workshop and choir: .32 / 3.
    # Training in Q2 or Q3 comes too late. Off: workshop and choir.
    awake, asleep = best("skills"), best("skills", "skills")
    assert awake.score == pytest.approx(0.11)
    assert awake.works == ["Training Q1", "Workshop Q3"]
    assert asleep.score == pytest.approx(0.32 / 3)
    assert asleep.works == ["Choir Q3", "Workshop Q3"]
