"""The tiny instance of ``preparation``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_preparation() -> None:
    # A quarter of workshop (1) prepares talks (2 a quarter, from Q2 on) fully; unprepared talks reach .4. Money for 4.
    # Workshop in Q1, talks in Q2: 0, .2, .2, mean .4 / 3. Talks twice, unprepared: 0, .08, .16, mean .08.
    # Off: talks in Q2 and Q3: 0, .2, .4, mean .2.
    instance = tiny("preparation")
    assert value(instance) == pytest.approx(0.4 / 3)
    assert value(instance, without=["preparation"]) == pytest.approx(0.2)
