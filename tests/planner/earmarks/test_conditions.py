"""Releasing conditions: what is released, and that it takes nothing away from anybody."""

from __future__ import annotations

import pytest

from models.audit import audit
from models.instance import Instance
from models.records import Funder
from planner.earmarks.conditions import released, releases
from planner.earmarks.gains import Gain, Verdict
from planner.earmarks.judge import Judge
from planner.series import Answer
from planner.solve import SolveOptions, Status
from tests.random_instances import tiny as random_instance
from tests.solving import optimum, tiny, value

MONEY = [("budget", seed) for seed in range(4)] + [("earmark", seed) for seed in range(4)]


def gains(instance: Instance) -> dict[str, Gain]:
    """What releasing comes to where all searches are perfect."""
    answers = {}
    for release in releases(instance):
        best = optimum(released(instance, release))
        assert best is not None
        answers[release] = Answer(status=Status.SOLVED, plan=best.plan, bound=best.value)
    base = optimum(instance)
    assert base is not None
    judge = Judge(
        instance, SolveOptions(gap=0.0), Answer(status=Status.SOLVED, plan=base.plan, bound=base.value), answers
    )
    return {release.key: judge.gain(release) for release in answers}


def test_conditions_are_named_one_by_one_and_together() -> None:
    assert [release.key for release in releases(tiny("earmark"))] == [
        "First tranche: purpose",
        "First tranche: smallest",
        "Second tranche: purpose",
        "Foundation: share",
        "Foundation: all conditions",
    ]
    assert [release.kind for release in releases(tiny("budget"))] == ["lead_time", "window", "carry_over", None]
    assert releases(tiny("budget"), frozenset({"budget"})) == ()


def test_a_share_is_released_for_all_tranches_of_the_donor() -> None:
    (share,) = (release for release in releases(tiny("earmark")) if release.kind == "share")
    assert {name for name, _ in share.items} == {"First tranche", "Second tranche"}
    assert all(funder.largest_share == 1 for funder in released(tiny("earmark"), share).funders)


def test_money_that_was_there_before_the_horizon_comes_no_later_without_its_window() -> None:
    early = [
        row.model_copy(update={"begin": Funder(name="x", amount=1, begin="1999-Q1").begin})
        if isinstance(row, Funder)
        else row
        for row in tiny("budget").records
    ]
    instance = Instance(early)
    (window,) = (release for release in releases(instance) if release.kind == "window")
    assert value(released(instance, window)) >= value(instance) - 1e-9


@pytest.mark.parametrize("name", ["earmark", "budget"])
def test_what_is_bought_is_the_difference_of_optima(name: str) -> None:
    instance = tiny(name)
    found = gains(instance)
    for release in releases(instance):
        true = value(released(instance, release)) - value(instance)
        gain = found[release.key]
        assert (gain.low, gain.high) == pytest.approx((true, true), abs=1e-7)
        assert gain.verdict is (Verdict.BUYS if true > 1e-6 else Verdict.NOTHING)


def test_what_the_tiny_conditions_cost() -> None:
    """Half of Exchange is the donor's limit: without it the Ministry has money for School, worth 0.02."""
    found = gains(tiny("earmark"))
    assert found["Foundation: share"].low == pytest.approx(0.02)
    assert found["First tranche: purpose"].verdict is Verdict.NOTHING


@pytest.mark.parametrize(("focus", "seed"), MONEY)
def test_every_plan_is_one_without_conditions(focus: str, seed: int) -> None:
    instance, _ = random_instance(seed, focus)
    best = optimum(instance)
    if best is None:
        return
    for release in releases(instance):
        free = released(instance, release)
        checked = audit(free, best.plan)
        assert checked.passed, (release.key, checked.violations)
        assert checked.score == best.audit.score


def test_bounds_of_the_larger_release_hold_for_the_smaller() -> None:
    """A search that proved nothing is made up for by the one of all conditions of the donor."""
    instance = tiny("budget")
    base = optimum(instance)
    assert base is not None
    answers = {}
    for release in releases(instance):
        best = optimum(released(instance, release))
        assert best is not None
        bound = best.value if release.kind is None else None
        answers[release] = Answer(status=Status.LIMIT, plan=best.plan if release.kind is None else None, bound=bound)
    judge = Judge(instance, SolveOptions(), Answer(status=Status.SOLVED, plan=base.plan, bound=base.value), answers)
    for release in answers:
        gain = judge.gain(release)
        assert gain.high == pytest.approx(0.1)
        assert gain.verdict is (Verdict.BUYS if release.kind is None else Verdict.UNPROVEN)
