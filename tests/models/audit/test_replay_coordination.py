"""What a plan leads to, with every number worked out by hand: coordination, doing no harm, inclusion."""

from __future__ import annotations

from fractions import Fraction as F
from typing import Literal

import pytest

from models.audit import Binding, Replay, audit, binding, replay
from models.plan import Grant, Plan, Signing
from models.records import Conflict, Funder, Limit, Milestone, Party, Phase, RuleSetting, Scenario
from tests.models.audit.by_hand import build, horizon, planned, talks, work


def short(found: Replay, rule: str) -> dict[int, F]:
    return {each.node: amount for each, amount in found.short.items() if each.rule == rule}


def test_a_crowd_of_mediators() -> None:
    """Three mediate on three tracks where two may: .003 a quarter, over half a year."""
    instance = build(
        horizon(2),
        Conflict(name="X"),
        talks("mediation", kind="mediation"),
        talks("offices", kind="good_offices"),
        work("elders", "T2", kind="mediation"),
        work("others", "T2"),
    )
    nodes = {"mediation": [0], "offices": [0, 1], "elders": [0, 1], "others": [0, 1]}
    found = replay(instance, planned(instance, nodes))
    assert short(found, "crowding") == {0: 1}
    assert found.score == F(-3, 1000)
    assert binding(found)[0] == Binding("crowding", 0, "X")
    cheap = audit(instance, planned(instance, nodes), objective="cost")
    assert (cheap.passed, cheap.score, "crowding" in cheap.checks) == (True, 0, False)
    assert not [each for each in binding(cheap.replay) if each.rule == "crowding"]


def test_hopes_and_disappointment() -> None:
    """Hopes .5, .45, .405; progress .06 of the first quarter; .2 are borne: .24, .19, .145."""
    instance = build(
        horizon(3, end_value=0),
        Conflict(name="X"),
        work("campaign", "T6", expectations=0.5, social=0.2),
        RuleSetting(name="expectations", kind="cost", amount=0.1),
    )
    found = replay(instance, planned(instance, {"campaign": [0]}))
    expected = {0: F(24, 100), 1: F(19, 100), 2: F(145, 1000)}
    assert short(found, "expectations") == expected
    assert found.score == F(6, 100) - F(1, 10) * sum(expected.values())
    assert Binding("expectations", 2, "X") in binding(found)


def test_quiet_times() -> None:
    """Risk .5: work of .2 a quarter counts in latent times and where no phase is told, .95 of it stays; none in war."""
    instance = build(
        horizon(5, end_value=0),
        Conflict(name="X", risk=0.5),
        Phase(conflict="X", kind="latent", begin="2006-Q2", end="2006-Q2"),
        Phase(conflict="X", kind="confrontation", begin="2006-Q3", end="2006-Q3"),
        Phase(conflict="X", kind="war", begin="2006-Q4", end="2006-Q4"),
        work("watch", prevention=0.2),
    )
    found = replay(instance, planned(instance, {"watch": [0, 1, 2, 3]}))
    stock = [F(2, 10), F(39, 100), F(3705, 10000), F(351975, 10**6), F(33437625, 10**8)]
    expected = {node: F(1, 2) - stock[node] for node in (0, 1, 2, 4)}
    assert short(found, "prevention") == expected
    assert found.score == -F(5, 100) * sum(expected.values())


@pytest.mark.parametrize("kind", ["least", "most"])
def test_shares_on_every_path(kind: Literal["least", "most"]) -> None:
    """Half of all for T4: it has 200 of 400 in the calm, and 100 of 400 in the storm, which is 100 too little."""
    instance = build(
        horizon(4),
        Scenario(name="calm", probability=0.75),
        Scenario(name="storm", probability=0.25, branches_from="calm", known="2006-Q3"),
        Conflict(name="X"),
        work("school", "T4"),
        work("court", "T5"),
        Limit(name="quota", kind=kind, who=("T4",), amount=0.5),
        RuleSetting(name="share", kind="cost", amount=1),
    )
    calm, storm = instance.tree.leaves
    before_calm, before_storm = (node.index for node in instance.tree if node.period == 2)
    plan = planned(instance, {"school": [0, calm], "court": [1, before_calm, before_storm, storm]})
    found = replay(instance, plan)
    least = kind == "least"
    assert short(found, "share") == ({storm: F(100)} if least else {})
    # Of a million in the bank, with probability .25, whenever it is.
    assert found.score == (-F(1, 4) * F(100, 10**6) if least else 0)
    # In the calm half is just what it is.
    assert {each.node for each in binding(found) if each.rule == "share"} == ({calm, storm} if least else {calm})
    assert audit(instance, plan).passed
    assert audit(instance, plan, objective="cost").passed != least


