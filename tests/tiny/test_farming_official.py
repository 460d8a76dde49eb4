"""Ways to farm the rules of official diplomacy, each tried by an optimiser and found barren."""

from __future__ import annotations

from typing import Any

import pytest

from models.model import Objective
from models.records import Activity, Conflict, Funder, Link, Milestone, Party, Target
from tests.solving import optimum, value
from tests.tiny.farm import NORTH_SOUTH, NOW, RICH, fact, instance_of, setting, work


def mediator(name: str, **given: Any) -> Activity:
    return work(f"Mediation by {name}", "T1", "mediation", sponsor=name, **given)


# --- signals of level -----------------------------------------------------------------------------------------------


def officials(**given: Any) -> Activity:
    return work("Officials", "T1", "consultation", level="low", **given)


def ministers(**given: Any) -> Activity:
    return work("Ministers", "T1", "consultation", level="minister", **given)


def test_idle_ministers_signal_little() -> None:
    # Officials in Q1, then ministers on least spending, whose output is .1: .1 * .02 in Q2.
    idle = ministers(spend_max=9, response=((1, 0.1), (9, 1)))
    assert value(instance_of(NOW, Funder(name="Fund", amount=2), officials(), idle)) == pytest.approx(0.002 / 2)


def test_a_level_shown_once_signals_once() -> None:
    # However often ministers come and go, .02 from Q2 on is all there is.
    records = [NOW, RICH, officials(repeats=3), ministers(repeats=3)]
    assert value(instance_of(*records, number=6)) == pytest.approx(0.02 * 5 / 6)


def test_ministers_who_were_there_first_are_no_rise() -> None:
    records = [NOW, RICH, officials(begin="2000-Q2"), ministers(status="committed")]
    assert value(instance_of(*records, number=3)) == pytest.approx(0)


def test_a_stop_in_the_talks_hides_no_fall() -> None:
    # Ministers in Q1; officials, who gain .02 a quarter, cost .03 when they follow, whether at once or after a pause.
    # From Q2 on: -.01, .01, .03, mean .03 / 4. From Q3 on: -.01, .01.
    records = [NOW, RICH, ministers(end="2000-Q1", status="committed"), officials(begin="2000-Q2", political=0.02)]
    assert value(instance_of(*records, number=4)) == pytest.approx(0.03 / 4)


# --- mediators ------------------------------------------------------------------------------------------------------


def test_three_mediators_at_half_output_are_still_three() -> None:
    # Two of the three would gain .14 at 7 of 10 each; one gains .1 in full.
    shape = {"political": 0.1, "spend_max": 2, "response": ((1, 0.7), (2, 1))}
    mediators = [mediator(name, **shape) for name in ("Norland", "Sudland", "Westland")]
    assert value(instance_of(NOW, RICH, *mediators, number=1)) == pytest.approx(0.1)


def test_condemning_and_mediating_in_turns_does_not_pay() -> None:
    # A mediation gains .1 a quarter, a condemnation .04 and costs .02 of trust. Who condemned may not mediate in the
    # same quarter or the next: mediation throughout, .1, .2, .3, .4. With both whenever one likes: .12 a quarter.
    condemnation = work("Condemnation", "T1", "condemnation", sponsor="Norland", political=0.04, repeats=4)
    records = [NOW, RICH, mediator("Norland", political=0.1, repeats=4), condemnation]
    found = optimum(instance_of(*records, number=4, social=1))
    assert found is not None
    assert found.value == pytest.approx(0.25)
    assert {each.activity for each in found.plan.works} == {"Mediation by Norland"}
    assert value(instance_of(*records, number=4, social=1), without=["mediator_role"]) == pytest.approx(0.35)


def test_who_favours_one_side_entirely_earns_no_bonus() -> None:
    # Bonuses are at most .3 of what the works gain themselves.
    records = [
        NOW,
        RICH,
        mediator("Norland", political=0.1, bias=1),
        work("Statesmen", "T1.5", "dialogue"),
        Link(name="Mediation by Norland", kind="strengthens", other="Statesmen", value=0.1),
    ]
    assert value(instance_of(*records, number=1)) == pytest.approx(0)
    assert value(instance_of(*records, number=1), without=["mediator_role"]) == pytest.approx(0.13)


# --- forced, unwilling, unrecognised --------------------------------------------------------------------------------


def test_what_is_forced_at_the_end_lasts_no_better() -> None:
    # .2 lands a quarter after the only one, .1 of it lasts; the end counts as long as the quarter.
    forced = work("Ultimatum", "T1", "consultation", political=0.2, coercive=True)
    assert value(instance_of(RICH, forced, number=1, end_value=0.25)) == pytest.approx(0.1)


def test_what_is_forced_signs_nothing() -> None:
    # The accord needs .15 that lasts; of .2 by force .1 does.
    forced = work("Ultimatum", "T1", "negotiation", political=0.2, coercive=True)
    accord = Milestone(name="Accord", value=0.5, political=0.15)
    assert value(instance_of(NOW, RICH, forced, accord, number=1)) == pytest.approx(0.1)
    assert value(instance_of(NOW, RICH, forced, accord, number=1), without=["coercion"]) == pytest.approx(0.7)


