"""The tiny instances of ``no_substitute``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value
from tests.tiny.best import best


def test_no_substitute() -> None:
    # Statesmen gain .1 a quarter, but only .2 since official work last ran. Money for three quarters of work.
    # Statesmen throughout, their third quarter without effect: .1, .2, .2, mean 1/6. Consultations in one quarter would
    # free the third and take the money of another: .1, .2, .2 at best again. Off: .1, .2, .3, mean .2.
    instance = tiny("no_substitute")
    assert value(instance) == pytest.approx(0.5 / 3)
    assert value(instance, without=["no_substitute"]) == pytest.approx(0.2)


def test_a_token_does_not_begin_the_count_anew() -> None:
    # Statesmen gain .2 in each quarter: .3 on average, if consultations (2) begin the count anew in Q2; the notes,
    # whose output is .05, do not. Without them .2, and school .03. Off: statesmen and school in both quarters: .33.
    awake, asleep = best("no_substitute_output"), best("no_substitute_output", "no_substitute")
    assert awake.score == pytest.approx(0.3)
    assert awake.works == ["Consultations Q2", "Statesmen Q1", "Statesmen Q2"]
    assert asleep.score == pytest.approx(0.33)
    assert asleep.works == ["School Q1", "School Q2", "Statesmen Q1", "Statesmen Q2"]
