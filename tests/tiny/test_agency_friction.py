"""The tiny instance of ``agency_friction``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_agency_friction() -> None:
    # One quarter, money for all. Talks .1 and consultations .001 are of one ministry. Trade talks gain .0015 and
    # bring in a second one, which costs .002. Off: all three, .1025.
    awake, asleep = best("agency_friction"), best("agency_friction", "agency_friction")
    assert awake.score == pytest.approx(0.101)
    assert awake.works == ["Consultations Q1", "Talks Q1"]
    assert asleep.score == pytest.approx(0.1025)
    assert asleep.works == ["Consultations Q1", "Talks Q1", "Trade talks Q1"]
