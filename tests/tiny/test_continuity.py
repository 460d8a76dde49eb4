"""The tiny instance of ``continuity``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_continuity() -> None:
    # One work a quarter. Dialogue twice: .1, .2 + .1 * .1, mean .155; exchange twice: .102, .204, mean .153; one after
    # the other: .152, .151, since nobody meets again. Off: exchange twice.
    awake, asleep = best("continuity"), best("continuity", "continuity")
    assert awake.score == pytest.approx(0.155)
    assert awake.works == ["Dialogue Q1", "Dialogue Q2"]
    assert asleep.score == pytest.approx(0.153)
    assert asleep.works == ["Exchange Q1", "Exchange Q2"]
