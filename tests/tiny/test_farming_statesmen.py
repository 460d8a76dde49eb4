"""Ways to farm the rules of Track One and a Half and of indirect work, each tried by an optimiser and found barren."""

from __future__ import annotations

from typing import Any

import pytest

from models.records import Activity, Funder, Link
from tests.solving import value
from tests.tiny.farm import NORTH_SOUTH, NOW, RICH, fact, instance_of, setting, work

ROOM = work("Room", "T1", "consultation")


def workshop(**given: Any) -> Activity:
    return work("Workshop", "T2", "workshop", **({"political": 0.2} | given))


def president(**given: Any) -> Activity:
    return work("Former president", "T1.5", "dialogue", bridges=True, **given)


# --- bridges --------------------------------------------------------------------------------------------------------


def test_a_bridge_carries_its_share() -> None:
    # .025 ideas a quarter, each worth .5: .0125, .025.
    assert value(instance_of(NOW, RICH, ROOM, workshop(), president())) == pytest.approx(0.01875)


def test_a_bridge_leads_nowhere_without_an_official_room() -> None:
    assert value(instance_of(NOW, RICH, workshop(), president())) == pytest.approx(0)


def test_a_bridge_leads_nowhere_where_officials_only_sit() -> None:
    records = [NOW, RICH, ROOM, workshop(), president(), fact("recognition", 0, *NORTH_SOUTH)]
    assert value(instance_of(*records)) == pytest.approx(0)


def test_a_bridge_carries_no_stale_ideas() -> None:
    # Ideas of Q1 are too old for a room that opens in Q4; one that opens in Q3 takes .025 of them once.
    for begin, gained in (("2000-Q3", 0.025 * 2 / 4), ("2000-Q4", 0)):
        room = work("Room", "T1", "consultation", begin=begin)
        records = [NOW, RICH, room, workshop(end="2000-Q1"), president()]
        assert value(instance_of(*records, number=4)) == pytest.approx(gained / 2), begin


def test_a_link_and_a_bridge_share_one_stock() -> None:
    # .02 ideas; the link could carry .05 and the bridge .025: .01 in all.
    link = Link(name="Workshop", kind="transfers", other="Room", value=0.05)
    records = [NOW, RICH, ROOM, workshop(political=0.02), president(), link]
    assert value(instance_of(*records, number=1)) == pytest.approx(0.01)


def test_a_bridge_without_money_is_no_bridge() -> None:
    records = [NOW, Funder(name="Fund", amount=2), ROOM, workshop(), president(spend_min=0)]
    assert value(instance_of(*records, number=1)) == pytest.approx(0)


def test_nobody_crosses_a_bridge_from_a_hostile_state() -> None:
    records = [NOW, RICH, ROOM, workshop(), president(home="Eastland"), fact("hostility", 0.7, "Eastland", "South")]
    assert value(instance_of(*records)) == pytest.approx(0)


# --- saving face ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("traits", "output"), [((0.5, 0.9), 0.75), ((0.6, 0.6), 1)])
def test_two_hosts_do_not_lend_each_other_traits(traits: tuple[float, float], output: float) -> None:
    one = work("One", "T1.5", "dialogue", traits=(("trusted", traits[0]), ("prominent", traits[1])))
    other = work("Other", "T1.5", "dialogue", traits=(("trusted", traits[1]), ("prominent", traits[0])))
    talks = work("Talks", "T1", "consultation", political=0.2)
    assert value(instance_of(NOW, RICH, fact("concession", 1), one, other, talks, number=1)) == pytest.approx(
        0.2 * output
    )


def test_a_host_without_money_saves_no_face() -> None:
    host = work("Host", "T1.5", "dialogue", spend_min=0, traits=(("trusted", 1),))
    talks = work("Talks", "T1", "consultation", political=0.2)
    records = [NOW, Funder(name="Fund", amount=1), fact("concession", 1), host, talks]
    assert value(instance_of(*records, number=1)) == pytest.approx(0.15)


def test_a_host_from_a_hostile_state_saves_no_face() -> None:
    host = work("Host", "T1.5", "dialogue", traits=(("trusted", 1),), home="Eastland")
    talks = work("Talks", "T1", "consultation", political=0.2)
    records = [NOW, RICH, fact("concession", 1), fact("hostility", 0.7, "Eastland", "South"), host, talks]
    assert value(instance_of(*records, number=1)) == pytest.approx(0.15)


# --- closed areas ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("money", "gained"), [(2, 0), (3, 0.1)])
def test_relief_without_money_opens_nothing(money: int, gained: float) -> None:
    # Rebuilding in Q2 costs 2; a quarter of relief, which opens the area, costs 1.
    relief = work("Relief", "T4", "humanitarian", spend_min=0)
    rebuilding = work("Rebuilding", "T2", "reconstruction", cost=2, structural=0.1, begin="2000-Q2")
    records = [fact("access", 0), setting("indirect_access", "threshold", 1), relief, rebuilding]
    fund = Funder(name="Fund", amount=money)
    assert value(instance_of(*records, fund, political=0, structural=1)) == pytest.approx(gained / 2)


def test_relief_that_needs_access_does_not_let_itself_in() -> None:
    relief = work("Relief", "T4", "humanitarian", structural=0.1, needs_access=True)
    records = [RICH, fact("access", 0), relief]
    assert value(instance_of(*records, number=4, political=0, structural=1)) == pytest.approx(0)


def test_relief_of_the_same_quarter_opens_nothing() -> None:
    relief = work("Relief", "T4", "humanitarian")
    monitors = work("Monitors", "T2", "monitoring", structural=0.1)
    records = [RICH, fact("access", 0), setting("indirect_access", "threshold", 0.25), relief, monitors]
    assert value(instance_of(*records, number=1, political=0, structural=1)) == pytest.approx(0)
