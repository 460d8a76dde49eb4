"""The tiny instances of ``stakeholders``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_stakeholders() -> None:
    # One work. Forum .05; school .053, and .005 for the room that is missing. Off: school.
    awake, asleep = best("stakeholders"), best("stakeholders", "stakeholders")
    assert awake.score == pytest.approx(0.05)
    assert awake.works == ["Forum Q1"]
    assert asleep.score == pytest.approx(0.053)
    assert asleep.works == ["School Q1"]


def test_issues_and_places_have_a_room() -> None:
    # Two works. Water talks and town hall .113; school and town hall .116 - .005; school and water talks .117 - .005;
    # school and choir .119 - .01. Off: school and choir.
    awake, asleep = best("stakeholders_issues"), best("stakeholders_issues", "stakeholders")
    assert awake.score == pytest.approx(0.113)
    assert awake.works == ["Town hall Q1", "Water talks Q1"]
    assert asleep.score == pytest.approx(0.119)
    assert asleep.works == ["Choir Q1", "School Q1"]


def test_others_protect_where_a_state_fails() -> None:
    # One work a quarter. Police, then relief: .05, .096, mean .073. Police twice: .05, .1, mean .075, and .005 for the
    # quarter without protection. Relief twice .069. Off: police twice.
    awake, asleep = best("stakeholders_protection"), best("stakeholders_protection", "stakeholders")
    assert awake.score == pytest.approx(0.073)
    assert awake.works == ["Police Q1", "Relief Q2"]
    assert asleep.score == pytest.approx(0.075)
    assert asleep.works == ["Police Q1", "Police Q2"]
