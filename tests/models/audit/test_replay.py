"""What a plan leads to, with every number worked out by hand: the core."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F
from typing import Any

import pytest

from models.audit import Binding, audit, binding, replay
from models.instance import Instance
from models.plan import Bonus, Grant, Plan, Signing, Transfer, Work
from models.records import (
    Condition,
    Conflict,
    Funder,
    Link,
    Milestone,
    Phase,
    Scenario,
)
from tests.models.audit.by_hand import build, horizon, path, planned, work


@pytest.mark.parametrize(
    ("spend", "output"),
    [
        # Least 100, greatest 400: base .3 (not 1.5 * 100 / 400 = .375), then three steps that add .7 as 1 : .6 : .3.
        (100, F(3, 10)),
        (150, F(3, 10) + F(7, 19) / 2),
        (200, F(3, 10) + F(7, 19)),
        (300, F(3, 10) + F(7, 19) * F(16, 10)),
        (350, F(3, 10) + F(7, 19) * F(175, 100)),
        (400, F(1)),
    ],
)
def test_what_money_buys(spend: int, output: F) -> None:
    instance = build(horizon(1), Conflict(name="X"), work("a", spend_max=400, structural=0.1))
    plan = Plan((Work("a", 0, spend, 0, None, True),), (Grant("bank", "a", 0, spend),))
    found = replay(instance, plan)
    assert found.bought["a", 0] == output
    assert 0 <= output - found.output["a", 0] < F(1, 10**12)
    assert audit(instance, plan).passed


def test_progress_is_kept_gained_and_lost() -> None:
    """Half of .4 is kept each quarter; .1 * .5 is gained in the first two; a toll of .02 falls in the third."""
    instance = build(
        horizon(),
        Conflict(name="X", structural=0.4, retention=0.5),
        Condition(conflict="X", kind="toll", begin="2006-08-01", structural=0.02),
        work("a", structural=0.1, credibility=0.5),
    )
    found = replay(instance, planned(instance, {"a": [0, 1]}))
    # .2 + .05 = .25; .125 + .05 = .175; .0875 - .02 = .0675; .03375.
    assert path(found, "structural") == [F(1, 4), F(7, 40), F(27, 400), F(27, 800)]
    # Weight .3; the mean of four quarters, and a year of the end over a span of one year.
    mean = (F(1, 4) + F(7, 40) + F(27, 400) + F(27, 800)) / 4
    assert found.score == F(3, 10) * (mean + F(27, 800))
    assert found.cost == 200


def test_progress_never_passes_1_and_may_fall_below_0() -> None:
    instance = build(
        horizon(2),
        Conflict(name="X", structural=0.95, social=-0.5),
        work("a", structural=0.1),
        Condition(conflict="X", kind="toll", begin="2006-Q2", social=1),
    )
    found = replay(instance, planned(instance, {"a": [0, 1]}))
    assert path(found, "structural") == [1, 1]
    assert path(found, "social") == [F(-1, 2), F(-3, 2)]


def test_the_phase_changes_retention_and_effect() -> None:
    """In war .5 is kept and the work is half as good."""
    instance = build(
        horizon(2),
        Conflict(name="X", social=0.4),
        Phase(conflict="X", kind="war", begin="2006-Q2", retention=0.5),
        work("a", social=0.1, suitability_war=0.5),
    )
    assert path(replay(instance, planned(instance, {"a": [0, 1]})), "social") == [F(1, 2), F(3, 10)]


@pytest.mark.parametrize(
    ("length", "number", "progress", "end"),
    [
        # A wait of a quarter: one quarter; three months; half of it half a year; a quarter of it a year later.
        ("quarter", 3, [0, F(1, 10), F(1, 5)], F(3, 10)),
        ("month", 4, [0, 0, 0, F(1, 30)], F(4, 30)),
        ("half", 2, [F(1, 10), F(3, 10)], F(4, 10)),
        ("year", 2, [F(3, 10), F(7, 10)], F(8, 10)),
    ],
)
def test_official_effects_land_a_quarter_later(length: Any, number: int, progress: list[F], end: F) -> None:
    instance = build(horizon(number, length=length), Conflict(name="X"), work("a", "T1", political=0.1))
    found = replay(instance, planned(instance, {"a": list(range(number))}))
    assert path(found, "political") == progress
    assert found.end["X", "political", number - 1] == end


def test_the_score_of_a_tree() -> None:
    """Two years, the second worth .8, in a calm (.75) where work goes on and a storm (.25) where it stops."""
    instance = build(
        horizon(2, length="year", discount=0.25, structural=1, end_value=2),
        Scenario(name="calm", probability=0.75),
        Scenario(name="storm", probability=0.25, branches_from="calm", known="2007"),
        Conflict(name="X", weight=2),
        work("a", structural=0.05),
        Milestone(name="pact", conflict="X", value=0.5),
    )
    calm, storm = instance.tree.leaves
    plan = planned(instance, {"a": [0, calm]})
    found = replay(instance, plan)
    # A year at full output gains .2. Progress .2; then .4 in the calm, .2 in the storm; weight 2.
    during = F(2, 10) + F(8, 10) * (F(3, 4) * F(4, 10) + F(1, 4) * F(2, 10))
    end = F(8, 10) * (F(3, 4) * F(4, 10) + F(1, 4) * F(2, 10))
    assert found.score == 2 * (during + 2 * end) / (1 + F(8, 10))
    # 400 a year, the second with probability .75.
    assert found.cost == 700
    # A pact in the storm alone counts .25 * .8 * .5.
    signed = replay(instance, replace(plan, signings=(Signing("pact", storm),)))
    assert signed.score - found.score == F(1, 10)


def test_stated_figures_count_no_more_than_is_allowed() -> None:
    """Output stated above what the money buys is refused, and counts only as far as it is paid for."""
    instance = build(horizon(1), Conflict(name="X"), work("a", spend_max=400, structural=0.1))
    plan = Plan((Work("a", 0, 100, 0, 0.9, True),), (Grant("bank", "a", 0, 100),))
    found = audit(instance, plan)
    assert [violation.check for violation in found.violations] == ["response"]
    assert found.replay.output["a", 0] == F(3, 10)
    assert str(found.violations[0]) == (
        "response: a at 2006-Q1: expected output of at most 0.3 for its spending, found 0.9, paid 100"
    )
    # Within the tolerance it passes, and still counts no more.
    near = audit(instance, Plan((Work("a", 0, 100, 0, 0.3000009, True),), plan.grants))
    assert (near.passed, near.replay.output["a", 0]) == (True, F(3, 10))


def test_small_excesses_do_not_add_up_to_a_signature() -> None:
    """Twenty works each a hair above what is bought, within the tolerance; together they would just reach the pact."""
    names = [f"work {number}" for number in range(20)]
    instance = build(
        horizon(1),
        Conflict(name="X"),
        work("talks", "T1", kind="negotiation"),
        *(work(name, spend_max=400, structural=0.1) for name in names),
        Milestone(name="pact", conflict="X", structural=0.600003),
    )
    plan = planned(instance, {"talks": [0]}, transfers=(), bonuses=())
    works = tuple(Work(name, 0, 100, 0, 0.300001, True) for name in names)
    grants = tuple(Grant("bank", name, 0, 100) for name in names)
    plan = Plan((*plan.works, *works), (*plan.grants, *grants), (Signing("pact", 0),), (), ())
    # Stated: 20 * .0300001 = .600002, within the tolerance of .600003. Counted: .6, which is not.
    assert [violation.check for violation in audit(instance, plan).violations] == ["milestones"]


def test_plans_may_state_transfers_and_bonuses() -> None:
    instance = build(
        horizon(1),
        Conflict(name="X"),
        work("workshop", "T2", political=0.1),
        work("talks", "T1", kind="consultation"),
        Link(name="workshop", kind="transfers", other="talks"),
        Link(name="workshop", kind="strengthens", other="talks", value=0.01),
    )
    plan = planned(
        instance,
        {"workshop": [0], "talks": [0]},
        transfers=(Transfer("X", 0, 0.02, "workshop transfers talks"),),
        bonuses=(Bonus("workshop strengthens talks", 0, 0.5),),
    )
    found = audit(instance, plan)
    assert found.passed
    # .005 of the bonus and half of .02; talks themselves gain nothing.
    assert path(found.replay, "political") == [F(15, 1000)]
    assert found.replay.ideas["X", 0] == F(8, 100)


def test_what_holds_a_plan_back() -> None:
    """A tranche spent to the last unit, with the node of its last payment."""
    instance = Instance([horizon(3), Conflict(name="X"), work("a"), Funder(name="bank", amount=200)])
    found = replay(instance, planned(instance, {"a": [0, 1]}))
    assert binding(found) == (Binding("budget", 1, "bank"),)
