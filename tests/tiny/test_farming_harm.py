"""Ways to farm the rules against harm and for inclusion, each tried by an optimiser and found barren."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks import check
from models.records import Activity, Conflict, Funder, Limit, Milestone, Phase
from tests.solving import value
from tests.tiny.farm import NORTH_SOUTH, NOW, RICH, instance_of, penniless, work

SOCIAL = {"political": 0, "social": 1}


def one_quarter(*records: Any, without: tuple[str, ...] = (), **horizon: Any) -> float:
    return value(instance_of(*records, number=1, **(SOCIAL | horizon)), without)


# --- harm -----------------------------------------------------------------------------------------------------------


def strike(name: str, harm: float, **given: Any) -> Activity:
    return work(name, "T6", "other", harm=(("civilians", harm),), **({"social": 0.1} | given))


def test_harm_at_half_output_is_harm() -> None:
    # 1.5 and 1 at once are more than 2, at whatever output; one of them gains .05.
    half = {"response": ((1, 0.5),)}
    assert one_quarter(RICH, strike("Strike", 1.5, **half), strike("Boycott", 1, **half)) == pytest.approx(0.05)


def test_harm_at_a_time_is_the_harm_of_that_time() -> None:
    # In turns each group bears less than 2 at a time: .1, .2. At once is never allowed.
    works = [strike("Strike", 1.5, end="2000-Q1"), strike("Boycott", 1)]
    assert value(instance_of(RICH, *works, **SOCIAL)) == pytest.approx((0.1 + 0.2) / 2)


def test_no_money_buys_harm() -> None:
    # The most that may be gained, and all of it by force: nothing.
    war = work("War", "T1", "other", force=True, political=1, structural=1, social=1)
    assert one_quarter(NOW, RICH, war) == pytest.approx(0)
    assert one_quarter(NOW, RICH, war, without=("do_no_harm",)) == pytest.approx(1)


def test_harm_to_one_group_is_no_relief_for_another() -> None:
    # Each group for itself: civilians 1.5 and soldiers 1.5 at once are within 2 each.
    other = work("Boycott", "T6", "other", harm=(("soldiers", 1.5),), social=0.1)
    assert one_quarter(RICH, strike("Strike", 1.5), other) == pytest.approx(0.2)


@pytest.mark.parametrize(
    "given", [{"force": True}, {"harm": (("civilians", 3.0),)}], ids=["force", "more than anybody bears"]
)
def test_committed_work_that_harms_is_a_fault_and_no_dead_end(given: dict[str, Any]) -> None:
    frame = instance_of(RICH, work("School", "T5", "education", social=0.1)).records
    committed = work("Siege", "T1", "other", status="committed", social=0.1, **given)
    assert [fault for fault in check([*frame, committed], {}) if fault.severity == "error"]


# --- gains of each side ---------------------------------------------------------------------------------------------


ACCORD = Milestone(name="Accord", value=0.1)


def negotiations(north: float, **given: Any) -> Activity:
    return work("Negotiations", "T1", "negotiation", gains=(("North", north),), **given)


def clinics(south: float, **given: Any) -> Activity:
    return work("Clinics", "T4", "humanitarian", gains=(("South", south),), **given)


@pytest.mark.parametrize(
    ("north", "south", "signed"), [(1, 0, False), (1, 0.05, False), (0.1, 0.1, True), (0.05, 0.1, False)]
)
def test_what_one_side_gains_the_other_does_not(north: float, south: float, signed: bool) -> None:
    records = [NOW, RICH, ACCORD, negotiations(north), clinics(south)]
    assert one_quarter(*records) == pytest.approx(0.1 if signed else 0)


def test_gains_without_money_are_no_gains() -> None:
    free = clinics(1, spend_min=0)
    records = [NOW, Funder(name="Fund", amount=1), ACCORD, negotiations(1), free]
    assert one_quarter(*records) == pytest.approx(0)


def test_what_comes_after_the_signature_is_too_late() -> None:
    # South gains in Q2, so nothing is signed in Q1; in Q2 it is, if there are talks then.
    late = clinics(1, begin="2000-Q2")
    assert value(instance_of(NOW, RICH, ACCORD, negotiations(1, end="2000-Q1"), late, **SOCIAL)) == pytest.approx(0)
    assert value(instance_of(NOW, RICH, ACCORD, negotiations(1), late, **SOCIAL)) == pytest.approx(0.1)


# --- rooms ----------------------------------------------------------------------------------------------------------


def cover(amount: float = 1, *who: str, **given: Any) -> Limit:
    return Limit(name="Room", kind="cover", who=who or ("women",), amount=amount, **given)


def forum(name: str = "Forum", **given: Any) -> Activity:
    return work(name, "T6", "advocacy", tags=("women",), **given)


def test_a_room_on_paper_is_no_room() -> None:
    # On, at .1 of its output for 1 of 9: .9 of the room is missing.
    paper = forum(spend_max=9, response=((1, 0.1), (9, 1)))
    assert one_quarter(Funder(name="Fund", amount=1), cover(), paper) == pytest.approx(-0.005 * 0.9)
    assert one_quarter(Funder(name="Fund", amount=9), cover(), paper) == pytest.approx(0)


def test_a_room_without_money_is_no_room() -> None:
    poor = penniless(instance_of(RICH, cover(), forum(spend_min=0), number=1, **SOCIAL))
    assert value(poor) == pytest.approx(-0.005)


def test_a_room_that_matches_twice_is_one_room() -> None:
    # Its track, its tag and its name: one room of two.
    assert one_quarter(RICH, cover(2, "T6", "women", "Forum"), forum()) == pytest.approx(-0.005)
    assert one_quarter(RICH, cover(2, "T6", "women", "Forum"), forum(), forum("Club")) == pytest.approx(0)


def test_a_room_is_open_when_it_is_open() -> None:
    # Two rooms in Q1 are none in Q2.
    rooms = [forum(end="2000-Q1"), forum("Club", end="2000-Q1")]
    assert value(instance_of(RICH, cover(), *rooms, **SOCIAL)) == pytest.approx(-0.005)


def test_rooms_that_others_keep_are_no_gain() -> None:
    # Twice as much as there has to be earns nothing.
    assert one_quarter(RICH, cover(1, already=2), forum()) == pytest.approx(0)
    assert one_quarter(RICH, cover(1), forum(), forum("Club")) == pytest.approx(0)


# --- chairs ---------------------------------------------------------------------------------------------------------


def table(north: float, south: float, **given: Any) -> Activity:
    chairs = (("North", north), ("South", south))
    return work("Workshop", "T2", "workshop", parties=NORTH_SOUTH, seats=chairs, social=0.1, **given)


@pytest.mark.parametrize(
    ("north", "south", "output"), [(5, 4, 1), (4, 3, 0.95), (4, 0, 0.2), (0, 4, 0.2), (40, 10, 0.45)]
)
def test_empty_chairs_count_as_empty(north: float, south: float, output: float) -> None:
    assert one_quarter(RICH, table(north, south)) == pytest.approx(0.1 * output)


def test_a_table_does_not_make_up_for_its_own_chairs() -> None:
    assert one_quarter(RICH, table(4, 0, equalising=1)) == pytest.approx(0.02)


def test_a_voice_without_money_is_no_voice() -> None:
    voices = work("Voices", "T6", "advocacy", spend_min=0, equalising=0.1)
    assert one_quarter(Funder(name="Fund", amount=1), table(4, 0), voices) == pytest.approx(0.02)


# --- hopes ----------------------------------------------------------------------------------------------------------


def campaign(**given: Any) -> Activity:
    return work("Campaign", "T6", "advocacy", **({"expectations": 1, "social": 0.1} | given))


def test_promises_of_the_last_quarter_are_disappointed_in_it() -> None:
    # In full .06 in one of two quarters, .03, and 1 - .06 - .2 = .74 disappointed, .037. So x of it, as far as nobody
    # is: x - .06 x = .2.
    late = campaign(begin="2000-Q2", social=0.06)
    assert value(instance_of(RICH, late, **SOCIAL)) == pytest.approx(0.03 * 0.2 / 0.94)
    assert value(instance_of(RICH, late, **SOCIAL), ["expectations"]) == pytest.approx(0.03)


def test_promises_in_turns_are_remembered() -> None:
    # On in Q1 only, at x: hopes x, .9 x, .81 x; gained .1 x throughout. A unit of x gains .1 and costs .05 of .9, .8,
    # .71 in quarters with more than .2 to be disappointed of: worth it in two of them, so .71 x = .2.
    once = campaign(end="2000-Q1")
    x = 0.2 / 0.71
    honest = 0.1 * x - 0.05 * (0.9 * x - 0.2 + 0.8 * x - 0.2)
    assert value(instance_of(RICH, once, number=3, **SOCIAL)) == pytest.approx(honest)


def test_modest_promises_earn_nothing() -> None:
    # Hopes of .05 below progress and gap: no bonus for being better than expected.
    assert one_quarter(RICH, campaign(expectations=0.05)) == pytest.approx(0.1)


# --- prevention -----------------------------------------------------------------------------------------------------


def training(name: str = "Training", **given: Any) -> Activity:
    return work(name, "T5", "training", **({"prevention": 0.5} | given))


RISKY = Conflict(name="Strife", risk=0.5)


def phase(kind: str, quarter: int) -> Phase:
    return Phase(kind=kind, begin=f"2000-Q{quarter}", end=f"2000-Q{quarter}")


@pytest.mark.parametrize("kind", ["confrontation", "negotiation", "implementation"])
def test_nothing_is_prevented_once_it_has_begun(kind: str) -> None:
    # .05 * .5 in each quarter, training or not (silence in confrontation is not told here).
    records = [RISKY, RICH, training(), *(phase(kind, quarter) for quarter in (1, 2))]
    assert value(instance_of(*records, **SOCIAL), ["open_channel"]) == pytest.approx(-0.05)


def test_war_has_no_risk_and_no_prevention() -> None:
    # War in Q1: nothing to pay, and training in it does not help in Q2.
    records = [RISKY, RICH, training(end="2000-Q1"), phase("war", 1), phase("confrontation", 2)]
    assert value(instance_of(*records, **SOCIAL), ["open_channel"]) == pytest.approx(-0.025)


def test_more_prevention_than_risk_earns_nothing() -> None:
    three = [training(f"Training {number}") for number in (1, 2, 3)]
    assert one_quarter(RISKY, RICH, *three) == pytest.approx(0)


def test_prevention_without_money_prevents_nothing() -> None:
    poor = penniless(instance_of(RISKY, RICH, training(spend_min=0), number=1, **SOCIAL))
    assert value(poor) == pytest.approx(-0.025)