def test_what_only_some_donors_pay() -> None:
    """A donor of two tranches pays 120 of 200 for work of a tag, or issue; at most half may be its money."""
    rows = (
        horizon(1),
        Conflict(name="X"),
        Funder(name="first", amount=100, donor="D"),
        Funder(name="second", amount=100, donor="D"),
        work("school", tags=("youth",)),
        work("club", issues=("youth",)),
        work("court", "T5"),
    )
    limit = Limit(name="quota", kind="most", who=("youth",), of=("youth",), payers=("D",), amount=0.5)
    instance = build(*rows, limit)
    plan = planned(instance, {"school": [0], "club": [0], "court": [0]})
    grants = (
        Grant("first", "school", 0, 80),
        Grant("bank", "school", 0, 20),
        Grant("second", "club", 0, 40),
        Grant("bank", "club", 0, 60),
        Grant("bank", "court", 0, 100),
    )
    found = replay(instance, Plan(plan.works, grants))
    assert short(found, "share") == {0: F(20)}


def test_rooms() -> None:
    """Of 1.5 a half is there already; one club of .5 leaves .5 wanting, two leave none. From the second quarter on."""
    instance = build(
        horizon(3, end_value=0),
        Conflict(name="X"),
        work("club", tags=("women",), spend_min=50, spend_max=50, response=((50, 0.5),)),
        work("choir", "T9", issues=("women",), spend_min=50, spend_max=50, response=((50, 0.5),)),
        Limit(name="women", kind="cover", who=("women",), amount=1.5, already=0.5, begin="2006-Q2"),
    )
    plan = planned(instance, {"club": [1, 2], "choir": [2]})
    found = replay(instance, plan)
    assert short(found, "stakeholders") == {1: F(1, 2)}
    assert found.score == -F(5, 1000) / 2
    assert {each for each in binding(found) if each.rule == "stakeholders"} == {
        Binding("stakeholders", 1, "women"),
        Binding("stakeholders", 2, "women"),
    }
    assert audit(instance, plan).passed
    refused = audit(instance, plan, objective="cost").violations
    assert [(each.check, each.node) for each in refused] == [("stakeholders", 1)]


def test_each_side_gains_before_anything_is_signed() -> None:
    """A gains .2, B .05 a quarter, C, who is no party, nothing: .1 for each from the second quarter on."""
    instance = build(
        horizon(3),
        Conflict(name="X"),
        Party(name="A", conflict="X"),
        Party(name="B", conflict="X"),
        talks("talks", kind="negotiation", parties=("A", "B", "C"), gains=(("A", 0.2), ("B", 0.05))),
        Milestone(name="pact", conflict="X", value=0.1),
    )
    every = [0, 1, 2]
    signed = [planned(instance, {"talks": every}, signings=(Signing("pact", node),)) for node in every]
    assert [[each.check for each in audit(instance, plan).violations] for plan in signed] == [
        ["every_side_gains"],
        [],
        [],
    ]
    bound = [each for each in binding(replay(instance, signed[1])) if each.rule == "every_side_gains"]
    assert bound == [Binding("every_side_gains", 1, "B")]


def test_no_group_bears_more_than_it_can() -> None:
    """Farmers bear 2, herders 1: two works may be on together, the third not; harm counts whatever the output."""
    instance = build(
        horizon(2),
        Conflict(name="X", harm_ceiling=(("herders", 1),)),
        work("fence", harm=(("farmers", 1), ("herders", 1))),
        work("levy", harm=(("farmers", 1),)),
        work("ditch", harm=(("herders", 0.1),)),
        work("drones", force=True),
    )
    both = planned(instance, {"fence": [0], "levy": [0]})
    assert audit(instance, both).passed
    assert {each.subject for each in binding(replay(instance, both)) if each.rule == "do_no_harm"} == {
        "farmers",
        "herders",
    }
    more = audit(instance, planned(instance, {"fence": [0], "ditch": [0, 1], "drones": [1]})).violations
    assert [(each.check, each.node, each.subject) for each in more] == [
        ("do_no_harm", 1, "drones"),
        ("do_no_harm", 0, "herders"),
    ]
