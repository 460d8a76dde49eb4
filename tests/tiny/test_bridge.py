"""The tiny instance of ``bridge``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_bridge() -> None:
    # One quarter, money for 3. The former president carries .025 of the workshop's .2 ideas into the talks,
    # each worth .5: .0125 + .01. Off: ideas stay where they are, so talks and second talks (2): .01 + .008.
    awake, asleep = best("bridge"), best("bridge", "bridge")
    assert awake.score == pytest.approx(0.0225)
    assert awake.works == ["Former president Q1", "Talks Q1", "Workshop Q1"]
    assert asleep.score == pytest.approx(0.018)
    assert asleep.works == ["Second talks Q1", "Talks Q1"]
