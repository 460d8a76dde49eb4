"""Ways to farm progress from nothing, each tried by an optimiser and found barren."""

from __future__ import annotations

import pytest

from models.audit import audit
from models.checks import check
from models.instance import Instance
from models.plan import Plan
from models.records import (
    Activity,
    Conflict,
    Funder,
    Horizon,
    Link,
    Milestone,
    Party,
    Phase,
    RuleSetting,
    Scenario,
)
from tests.random_instances import tiny as random_tiny
from tests.solving import TINY, optimum, tiny, value
from tests.tiny.farm import NORTH_SOUTH, NOW, instance_of, work

# --- nothing for nothing --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(path.stem for path in TINY.glob("*.csv")))
def test_no_money_no_progress(name: str) -> None:
    _assert_barren(tiny(name))


@pytest.mark.parametrize("seed", range(500, 548))
def test_no_money_no_progress_by_chance(seed: int) -> None:
    _assert_barren(random_tiny(seed)[0])


def _assert_barren(instance: Instance) -> None:
    """Where every tranche is empty, the best plan is worth what the empty plan is worth (and its milestones)."""
    stingy = Instance(
        row.model_copy(update={"amount": 0, "smallest": 0}) if isinstance(row, Funder) else row
        for row in instance.records
        if not isinstance(row, Milestone)
    )
    best = optimum(stingy)
    if best is None:  # committed work or a target that needs money
        return
    nothing = audit(stingy, Plan(works=(), grants=(), transfers=(), bonuses=()))
    assert best.plan.works == ()
    assert best.value == pytest.approx(float(nothing.score))


@pytest.mark.parametrize(
    ("code", "free"),
    [
        ("free_relief", work("Envoy", "T1", "special_envoy", spend_min=0)),
        ("free_relief", work("Trade", "T3", "business", spend_min=0)),
        ("free_relief", work("Elders", "T7", "religious", spend_min=0, channel=True)),
        ("free_relief", work("Force", "T1", "guarantor", spend_min=0)),
        ("free_relief", work("Consultations", "T1", "consultation", spend_min=0)),
        ("free_output", work("School", "T5", "education", spend_min=0, response=((0, 0.5), (1, 1)))),
    ],
)
def test_what_others_lean_on_is_paid_for(code: str, free: Activity) -> None:
    frame = [Horizon(first="2000-Q1", number=2), Conflict(name="Strife"), Funder(name="Fund", amount=9)]
    parties = [Party(name=name) for name in NORTH_SOUTH]
    assert code in {fault.code for fault in check([*frame, *parties, free], {}) if fault.severity == "error"}


# --- counted once ---------------------------------------------------------------------------------------------------


def test_a_milestone_counts_once_on_every_path() -> None:
    # Talks gain nothing; the accord needs nothing and is worth .1, however many quarters and futures there are.
    records = [
        Scenario(name="calm", probability=0.5),
        Scenario(name="storm", probability=0.5, known="2000-Q3"),
        Funder(name="Fund", amount=9),
        work("Talks", "T1", "negotiation"),
        Milestone(name="Accord", value=0.1),
    ]
    found = optimum(instance_of(*records, number=4))
    assert found is not None
    assert found.value == pytest.approx(0.1)


def test_two_links_share_one_stock_of_ideas() -> None:
    # .2 ideas, two rooms that could carry .2 each: .1 political in both quarters, not .2.
    records = [
        Funder(name="Fund", amount=9),
        work("Workshop", "T2", "workshop", end="2000-Q1", political=0.2),
        work("Room", "T1", "consultation"),
        work("Other room", "T1", "consultation"),
        Link(name="Workshop", kind="transfers", other="Room", value=0.2),
        Link(name="Workshop", kind="transfers", other="Other room", value=0.2),
    ]
    assert value(instance_of(*records)) == pytest.approx(0.1)


def test_transfers_need_a_pool() -> None:
    # Workshops without political effect have no ideas, whatever the room could carry; transfer off changes nothing.
    records = [
        Funder(name="Fund", amount=9),
        work("Workshop", "T2", "workshop", social=0.1),
        work("Room", "T1", "consultation"),
        Link(name="Workshop", kind="transfers", other="Room", value=1),
    ]
    assert value(instance_of(*records)) == pytest.approx(0)
    assert value(instance_of(*records), without=["transfer", "no_substitute"]) == pytest.approx(0)


