"""Tiny instances of the core: optima by hand."""

from __future__ import annotations

import pytest

from models.checks import build_instance
from models.records import Milestone
from tests.solving import optimum, tiny, value


def test_response_and_milestone() -> None:
    # Meetings cost 1 to set up and 1 to 4 a quarter, for .3, .6684, .8895, 1 of .2 (base .3; then .7 in steps of
    # 1 : .6 : .3). A gain in Q1 counts fully, one in Q2 by half. Money for 6.
    # Meetings with 3 and 2: .2 * .8895 + .1 * .6684 = .2447; signing the charter in Q1 (it needs .17): + .01.
    # Meetings with 3 and 1, and the follow-up (1, gains .08) that the charter unlocks for Q2:
    # .2 * .8895 + .1 * .3 + .04 + .01 = .2579, the best.
    steps = 0.7 / 1.9
    best = 0.2 * (0.3 + 1.6 * steps) + 0.1 * 0.3 + 0.04 + 0.01
    assert value(tiny("core")) == pytest.approx(best)


def test_without_a_milestone_that_can_be_signed_nothing_is_unlocked() -> None:
    # The charter now needs .21, more than one quarter of meetings gives; after the second it comes too late to unlock.
    # Signing it in Q2 needs .2 * (o1 + o2) >= .21, which 3 and 2 reach (.3116): .2447 + .01.
    records = [
        row.model_copy(update={"social": 0.21}) if isinstance(row, Milestone) else row for row in tiny("core").records
    ]
    steps = 0.7 / 1.9
    assert value(build_instance(records)[0]) == pytest.approx(0.2 * (0.3 + 1.6 * steps) + 0.1 * (0.3 + steps) + 0.01)


def test_least_cost() -> None:
    # The target is .25 at the end. Meetings with 3, the charter, the follow-up: .1779 + .08 for 1 + 3 + 1 = 5.
    # Meetings with 2 and 2: .2674, also for 5. For 4 there is at most 3 of running money: .1937 (2 and 1), too little.
    assert value(tiny("core"), objective="cost") == pytest.approx(5)


def test_decisions_before_an_event_are_shared() -> None:
    # Two units a quarter, so one work: school (.1, nothing in war) or camp (.08).
    # School first; in the calm (.6) school again, .2; in the storm (.4) the camp, .18:
    # (.1 + .6 * .2 + .4 * .18) / 2 = .146. Whoever knew the storm in Q1 would gain no more: school is better there too.
    found = optimum(tiny("core_tree"))
    assert found is not None
    assert found.value == pytest.approx(0.146)
    instance = tiny("core_tree")
    assert {(work.activity, instance.label(work.node)) for work in found.plan.works} == {
        ("School", "2000-Q1"),
        ("School", "2000-Q2/calm"),
        ("Camp", "2000-Q2/storm"),
    }


def test_ideas_fade() -> None:
    # .2 ideas in Q1, .18 of them fresh in Q2 when talks can carry them (the link carries up to 1): .09 in Q2, mean
    # .045.
    assert value(tiny("core_ideas")) == pytest.approx(0.045)
    # Without the rule transfer no talks are needed: .1 at once, in both quarters.
    assert value(tiny("core_ideas"), without=["transfer"]) == pytest.approx(0.1)
