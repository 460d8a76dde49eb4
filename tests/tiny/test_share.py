"""The tiny instances of ``share``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_share() -> None:
    # Money for two works. Talks and school, half of it social: .2 + .1. Talks and statesmen, .35, miss the share by the
    # price of a work: .2 * 1 / 2 = .1. Statesmen and school .25. Off: talks and statesmen.
    awake, asleep = best("share"), best("share", "share")
    assert awake.score == pytest.approx(0.3)
    assert awake.works == ["School Q1", "Talks Q1"]
    assert asleep.score == pytest.approx(0.35)
    assert asleep.works == ["Statesmen Q1", "Talks Q1"]


def test_governments_are_not_all() -> None:
    # At most half of the money to track 1. Talks and school .3; talks and meetings, .35, go 1 of 2 beyond it: - .1.
    # Off: talks and meetings.
    awake, asleep = best("share_official"), best("share_official", "share")
    assert awake.score == pytest.approx(0.3)
    assert awake.works == ["School Q1", "Talks Q1"]
    assert asleep.score == pytest.approx(0.35)
    assert asleep.works == ["Meetings Q1", "Talks Q1"]


def test_no_donor_presses() -> None:
    # The ministry may pay half of the workshop, so the foundation pays the other half and the choir: .2 + .03. Ministry
    # for the workshop and foundation for the school, .27, are 1 of 4 beyond that: - .2 * 1 / 4. Off: both, .27.
    awake, asleep = best("share_donors"), best("share_donors", "share")
    assert awake.score == pytest.approx(0.23)
    assert awake.works == ["Choir Q1", "Workshop Q1"]
    assert asleep.score == pytest.approx(0.27)
    assert asleep.works == ["School Q1", "Workshop Q1"]


def test_local_people_and_those_left_out() -> None:
    # Four works; one has to be the elders, one the villages: .3 + .25 + .1 + .05. Any three works pay each of them more
    # than a quarter, but gain less. Off: the four best, .3 + .25 + .2 + .15.
    awake, asleep = best("share_local"), best("share_local", "share")
    assert awake.score == pytest.approx(0.7)
    assert awake.works == ["Elders Q1", "Exchange Q1", "Villages Q1", "Workshop Q1"]
    assert asleep.score == pytest.approx(0.9)
    assert asleep.works == ["Choir Q1", "Exchange Q1", "School Q1", "Workshop Q1"]