def test_two_channels_earn_no_more_than_one() -> None:
    # War throughout: one channel avoids the shortfall (.05 in each of two quarters); a second one earns nothing.
    records = [
        Phase(kind="war", begin="2000-Q1"),
        Funder(name="Fund", amount=9),
        work("Hotline", "T1", "back_channel"),
        work("Envoy", "T1", "special_envoy"),
        Party(name="East"),
    ]
    found = optimum(instance_of(*records))
    assert found is not None
    assert found.value == pytest.approx(0)
    assert value(instance_of(*records), without=["open_channel"]) == pytest.approx(0)


# --- cycling and running away ---------------------------------------------------------------------------------------


def test_a_track_two_channel_is_no_channel_when_switched_on_and_off() -> None:
    # War in Q2 and Q4. On only then, the elders (repeats 2) never count; on in Q1, Q2 and Q3, Q4 they do, for 4.
    war = [Phase(kind="war", begin=f"2000-Q{quarter}", end=f"2000-Q{quarter}") for quarter in (2, 4)]
    elders = work("Elders", "T7", "religious", channel=True, repeats=2)
    rich = instance_of(*war, elders, Funder(name="Fund", amount=4), number=4)
    poor = instance_of(*war, elders, Funder(name="Fund", amount=2), number=4)
    assert value(rich) == pytest.approx(0)
    assert value(poor) == pytest.approx(-0.05)


def test_a_new_run_pays_its_set_up_again() -> None:
    # Set-up 2, running 1. War in Q1 and Q4. Two runs cost 6, one long run 2 + 4.
    war = [Phase(kind="war", begin=f"2000-Q{quarter}", end=f"2000-Q{quarter}") for quarter in (1, 4)]
    hotline = work("Hotline", "T1", "back_channel", setup=2, repeats=2)
    assert value(instance_of(*war, hotline, Funder(name="Fund", amount=6), number=4)) == pytest.approx(0)
    assert value(instance_of(*war, hotline, Funder(name="Fund", amount=5), number=4)) == pytest.approx(-0.05)


@pytest.mark.parametrize(("end_value", "used"), [(0.25, True), (0.5, False)])
def test_a_stick_is_paid_for_after_the_end(end_value: float, used: bool) -> None:
    # One quarter. Talks gain .02 with a stick and .008 without; the stick costs .02 social two quarters later, at the
    # end. With an end as long as the quarter: .5 * .012 * 2 = .012 gained, .5 * .02 lost: used. With twice that:
    # .5 * .012 * 3 = .018 gained, .5 * .02 * 2 = .02 lost: not used.
    records = [
        NOW,
        Funder(name="Fund", amount=9),
        work("Talks", "T1", "consultation", political=0.02, leverage=True),
        work("Sanctions", "T1", "sanction"),
    ]
    found = optimum(instance_of(*records, number=1, political=0.5, social=0.5, end_value=end_value))
    assert found is not None
    outputs = {each.activity: each.output for each in found.plan.works}
    assert (outputs.get("Sanctions") or 0) == pytest.approx(1 if used else 0)
    ends = end_value / 0.25
    honest = 0.5 * 0.02 * (1 + ends) - 0.5 * 0.02 * ends if used else 0.5 * 0.008 * (1 + ends)
    assert found.value == pytest.approx(honest)


def test_a_pause_does_not_reset_what_was_gained_alone() -> None:
    # Statesmen may gain .1 alone. Pausing them (repeats 2) does not begin the count anew: .1 at best, in all quarters.
    records = [
        RuleSetting(name="no_substitute", kind="limit", amount=0.1),
        Funder(name="Fund", amount=9),
        work("Statesmen", "T1.5", "dialogue", political=0.1, repeats=2),
    ]
    assert value(instance_of(*records, number=3)) == pytest.approx(0.1)


def test_a_bonus_needs_both_works() -> None:
    # Money for one of two works: no bonus.
    records = [
        Funder(name="Fund", amount=1),
        work("Workshop", "T2", "workshop", social=0.1),
        work("Exchange", "T4", "exchange", social=0.1),
        Link(name="Workshop", kind="strengthens", other="Exchange", value=0.1, category="social"),
    ]
    assert value(instance_of(*records, number=1, political=0, social=1)) == pytest.approx(0.1)
