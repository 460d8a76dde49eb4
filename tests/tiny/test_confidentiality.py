"""The tiny instance of ``confidentiality``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_confidentiality() -> None:
    # Money for two works. Talks and school .25; beside the radio the talks are worth nothing: .1. Off: talks and radio.
    awake, asleep = best("confidentiality"), best("confidentiality", "confidentiality")
    assert awake.score == pytest.approx(0.25)
    assert awake.works == ["School Q1", "Secret talks Q1"]
    assert asleep.score == pytest.approx(0.3)
    assert asleep.works == ["Radio Q1", "Secret talks Q1"]
