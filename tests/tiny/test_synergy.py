"""The tiny instance of ``synergy``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_synergy() -> None:
    # Both works gain .1; together .1 more, but bonuses are at most .3 of the base gain of .2: .26. Off: .2.
    instance = tiny("synergy")
    assert value(instance) == pytest.approx(0.26)
    assert value(instance, without=["synergy"]) == pytest.approx(0.2)
