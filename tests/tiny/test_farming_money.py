"""Ways to farm the rules about money raised and shared out, each tried by an optimiser and found barren."""

from __future__ import annotations

from typing import Any

import pytest

from models.records import Activity, Funder, Limit
from tests.solving import optimum, value
from tests.tiny.farm import instance_of, penniless, setting, work

SOCIAL = {"political": 0, "social": 1}


def campaign(raises: float = 3, **given: Any) -> Activity:
    return work("Campaign", "T8", "fundraising", raises=(("Fund", raises),), **given)


def school(cost: int = 1, **given: Any) -> Activity:
    return work("School", "T5", "education", cost, **({"social": 0.1} | given))


def exchange() -> Activity:
    return work("Exchange", "T4", "exchange", social=0.1)


# --- money raised ---------------------------------------------------------------------------------------------------


def test_money_raised_pays_for_nothing_in_its_own_quarter() -> None:
    # No wait at all. The unit there is pays for a campaign, and what comes pays for the school, at 4, not before Q2.
    records = [setting("fundraising", "lag", 0), Funder(name="Fund", amount=1), campaign(4), school(4)]
    assert value(instance_of(*records, **SOCIAL)) == pytest.approx(0.1 / 2)


def test_a_campaign_does_not_pay_for_itself() -> None:
    # However much it brings: with nothing to begin with, nobody campaigns.
    records = [Funder(name="Fund", amount=1), campaign(99), school()]
    assert value(penniless(instance_of(*records, number=8, **SOCIAL))) == pytest.approx(0)


@pytest.mark.parametrize(("end", "gained"), [("2000-Q3", 0.2 / 4), ("2000-Q4", 0.3 / 4)])
def test_money_that_comes_after_the_window_is_lost(end: str, gained: float) -> None:
    # The campaign of Q1 brings 3 in Q3, that of Q2 brings 3 in Q4; the school costs 3 a quarter, and the fund pays no
    # longer than its window. Until Q3: 0, 0, .1, .1. Until Q4: 0, 0, .1, .2.
    records = [Funder(name="Fund", amount=2, end=end), campaign(), school(3)]
    assert value(instance_of(*records, number=4, **SOCIAL)) == pytest.approx(gained)


def test_money_raised_into_an_expired_tranche_is_not_carried_over() -> None:
    # The fund closes after Q1 and half of what is left outlives it: of 3, 1 for the campaign, half of 2 is left, 1.
    # What the campaign brings in Q3 is lost; otherwise 2 would pay for the school.
    records = [Funder(name="Fund", amount=3, end="2000-Q1", carry_over=0.5), campaign(9), school(2, begin="2000-Q2")]
    assert value(instance_of(*records, number=4, **SOCIAL)) == pytest.approx(0)


def test_a_cheap_campaign_brings_what_its_output_brings() -> None:
    # At least spending (1 of 9) a tenth of its output: .3 in Q2, not 3; the 1 left does not pay for the school (2).
    idle = campaign(spend_max=9, response=((1, 0.1), (9, 1)))
    records = [setting("fundraising", "lag", 0), Funder(name="Fund", amount=2), idle, school(2, begin="2000-Q2")]
    assert value(instance_of(*records, **SOCIAL)) == pytest.approx(0.05)
    records[1] = Funder(name="Fund", amount=1)
    assert value(instance_of(*records, **SOCIAL)) == pytest.approx(0)


# --- shares ---------------------------------------------------------------------------------------------------------


def least(amount: float, *who: str, **given: Any) -> Limit:
    return Limit(name="Share", kind="least", who=who, amount=amount, **given)


def most(amount: float, *who: str, **given: Any) -> Limit:
    return Limit(name="Share", kind="most", who=who, amount=amount, **given)


@pytest.mark.parametrize(("money", "gained"), [(1, 0), (2, 0.1), (3, 0.1), (4, 0.2)])
def test_a_share_is_met_with_money_and_nothing_else(money: int, gained: float) -> None:
    # Half of the money has to go to studies, which gain nothing: each school of .1 costs 1 and takes 1 for a study.
    studies = [work(f"Study {number}", "T5", "research", tags=("papers",)) for number in (1, 2)]
    schools = [work(f"School {number}", "T5", "education", social=0.1) for number in (1, 2, 3)]
    records = [Funder(name="Fund", amount=money), least(0.5, "papers", hard=True), *studies, *schools]
    assert value(instance_of(*records, number=1, **SOCIAL)) == pytest.approx(gained)


def test_a_share_counts_all_quarters_on_a_path() -> None:
    # A study at the very end meets the share of both quarters only at the price of both: 2 for 2.
    study = work("Study", "T5", "research", tags=("papers",), begin="2000-Q2", spend_max=2)
    records = [least(0.5, "papers", hard=True), school(), study]
    assert value(instance_of(*records, Funder(name="Fund", amount=4), **SOCIAL)) == pytest.approx(0.15)
    assert value(instance_of(*records, Funder(name="Fund", amount=3), **SOCIAL)) == pytest.approx(0.1)


def test_a_study_that_matches_twice_counts_once() -> None:
    # Its track, its tag and its name are in the list; 1 of 2 is still less than three quarters.
    study = work("Study", "T5", "research", tags=("papers",))
    records = [Funder(name="Fund", amount=2), least(0.75, "T5", "papers", "Study", hard=True), study, exchange()]
    assert value(instance_of(*records, number=1, **SOCIAL)) == pytest.approx(0)


def test_nobody_spends_nothing_to_keep_a_share() -> None:
    # No money, no share missed: nothing is owed, and nothing divided by nothing.
    records = [least(0.5, "T4"), most(0.5, "T5").model_copy(update={"name": "Other"}), exchange(), school()]
    poor = penniless(instance_of(Funder(name="Fund", amount=1), *records, number=1, **SOCIAL))
    assert value(poor) == pytest.approx(0)


def test_another_donors_money_is_no_donors_money() -> None:
    # At most nothing of the school from the ministry. Two tranches of it are one donor.
    cap = most(0, "T5", of=("T5",), payers=("Ministry",), hard=True)
    tranches = [Funder(name=name, amount=1, donor="Ministry") for name in ("Spring", "Autumn")]
    assert value(instance_of(cap, *tranches, school(), number=1, **SOCIAL)) == pytest.approx(0)
    other = Funder(name="Foundation", amount=1)
    found = optimum(instance_of(cap, *tranches, other, school(), number=1, **SOCIAL))
    assert found is not None
    assert found.value == pytest.approx(0.1)
    assert {grant.funder for grant in found.plan.grants} == {"Foundation"}
