"""The tiny instances of ``transfer``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value
from tests.tiny.best import best


def test_transfer() -> None:
    # The workshop has .2 ideas a quarter; the link carries .1 a quarter while talks run, each idea worth .5.
    # Both works in both quarters: political .05, .10, mean .075. The stock never runs out: .2 - .1, then .09 + .2 - .1.
    # Off: all ideas at once, without talks: .1, .2, mean .15 (.2 is just what no_substitute allows).
    instance = tiny("transfer")
    assert value(instance) == pytest.approx(0.075)
    assert value(instance, without=["transfer"]) == pytest.approx(0.15)


def test_officials_have_to_listen() -> None:
    # Officials listen by .2: .1 * .2 ideas, worth half: .01. The school, as dear as workshop and talks: .04; workshop
    # and choir .005. Off: all ideas count: .1, and the choir's .005.
    awake, asleep = best("transfer_openness"), best("transfer_openness", "transfer")
    assert awake.score == pytest.approx(0.04)
    assert awake.works == ["School Q1"]
    assert asleep.score == pytest.approx(0.105)
    assert asleep.works == ["Choir Q1", "Workshop Q1"]


def test_who_takes_part_matters() -> None:
    # Two works. Former ministers carry .09 ideas, worth half, students .1 * .3 = .03. Off: .2 and .15 ideas, worth
    # half.
    awake, asleep = best("transfer_influence"), best("transfer_influence", "transfer")
    assert awake.score == pytest.approx(0.045)
    assert awake.works == ["Former ministers Q1", "Talks Q1"]
    assert asleep.score == pytest.approx(0.175)
    assert asleep.works == ["Former ministers Q1", "Students Q1"]


def test_each_channel_takes_its_time() -> None:
    # Two works, in Q1. Participants: .06 ideas, worth half, at once: .03, .03. Papers: .07, half a quarter later:
    # .0175, .035, mean .02625. Press: .1, a quarter later: 0, .05, mean .025. Off: the .26 ideas of papers and press,
    # worth half.
    awake, asleep = best("transfer_lag"), best("transfer_lag", "transfer")
    assert awake.score == pytest.approx(0.03)
    assert awake.works == ["Dialogue Q1", "Talks Q1"]
    assert asleep.score == pytest.approx(0.13)
    assert asleep.works == ["Papers Q1", "Press Q1"]
