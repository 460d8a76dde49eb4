"""What a plan leads to, with every number worked out by hand: the unofficial tracks."""

from __future__ import annotations

from fractions import Fraction as F
from typing import Any

import pytest

from models.audit import Binding, audit, binding, replay
from models.plan import Bonus, Grant, Plan, Transfer
from models.records import Condition, Conflict, Funder, Link, Party, RuleSetting
from tests.models.audit.by_hand import build, horizon, path, planned, talks, work


def test_the_same_people_meet_again() -> None:
    """Of .1 a tenth more from the second meeting on; after a pause they start anew."""
    instance = build(
        horizon(5),
        Conflict(name="X"),
        work("circle", social=0.1, same_people=True),
        work("fair", social=0.1),
        RuleSetting(name="core", kind="ideas_worth", amount=1),
    )
    found = replay(instance, planned(instance, {"circle": [0, 1, 3, 4]}))
    assert path(found, "social") == [F(10, 100), F(21, 100), F(21, 100), F(31, 100), F(42, 100)]
    assert {node for key, node in found.bonus if key == "circle continues"} == {1, 3, 4}
    off = planned(instance, {"circle": [0, 1]}, without=frozenset({"continuity"}))
    assert path(replay(instance, off), "social")[1] == F(2, 10)


def test_training_tells_two_quarters_later() -> None:
    """Skill .4, then .38 + .4: of an own gain of .1 in two categories a tenth of that more, two quarters later."""
    instance = build(
        horizon(4),
        Conflict(name="X"),
        work("school", "T5", skills=0.4),
        work("workshop", "T2", political=0.1, social=0.1, credibility=1),
        work("fair", "T4", social=0.1),
        RuleSetting(name="core", kind="ideas_kept", amount=1),
    )
    nodes = {"school": [0, 1], "workshop": [0, 1, 2, 3], "fair": [3]}
    found = replay(instance, planned(instance, nodes))
    assert [found.bonus.get(("workshop skilled", node)) for node in range(4)] == [None, None, F(4, 10), F(78, 100)]
    assert [found.ideas["X", node] for node in range(4)] == [F(1, 10), F(2, 10), F(304, 1000), F(4118, 10000)]
    assert path(found, "social")[3] == F(4, 10) + F(4, 1000) + F(78, 10000) + F(1, 10)
    assert path(found, "political") == [0, 0, 0, 0]


def test_all_bonuses_share_one_ceiling_links_first() -> None:
    """Of .2 at most .3: the link takes .05 of .06, the same people .01 of theirs, and nothing is left for skills."""
    instance = build(
        horizon(4),
        Conflict(name="X"),
        work("school", "T5", skills=1),
        work("workshop", "T2", social=0.1, same_people=True),
        work("fair", "T4", social=0.1),
        Link(name="workshop", kind="strengthens", other="fair", category="social", value=0.05),
        RuleSetting(name="continuity", kind="value", amount=0.3),
        RuleSetting(name="skills", kind="value", amount=0.3),
    )
    nodes: dict[str, list[int]] = {name: [0, 1, 2, 3] for name in ("school", "workshop", "fair")}
    found = replay(instance, planned(instance, nodes))
    taken = [found.bonus[key, 3] for key in ("workshop strengthens fair", "workshop continues", "workshop skilled")]
    assert taken[0] == 1
    assert taken[2] == 0
    assert 0 <= F(1, 3) - taken[1] < F(1, 10**12)
    level = {"workshop strengthens fair": 1.0, "workshop continues": 0.3, "workshop skilled": 0.1}
    bonuses = tuple(Bonus(key, 3, much) for key, much in level.items())
    stated = audit(instance, planned(instance, nodes, transfers=(), bonuses=bonuses))
    # .05 + .3 * .03 + .1 * .03 = .062.
    assert [(each.check, each.found) for each in stated.violations] == [("bonuses", "0.062")]


def test_a_liaison_keeps_both_informed() -> None:
    """A bonus of .04 as far as all three work: nothing, then a half, then all; a clash of .1 the other way round."""
    instance = build(
        horizon(3, end_value=0),
        Conflict(name="X"),
        work("one", structural=0.1),
        work("two", structural=0.1),
        work("office", kind="liaison", spend_min=0, response=((0, 0.5), (100, 1))),
        Link(name="one", kind="strengthens", other="two", category="structural", value=0.04, liaison="office"),
        Link(name="one", kind="interferes", other="two", value=0.05, liaison="office"),
    )
    plan = planned(instance, {"one": [0, 1, 2], "two": [0, 1, 2], "office": [1, 2]})
    works = tuple(
        row if (row.activity, row.node) != ("office", 1) else type(row)("office", 1, 0, 0, None, True)
        for row in plan.works
    )
    found = replay(instance, Plan(works, plan.grants))
    assert path(found, "structural") == [F(2, 10), F(42, 100), F(66, 100)]
    assert [found.short.get(("interference", "one interferes two", node)) for node in range(3)] == [1, F(1, 2), None]  # type: ignore[call-overload]
    # A mean of three, less .05 * 1.5 points over three quarters.
    points = F(3, 10) * (F(20 + 42 + 66, 100) / 3) - F(75, 1000)
    assert found.score == points
    assert Binding("interference", 0, "one interferes two") in binding(found)
    assert Binding("interference", 2, "one interferes two") not in binding(found)


