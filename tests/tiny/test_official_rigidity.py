"""The tiny instance of ``official_rigidity``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_official_rigidity() -> None:
    # A quarter of workshop on the border opens border talks (.2). Each work costs 2 a quarter; money for 4.
    # Workshop in Q1, border talks in Q2: 0, .2, .2, mean .4 / 3. Trade talks, which nobody forbids, in Q1 and Q2:
    # .03, .06, .06.
    # Workshop in Q1, border talks in Q3: .2 / 3.
    # Off: border talks in Q1 and Q2: .2, .4, .4, mean 1 / 3.
    awake, asleep = best("official_rigidity"), best("official_rigidity", "official_rigidity")
    assert awake.score == pytest.approx(0.4 / 3)
    assert awake.works == ["Border talks Q2", "Workshop Q1"]
    assert asleep.score == pytest.approx(1 / 3)
    assert asleep.works == ["Border talks Q1", "Border talks Q2"]
