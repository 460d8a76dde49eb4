"""The tiny instance of ``sequence``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_sequence() -> None:
    # The survey in Q1, school in Q2 and Q3: 0, .1, .2; the radio, only with the school, from Q2: .02 in Q2 and Q3.
    # Together (0 + .12 + .22) / 3. The camp excludes the school: .04, .08, .12, mean .08.
    # Off: school throughout, (.1 + .2 + .3) / 3 = .2, and the last unit for the camp in Q1: + .04.
    instance = tiny("sequence")
    assert value(instance) == pytest.approx(0.34 / 3)
    assert value(instance, without=["sequence"]) == pytest.approx(0.24)