def test_leaders_go_as_far_as_their_people() -> None:
    """.8 in any case, and .2 times the least opinion: .5 fading by .8 in A, and in B none, until the press moves it."""
    instance = build(
        horizon(3),
        Conflict(name="X"),
        Party(name="A", conflict="X", opinion=0.5),
        Party(name="B", conflict="X", opinion=0),
        Party(name="C", conflict="X"),
        talks("talks", parties=("A", "B", "C")),
        talks("visit", parties=("A", "C")),
        talks("chat", parties=("C",)),
        work("press", "T9", kind="media", opinion=0.3, parties=("B",)),
    )
    every = [0, 1, 2]
    found = replay(instance, planned(instance, {"talks": every, "visit": every, "chat": every, "press": [1]}))
    assert [found.output["visit", node] for node in every] == [
        F(8, 10) + F(2, 10) * F(4, 10) * F(8, 10) ** n for n in every
    ]
    # B: 0, .3, .24; A: .4, .32, .256.
    assert [found.output["talks", node] for node in every] == [F(8, 10), F(86, 100), F(848, 1000)]
    assert found.output["chat", 0] == 1
    assert Binding("public_opinion", 0, "talks") in binding(found)


def test_press_near_a_secret_room_and_uneven_chairs() -> None:
    """Seats 4 : 1, a quarter of the most: .55 is lost beyond .2, and half given back. The press empties the room."""
    instance = build(
        horizon(2),
        Conflict(name="X"),
        work("room", "T2", confidential=True, seats=(("A", 4), ("B", 1))),
        work("voices", equalising=0.1, spend_min=0, response=((0, 0.5), (100, 1))),
        work("press", "T9", kind="media"),
        work("quiet press", "T9", kind="media", publicity=False),
    )
    plan = planned(instance, {"room": [0, 1], "voices": [0], "press": [1], "quiet press": [0]})
    works = tuple(type(row)("voices", 0, 0, 0, None, True) if row.activity == "voices" else row for row in plan.works)
    found = replay(instance, Plan(works, plan.grants))
    assert found.caps["room", 0] == {"seats": F(45, 100) + F(55, 100) / 2}
    assert found.caps["room", 1] == {"seats": F(45, 100), "confidentiality": 0}
    assert [found.output["room", node] for node in (0, 1)] == [F(725, 1000), 0]


def test_unofficial_talks_find_a_way() -> None:
    """An impasse of .5 is worth a tenth more to the workshop, in ideas alone; officials gain nothing by it."""
    instance = build(
        horizon(2),
        Conflict(name="X"),
        RuleSetting(name="core", kind="ideas_kept", amount=1),
        Condition(conflict="X", kind="impasse", amount=0.5, begin="2006-Q2"),
        work("workshop", "T2", political=0.1, social=0.1),
        work("seminar", "T1.5", political=0.01),
    )
    found = replay(instance, planned(instance, {"workshop": [0, 1], "seminar": [0, 1]}))
    assert [found.ideas["X", node] for node in (0, 1)] == [F(1, 10), F(21, 100)]
    assert path(found, "social")[1] == F(2, 10)
    assert path(found, "political") == [F(1, 100), F(2, 100)]


@pytest.mark.parametrize(
    ("given", "landed", "end"),
    [
        # .1 of ideas is carried in the first quarter, worth .05: at once; half a quarter on; a quarter; a year.
        ({"channel": "participants"}, [F(5, 100), F(5, 100)], F(5, 100)),
        ({"channel": "briefing"}, [F(25, 1000), F(5, 100)], F(5, 100)),
        ({"channel": "public"}, [0, F(5, 100)], F(5, 100)),
        ({"channel": "participants", "lag": 4}, [0, 0], F(5, 100)),
    ],
)
def test_ideas_take_their_time(given: dict[str, Any], landed: list[F], end: F) -> None:
    instance = build(
        horizon(2),
        Conflict(name="X"),
        work("workshop", "T2", political=0.1),
        talks("talks"),
        Link(name="workshop", kind="transfers", other="talks", value=1, **given),
    )
    found = replay(instance, planned(instance, {"workshop": [0], "talks": [0]}))
    assert found.transfer["X", "workshop transfers talks", 0] == F(1, 10)
    assert found.ideas["X", 0] == 0
    assert path(found, "political") == landed
    assert found.end["X", "political", 1] == end
    off = replay(instance, planned(instance, {"workshop": [0], "talks": [0]}, without=frozenset({"transfer"})))
    assert path(off, "political") == [F(5, 100), F(5, 100)]


