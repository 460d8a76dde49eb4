"""The tiny instance of ``coercion``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_coercion() -> None:
    # One quarter and money for one work. The ultimatum gains .3, of which .15 lasts; the talks .2, which lasts.
    # Off: the ultimatum, .3.
    awake, asleep = best("coercion"), best("coercion", "coercion")
    assert awake.score == pytest.approx(0.2)
    assert awake.works == ["Talks Q1"]
    assert asleep.score == pytest.approx(0.3)
    assert asleep.works == ["Ultimatum Q1"]
