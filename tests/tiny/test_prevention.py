"""The tiny instances of ``prevention``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_prevention() -> None:
    # One work. Training .08, and the risk of .5 is gone. School .1 - .05 * .5 = .075. Off: school.
    awake, asleep = best("prevention"), best("prevention", "prevention")
    assert awake.score == pytest.approx(0.08)
    assert awake.works == ["Training Q1"]
    assert asleep.score == pytest.approx(0.1)
    assert asleep.works == ["School Q1"]


def test_prevention_in_quiet_times() -> None:
    # One work a quarter. Training counts only in Q2: school, training: .1, .18, mean .14, - .05 * .5 for Q1: .115.
    # Training, school: .13 - .05; school twice: .15 - .05; training twice: .12 - .025. Off: school twice.
    awake, asleep = best("prevention_quiet"), best("prevention_quiet", "prevention")
    assert awake.score == pytest.approx(0.115)
    assert awake.works == ["School Q1", "Training Q2"]
    assert asleep.score == pytest.approx(0.15)
    assert asleep.works == ["School Q1", "School Q2"]
