"""The tiny instance of ``consultation_delay``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_consultation_delay() -> None:
    # Talks in both quarters; each gains .1, one quarter later: progress 0, .1 and, what is under way included, .2 at
    # the end. The end counts as one year against the half year planned: mean .05 + 2 * .2 = .45.
    # Off: .1, .2, end .2: .15 + .4.
    instance = tiny("consultation_delay")
    assert value(instance) == pytest.approx(0.45)
    assert value(instance, without=["consultation_delay"]) == pytest.approx(0.55)
