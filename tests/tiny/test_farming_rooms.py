"""Ways to farm the rules of unofficial rooms and of coordination, each tried by an optimiser and found barren."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks import check
from models.records import Activity, Capacity, Condition, Funder, Link, Party, Record
from tests.solving import value
from tests.tiny.farm import NOW, RICH, fact, instance_of, setting, work

ROOM = work("Room", "T1", "consultation")
SOCIAL = {"political": 0, "social": 1}
HALL = {1: 1, 2: 0, 3: 1}


def workshop(**given: Any) -> Activity:
    return work("Workshop", "T2", "workshop", **given)


def exchange(**given: Any) -> Activity:
    return work("Exchange", "T4", "exchange", **given)


def talks(**given: Any) -> Activity:
    return work("Talks", "T1", "consultation", **({"political": 0.2} | given))


# --- ideas ----------------------------------------------------------------------------------------------------------


def test_a_link_a_bridge_and_the_default_share_one_stock() -> None:
    # .02 ideas; the link could carry .05, the bridge .025, and .1 go by themselves: .01 in all.
    president = work("Former president", "T1.5", "dialogue", bridges=True)
    link = Link(name="Workshop", kind="transfers", other="Room", value=0.05)
    records = [NOW, RICH, setting("transfer", "default", 0.1), ROOM, workshop(political=0.02), president, link]
    assert value(instance_of(*records, number=1)) == pytest.approx(0.01)


def test_what_is_on_its_way_is_not_carried_again() -> None:
    # .2 ideas leave with the press in Q1 and count in Q2, or go at once by the participants; not both. On and on: .1.
    slow = Link(name="Workshop", kind="transfers", other="Room", value=0.2, channel="public")
    fast = Link(name="Workshop", kind="transfers", other="Other room", value=0.2)
    other = work("Other room", "T1", "consultation")
    records = [NOW, RICH, ROOM, other, workshop(political=0.2, end="2000-Q1"), slow]
    assert value(instance_of(*records)) == pytest.approx(0.05)
    assert value(instance_of(*records, fast)) == pytest.approx(0.1)


def test_ideas_voiced_in_the_last_quarter_count_at_the_end_or_not_at_all() -> None:
    # .1 ideas by the press, a quarter before the end of time: nothing; with an end as long as the quarter, half.
    link = Link(name="Workshop", kind="transfers", other="Room", value=0.1, channel="public")
    records = [NOW, RICH, ROOM, workshop(political=0.2), link]
    assert value(instance_of(*records, number=1)) == pytest.approx(0)
    assert value(instance_of(*records, number=1, end_value=0.25)) == pytest.approx(0.05)


def test_officials_who_do_not_listen_hear_nothing_on_any_way() -> None:
    # Not over the link, not over the bridge, not by itself; statesmen, who are no officials, still hear half of .1.
    president = work("Former president", "T1.5", "dialogue", bridges=True)
    link = Link(name="Workshop", kind="transfers", other="Room", value=0.2)
    records = [NOW, RICH, fact("openness", 0), ROOM, workshop(political=0.2), link]
    by_itself = setting("transfer", "default", 0.1)
    assert value(instance_of(*records, president)) == pytest.approx(0)
    assert value(instance_of(*records, by_itself)) == pytest.approx(0)
    assert value(instance_of(*records, president, by_itself, number=1)) == pytest.approx(0.05 / 2)


def test_nobody_of_influence_nothing_carried() -> None:
    president = work("Former president", "T1.5", "dialogue", bridges=True)
    link = Link(name="Workshop", kind="transfers", other="Room", value=0.2)
    records = [NOW, RICH, setting("transfer", "default", 0.1), ROOM, workshop(political=0.2, influence=0)]
    assert value(instance_of(*records, president, link)) == pytest.approx(0)


# --- the same people ------------------------------------------------------------------------------------------------


def test_the_same_people_do_not_meet_again_after_a_pause() -> None:
    # A hall that is let to others in Q2: .1, .1, .2, however often they come.
    hall = [Capacity(name="hall", amount=amount, begin=f"2000-Q{n}", end=f"2000-Q{n}") for n, amount in HALL.items()]
    meetings = workshop(social=0.1, same_people=True, repeats=2, uses=(("hall", 1),))
    assert value(instance_of(RICH, *hall, meetings, number=3, **SOCIAL)) == pytest.approx(0.4 / 3)


def test_who_met_before_the_horizon_meets_for_the_first_time_in_it() -> None:
    records = [RICH, workshop(social=0.1, same_people=True, status="running")]
    assert value(instance_of(*records, number=1, **SOCIAL)) == pytest.approx(0.1)


def test_people_who_hardly_met_do_not_trust_each_other() -> None:
    # On least spending in Q1 (output .1), then in full: the bonus is a tenth of .1 * .1: .01, .11 + .001.
    cheap = workshop(social=0.1, same_people=True, spend_max=9, response=((1, 0.1), (9, 1)))
    records = [Funder(name="Fund", amount=1, end="2000-Q1"), Funder(name="Later", amount=9, begin="2000-Q2"), cheap]
    assert value(instance_of(*records, **SOCIAL)) == pytest.approx((0.01 + 0.111) / 2)


def test_bonuses_of_all_sorts_share_one_ceiling() -> None:
    # Same people, skills and synergy at their most, .3 and .3 and .1 a quarter; .3 of the .1 that both gain is all.
    training = work("Training", "T5", "training", skills=1, end="2000-Q1")
    pair = Link(name="Workshop", kind="strengthens", other="Exchange", value=0.1, category="social")
    rates = [setting("continuity", "value", 0.3), setting("skills", "value", 0.3), setting("skills", "lag", 0)]
    both = [workshop(social=0.1, same_people=True), exchange(social=0.1)]
    # Q1: .2 + .06; Q2: .26 + .26.
    records = [*rates, RICH, training, *both, pair]
    assert value(instance_of(*records, **SOCIAL)) == pytest.approx((0.26 + 0.52) / 2)


# --- skills ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("idle", [{"spend_min": 0}, {"skills": 0}])
def test_skills_of_nobody_help_nobody(idle: dict[str, Any]) -> None:
    # Money for the workshop alone, or a training that teaches nothing.
    training = work("Training", "T5", "training", **({"skills": 1} | idle))
    taught = Funder(name="Fund", amount=2 if "skills" in idle else 1)
    records = [taught, training, workshop(social=0.1, begin="2000-Q3")]
    assert value(instance_of(*records, number=3, **SOCIAL)) == pytest.approx(0.1 / 3)


def test_facilitators_do_not_learn_from_what_they_do_now() -> None:
    # A workshop that trains its own people gains by it from the next quarter on, whatever the wait: .1, .21.
    records = [RICH, setting("skills", "lag", 0), workshop(social=0.1, skills=1)]
    assert value(instance_of(*records, number=1, **SOCIAL)) == pytest.approx(0.1)
    assert value(instance_of(*records, number=2, **SOCIAL)) == pytest.approx((0.1 + 0.21) / 2)


def test_skills_are_of_track_two() -> None:
    records = [RICH, work("Training", "T5", "training", skills=1), exchange(social=0.1, begin="2000-Q3")]
    assert value(instance_of(*records, number=3, **SOCIAL)) == pytest.approx(0.1 / 3)


def test_no_skill_passes_one() -> None:
    # Two trainings of 1 each: the workshop of Q3 is a tenth better, not two tenths.
    schools = [work(f"Training {number}", "T5", "training", skills=1, end="2000-Q1") for number in (1, 2)]
    records = [RICH, *schools, workshop(social=0.1, begin="2000-Q3")]
    assert value(instance_of(*records, number=3, **SOCIAL)) == pytest.approx(0.11 / 3)


# --- opinion --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("listeners", "output"), [((), 1), (("North",), 1), (("South",), 0.8)])
def test_opinion_counts_where_leaders_need_it(listeners: tuple[str, ...], output: float) -> None:
    # North's people are against it; a radio for South moves nobody in North.
    radio = work("Radio", "T9", "media", opinion=1, parties=listeners)
    records = [NOW, RICH, Party(name="North", opinion=0), radio, talks()]
    assert value(instance_of(*records, number=1)) == pytest.approx(0.2 * output)


def test_opinion_fades_and_is_not_hoarded() -> None:
    # Two radios in Q1 make 1 and no more; in Q3 .64 is left: .8 + .2 * .64.
    radios = [work(f"Radio {number}", "T9", "media", opinion=1, end="2000-Q1") for number in (1, 2)]
    records = [NOW, RICH, Party(name="North", opinion=0), *radios, talks(begin="2000-Q3")]
    assert value(instance_of(*records, number=3)) == pytest.approx(0.2 * (0.8 + 0.2 * 0.64) / 3)


# --- secrets --------------------------------------------------------------------------------------------------------


def test_press_switched_off_for_a_quarter_saves_that_quarter_only() -> None:
    # Committed press in Q1 and Q3; secret talks gain .2 in Q2 alone, on or off around it.
    press = [
        work(f"Press {number}", "T9", "media", status="committed", begin=f"2000-Q{number}", end=f"2000-Q{number}")
        for number in (1, 3)
    ]
    records = [NOW, RICH, *press, talks(confidential=True, repeats=2)]
    assert value(instance_of(*records, number=3)) == pytest.approx(0.4 / 3)


def test_idle_press_is_press() -> None:
    # Committed press that spends nothing still stands at the door.
    press = work("Press", "T9", "media", status="committed", spend_min=0)
    records = [NOW, RICH, press, talks(confidential=True)]
    assert value(instance_of(*records)) == pytest.approx(0)


# --- an impasse -----------------------------------------------------------------------------------------------------


def test_an_impasse_gives_officials_nothing_and_trust_nothing() -> None:
    # Talks of .1, statesmen of .05, a school of .1 social: no more than at other times.
    records: list[Record] = [NOW, RICH, fact("impasse", 1), talks(political=0.1)]
    records += [work("Statesmen", "T1.5", "dialogue", political=0.05), exchange(social=0.1)]
    assert value(instance_of(*records, number=1, social=1)) == pytest.approx(0.25)


def test_ideas_of_an_impasse_are_counted_where_they_are_had() -> None:
    # .2 ideas in Q1, when nobody was stuck, and .24 in Q2; kept for Q2, the former would not become more: .1, .22.
    link = Link(name="Workshop", kind="transfers", other="Room", value=1)
    stuck = Condition(kind="impasse", amount=1, begin="2000-Q2")
    records = [NOW, RICH, stuck, ROOM, workshop(political=0.2), link]
    assert value(instance_of(*records)) == pytest.approx((0.1 + 0.1 + 0.12) / 2)


# --- liaison --------------------------------------------------------------------------------------------------------


def pair(kind: str, **given: Any) -> Link:
    extra = {"category": "social"} if kind == "strengthens" else {}
    return Link(name="Workshop", kind=kind, other="Exchange", value=0.02, **extra, **given)


LIAISON = work("Liaison", "T2", "liaison")


def test_a_bonus_comes_only_while_the_liaison_works() -> None:
    # Liaison in Q1 only: .2 + .02, then .2.
    liaison = work("Liaison", "T2", "liaison", end="2000-Q1")
    records = [RICH, workshop(social=0.1), exchange(social=0.1), liaison, pair("strengthens", liaison="Liaison")]
    assert value(instance_of(*records, **SOCIAL)) == pytest.approx((0.22 + 0.42) / 2)


@pytest.mark.parametrize("kind", ["strengthens", "interferes"])
def test_a_liaison_without_money_informs_nobody(kind: str) -> None:
    # Money for two works, nothing for the third: no bonus, the whole clash.
    liaison = work("Liaison", "T2", "liaison", spend_min=0)
    records = [Funder(name="Fund", amount=2), workshop(social=0.1), exchange(social=0.1), liaison]
    gained = {"strengthens": 0.2, "interferes": 0.18}[kind]
    assert value(instance_of(*records, pair(kind, liaison="Liaison"), number=1, **SOCIAL)) == pytest.approx(gained)


@pytest.mark.parametrize("kind", ["strengthens", "interferes"])
@pytest.mark.parametrize("own", ["Workshop", "Exchange"])
def test_nobody_is_their_own_liaison(kind: str, own: str) -> None:
    frame = instance_of(RICH, workshop(social=0.1), exchange(social=0.1), **SOCIAL).records
    assert [fault for fault in check([*frame, pair(kind, liaison=own)], {}) if fault.severity == "error"]


def test_half_a_liaison_leaves_half_of_each_clash() -> None:
    # A liaison at half output, two clashes of .02.
    half = work("Liaison", "T2", "liaison", response=((1, 0.5),))
    third = work("School", "T5", "education", social=0.1)
    links = [pair("interferes", liaison="Liaison")]
    links.append(Link(name="School", kind="interferes", other="Exchange", value=0.02, liaison="Liaison"))
    records = [RICH, workshop(social=0.1), exchange(social=0.1), third, half, *links]
    assert value(instance_of(*records, number=1, **SOCIAL)) == pytest.approx(0.3 - 0.02)


def test_works_that_clash_cannot_shrink_the_clash() -> None:
    # At a tenth of their output they are still in each other's way, for .02.
    small: dict[str, Any] = {"social": 0.1, "spend_max": 2, "response": ((1, 0.5), (2, 1))}
    records = [RICH, workshop(**small), exchange(**small), pair("interferes")]
    assert value(instance_of(*records, number=1, **SOCIAL)) == pytest.approx(0.18)
    assert value(instance_of(*records, number=1, **SOCIAL), ["interference"]) == pytest.approx(0.2)


# --- too many mediators ---------------------------------------------------------------------------------------------


def test_mediators_at_half_output_still_crowd() -> None:
    # Two that are free and a third for .003: three at full output, whatever they spend.
    shape: dict[str, Any] = {"social": 0.01, "response": ((1, 0.5),)}
    records = [RICH, *(work(f"Mediators {number}", "T2", "mediation", **shape) for number in (1, 2, 3))]
    assert value(instance_of(*records, number=1, **SOCIAL)) == pytest.approx(0.015 - 0.003)
    assert value(instance_of(*records, number=1, **SOCIAL), ["crowding"]) == pytest.approx(0.015)
