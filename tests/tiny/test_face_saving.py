"""The tiny instance of ``face_saving``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_face_saving() -> None:
    # One quarter, money for 5: talks (4) and one of two statesmen (1). Talks reach .75; with the host 1: .2. The former
    # minister is partisan and lifts nothing: .75 * .2 + .01 = .16. Off: talks and former minister, .2 + .01.
    awake, asleep = best("face_saving"), best("face_saving", "face_saving")
    assert awake.score == pytest.approx(0.2)
    assert awake.works == ["Host Q1", "Talks Q1"]
    assert asleep.score == pytest.approx(0.21)
    assert asleep.works == ["Former minister Q1", "Talks Q1"]