def test_a_score_that_counts_ideas_before_they_are_heard() -> None:
    instance = build(
        horizon(2),
        Conflict(name="X"),
        work("workshop", "T2", political=0.1),
        talks("talks"),
        Link(name="workshop", kind="transfers", other="talks", value=1, channel="public"),
    )
    carried = (Transfer("X", 0, 0.1, "workshop transfers talks"),)
    plan = planned(instance, {"workshop": [0], "talks": [0]}, transfers=carried, bonuses=())
    # .4 * .05 in one of two quarters, and at the end; over half a year that counts a year.
    assert replay(instance, plan).score == F(2, 100) * (F(1, 2) + 2)
    found = audit(instance, plan, claimed_score=float(F(2, 100) * (1 + 2)))
    assert [violation.check for violation in found.violations] == ["transfer"]


def test_who_carries_to_whom() -> None:
    """People of half the influence, officials who listen by .4; track 1.5 takes half, and listens. Talks, no envoys."""
    instance = build(
        horizon(1),
        Conflict(name="X"),
        Condition(conflict="X", kind="openness", amount=0.4),
        work("workshop", "T2", political=1, influence=0.5),
        talks("talks"),
        work("envoy", "T1", kind="special_envoy"),
        work("elders", "T1.5", bridges=True),
        Link(name="workshop", kind="transfers", other="talks", value=0.1),
        Link(name="workshop", kind="transfers", other="elders", value=0.1),
        RuleSetting(name="transfer", kind="default", amount=0.1),
        RuleSetting(name="bridge", kind="capacity", amount=0.1),
    )
    found = replay(instance, planned(instance, {name: [0] for name in ("workshop", "talks", "envoy", "elders")}))
    # The default: received .4 + .4 + .5 = 1.3, said .5. The bridge: received .4 (talks alone), said .5.
    assert [found.transfer_cap["X", link, 0] for link in ("workshop transfers talks", "workshop transfers elders")] == [
        F(2, 100),
        F(25, 1000),
    ]
    assert found.transfer_cap["X", "", 0] == F(5, 100)
    assert found.transfer_cap["X", "elders bridges", 0] == F(4, 100)


def test_what_lands_without_governments_counts_when_it_lands() -> None:
    """.3 are carried while governments talk; they land, as .15, when nobody does. A token of talks changes nothing."""
    instance = build(
        horizon(3),
        Conflict(name="X"),
        work("workshop", "T2", political=0.5),
        work("talks", "T1", spend_min=0, response=((0, 0.05), (100, 1))),
        Link(name="workshop", kind="transfers", other="talks", value=1, channel="public"),
        RuleSetting(name="no_substitute", kind="limit", amount=0.1),
    )
    carried = (Transfer("X", 0, 0.3, "workshop transfers talks"),)
    nodes = {"workshop": [0], "talks": [0]}
    found = audit(instance, planned(instance, nodes, transfers=carried, bonuses=()))
    assert [(each.check, each.node, each.found) for each in found.violations] == [("no_substitute", 1, "0.15")]
    there = audit(instance, planned(instance, {**nodes, "talks": [0, 1]}, transfers=carried, bonuses=()))
    assert there.passed
    token = planned(instance, {**nodes, "talks": [0, 1]}, transfers=carried, bonuses=())
    works = tuple(type(row)("talks", 1, 0, 0, 0.05, False) if row.node == 1 else row for row in token.works)
    grants = tuple(grant for grant in token.grants if grant.node != 1)
    idle = audit(instance, Plan(works, grants, (), carried, ()))
    assert [violation.check for violation in idle.violations] == ["no_substitute"]
    # Left open, no more is carried than may be gained without them: .2 of ideas.
    assert replay(instance, planned(instance, nodes)).transfer["X", "workshop transfers talks", 0] == F(2, 10)
    assert audit(instance, planned(instance, nodes)).passed


def test_money_raised_pays_later() -> None:
    """Nine tenths of 100 a quarter, two quarters on, beside 10 there were; in the window only, and a half after it."""
    instance = build(
        horizon(5),
        Conflict(name="X"),
        Funder(name="fund", amount=10, end="2006-Q3", carry_over=0.5),
        work("appeal", "T8", kind="fundraising", raises=(("fund", 100),)),
        work("school"),
        RuleSetting(name="fundraising", kind="yield", amount=0.9),
    )
    plan = planned(instance, {"appeal": [0, 1], "school": [2, 4]})

    def paid(first: int, later: int, *without: str) -> list[str]:
        grants = [grant for grant in plan.grants if grant.activity != "school"]
        for node, own in ((2, first), (4, later)):
            grants += [Grant("fund", "school", node, own), Grant("bank", "school", node, 100 - own)]
        found = audit(instance, Plan(plan.works, tuple(grants), without=frozenset(without)))
        return [violation.check for violation in found.violations]

    # 100 by the third quarter; what the second appeal brings comes too late. Half of what is left of it may wait.
    assert paid(60, 20) == []
    assert paid(60, 21) == ["fundraising"]
    assert paid(99, 1) == ["fundraising"]
    assert paid(60, 21, "fundraising") == ["budget", "budget"]
    assert paid(99, 99, "budget") == []
    spent = [grant for grant in plan.grants if grant.activity != "school"]
    spent += [Grant("fund", "school", 2, 100), Grant("bank", "school", 4, 100)]
    assert Binding("budget", 2, "fund") in binding(replay(instance, Plan(plan.works, tuple(spent))))
