"""The tiny instances of ``indirect_access``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_indirect_access() -> None:
    # Rebuilding costs 2 and gains .1 a quarter; the others cost 1; money for 6. Two quarters of relief and clergy
    # open South.
    # Relief and clergy in Q1, rebuilding in Q2 and Q3: 0, .1, .2, mean .1. Relief in Q1 and Q2 instead: 0, .05, .15.
    # Relief in North for relief in South would gain .005, and rebuilding would reach half.
    # Off: rebuilding throughout, .1, .2, .3, mean .2.
    awake, asleep = best("indirect_access"), best("indirect_access", "indirect_access")
    assert awake.score == pytest.approx(0.1)
    assert awake.works == ["Clergy Q1", "Rebuilding Q2", "Rebuilding Q3", "Relief in South Q1"]
    assert asleep.score == pytest.approx(0.2)
    assert asleep.works == ["Rebuilding Q1", "Rebuilding Q2", "Rebuilding Q3"]


def test_relief_opens_the_way_for_a_mission() -> None:
    # Talks and consultations run in Q3 only; money for three works. Relief in Q1 lets the mission in in Q2, whose
    # insight of 1 lifts talks from .85 to 1: .2. Without it, talks and consultations: .17 + .02. Each counts in one
    # quarter of three.
    # Off: mission in Q2, talks, consultations: .22.
    awake, asleep = best("indirect_access_fact_finding"), best("indirect_access_fact_finding", "indirect_access")
    assert awake.score == pytest.approx(0.2 / 3)
    assert awake.works == ["Mission Q2", "Relief Q1", "Talks Q3"]
    assert asleep.score == pytest.approx(0.22 / 3)
    assert asleep.works == ["Consultations Q3", "Mission Q2", "Talks Q3"]
