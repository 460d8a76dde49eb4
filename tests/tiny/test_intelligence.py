"""The tiny instance of ``intelligence``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_intelligence() -> None:
    # Money for 12: two quarters of talks (5, gaining .2) and two units of insight. Mission (.6) and dialogue (.4) in
    # Q1: insight 1, then .9. Talks in Q2 reach 1, in Q3 .85 + .15 * .9 = .985: 0, .2, .397, mean .199. Any other
    # choice knows less in Q2: at best insight .6, output .94 (mission in Q1 and again in Q2: 0, .188, .388).
    # Off: talks in Q2 and Q3 and, for what is left, consultations (2, gaining .002) in Q1: .002, .202, .402, mean .202.
    awake, asleep = best("intelligence"), best("intelligence", "intelligence")
    assert awake.score == pytest.approx(0.199)
    assert awake.works == ["Dialogue Q1", "Mission Q1", "Talks Q2", "Talks Q3"]
    assert asleep.score == pytest.approx(0.202)
    assert asleep.works == ["Consultations Q1", "Talks Q2", "Talks Q3"]