def test_unrecognised_talks_sign_nothing() -> None:
    records = [NOW, RICH, work("Talks", "T1", "negotiation"), Milestone(name="Accord", value=0.1)]
    assert value(instance_of(*records)) == pytest.approx(0.1)
    assert value(instance_of(*records, fact("recognition", 0, *NORTH_SOUTH))) == pytest.approx(0)


@pytest.mark.parametrize(("people", "gained"), [(("South",), 0), (("North",), 0.1), ((), 0.1)])
def test_other_peoples_opinion_moves_nobody(people: tuple[str, ...], gained: float) -> None:
    marches = work("Marches", "T6", "advocacy", parties=people, opinion=1)
    talks = work("Talks", "T1", "consultation", political=0.1)
    assert value(instance_of(NOW, RICH, fact("willingness", 0, "North"), marches, talks, number=1)) == pytest.approx(
        gained
    )


def test_opinion_is_not_hoarded() -> None:
    # Three quarters of marches move opinion to 1 and no further; .8 of it is left in Q4, when the talks are held.
    marches = work("Marches", "T6", "advocacy", opinion=1, end="2000-Q3")
    talks = work("Talks", "T1", "consultation", political=0.2, begin="2000-Q4")
    records = [NOW, RICH, fact("willingness", 0, "North"), setting("political_will", "threshold", 1), marches, talks]
    assert value(instance_of(*records, number=4)) == pytest.approx(0.8 * 0.2 / 4)


# --- nothing relieves itself ----------------------------------------------------------------------------------------


def test_talks_do_not_inform_themselves() -> None:
    talks = work("Talks", "T1", "consultation", political=0.1, insight=1, needs_insight=True)
    assert value(instance_of(NOW, RICH, setting("intelligence", "uninformed", 0), talks, number=3)) == pytest.approx(0)


@pytest.mark.parametrize(("track", "number", "gained"), [("T2", 1, 0), ("T2", 2, 0.1 / 2), ("T1", 2, 0)])
def test_a_taboo_is_opened_earlier_and_by_others(track: str, number: int, gained: float) -> None:
    # Unofficial work of the same quarter opens nothing, and officials never do.
    talks = work("Talks", "T1", "consultation", political=0.1, issues=("border",))
    opener = work("Opener", track, "other", issues=("border",))
    records = [NOW, RICH, Conflict(name="Strife", taboo=("border",)), talks, opener]
    assert value(instance_of(*records, number=number)) == pytest.approx(gained)


def test_exposure_is_not_split_away() -> None:
    # Two talks at half output expose as much as one in full.
    north = Party(name="North", exposure_limit=1)
    talks = [work(name, "T1", "consultation", political=0.1) for name in ("Talks", "More talks")]
    assert value(instance_of(NOW, RICH, north, *talks, number=1)) == pytest.approx(0.1)


# --- facts cap, they forbid nothing ---------------------------------------------------------------------------------


@pytest.mark.parametrize("objective", ["progress", "cost"])
def test_the_worst_facts_leave_a_plan(objective: Objective) -> None:
    # Whatever is committed can run: it achieves nothing, and officials who follow ministers cost .03.
    committed: dict[str, Any] = {"status": "committed", "political": 0.1, "issues": ("border",), "needs_access": True}
    records = [
        RICH,
        Conflict(name="Strife", taboo=("border",)),
        *(Party(name=name, exposure_limit=0) for name in NORTH_SOUTH),
        *(fact(kind, 0) for kind in ("ripeness", "access")),
        *(fact("willingness", 0, name) for name in NORTH_SOUTH),
        *(fact("recognition", 0, name, "Norland") for name in NORTH_SOUTH),
        fact("recognition", 0, *NORTH_SOUTH),
        fact("concession", 1),
        fact("hostility", 1, "Eastland", "South"),
        ministers(end="2000-Q1", **committed),
        officials(begin="2000-Q2", needs_insight=True, coercive=True, **committed),
        mediator("Norland", leverage=True, bias=1, **committed),
        work("Statesman", "T1.5", "dialogue", home="Eastland", bridges=True, parties=("South",), **committed),
        work("Mission", "T1", "fact_finding", **committed),
    ]
    found = optimum(instance_of(*records, number=3), objective=objective)
    assert found is not None
    assert all(work.output == pytest.approx(0) for work in found.plan.works)
    assert found.value == pytest.approx(12 if objective == "cost" else -0.03 * 2 / 3)


def test_ministries_at_one_table_are_no_ban_on_peace() -> None:
    # Friction costs points, and least cost counts money: talks of two ministries (1) reach the target.
    talks = work("Talks", "T1", "consultation", political=0.1, agencies=("foreign", "defence"))
    target = Target(name="Peace", kind="political", progress=0.1)
    assert value(instance_of(NOW, RICH, talks, target), objective="cost") == pytest.approx(1)
