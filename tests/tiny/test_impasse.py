"""The tiny instance of ``impasse``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_impasse() -> None:
    # Stuck talks take up .2 * 1.2 ideas, worth half: .12. The school costs as much as both: .11. Off: .2 ideas, .1; so
    # the school.
    awake, asleep = best("impasse"), best("impasse", "impasse")
    assert awake.score == pytest.approx(0.12)
    assert awake.works == ["Talks Q1", "Workshop Q1"]
    assert asleep.score == pytest.approx(0.11)
    assert asleep.works == ["School Q1"]
