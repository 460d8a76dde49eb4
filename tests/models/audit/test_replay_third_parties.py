"""What a plan leads to, with every number worked out by hand: mediators, bridges and other third parties."""

from __future__ import annotations

from fractions import Fraction as F

from models.audit import Binding, audit, binding, replay
from models.plan import Transfer
from models.records import Condition, Conflict, Link, Party, RuleSetting
from tests.models.audit.by_hand import AT_ONCE, build, horizon, path, planned, talks, work


def test_bias_and_knowledge() -> None:
    """Mediation of .1: .08 for a bias of .2, times 1.1 for what governments know; a biased class of .05 does .04."""
    instance = build(
        horizon(1),
        Conflict(name="X"),
        *AT_ONCE,
        RuleSetting(name="mediator_role", kind="knowledge", amount=1.1),
        talks("mediation", kind="mediation", structural=0.1, bias=0.2),
        work("class", structural=0.05, bias=0.2),
        Link(name="mediation", kind="strengthens", other="class", category="structural", value=1),
    )
    nodes = {"mediation": [0], "class": [0]}
    # .088 + .04 = .128, and bonuses of at most .3 of it.
    assert path(replay(instance, planned(instance, nodes)), "structural") == [F(128, 1000) * F(13, 10)]
    off = replay(instance, planned(instance, nodes, without=frozenset({"mediator_role"})))
    assert path(off, "structural") == [F(15, 100) * F(13, 10)]


def test_condemnation_costs_trust_at_once_and_unripe_moments_output() -> None:
    instance = build(
        horizon(2),
        Conflict(name="X"),
        Condition(conflict="X", kind="ripeness", amount=0.25, begin="2006-Q2"),
        work("blame", "T1", kind="condemnation", sponsor="S"),
        work("mediation", "T2", kind="mediation"),
        talks("offices", kind="good_offices"),
    )
    found = replay(instance, planned(instance, {"blame": [0], "mediation": [0, 1], "offices": [1]}))
    assert path(found, "social") == [F(-2, 100), F(-2, 100)]
    assert [found.output["mediation", node] for node in (0, 1)] == [1, F(1, 4)]
    assert found.output["offices", 1] == 1
    assert binding(found) == (Binding("mediator_role", 1, "mediation"),)


def test_a_mediator_who_keeps_another_out() -> None:
    rivals = [talks(name, kind="mediation") for name in ("one", "two")]
    instance = build(horizon(2), Conflict(name="X"), *rivals)
    found = replay(instance, planned(instance, {"one": [0]}))
    assert binding(found) == (Binding("mediator_role", 0, "X"),)
    both = audit(instance, planned(instance, {"one": [0], "two": [0, 1]}))
    assert [(violation.check, violation.node) for violation in both.violations] == [("mediator_role", 0)]


def test_whoever_condemned_waits() -> None:
    """A quarter is remembered; afterwards, and in another conflict, S mediates again."""
    instance = build(
        horizon(3),
        Conflict(name="X"),
        work("blame", "T1", kind="condemnation", sponsor="S"),
        talks("offices", kind="good_offices", sponsor="S"),
    )
    for nodes, refused in (([0], True), ([1], True), ([2], False)):
        found = audit(instance, planned(instance, {"blame": [0], "offices": nodes}))
        assert [violation.check for violation in found.violations] == ["mediator_role"] * refused
    early = audit(instance, planned(instance, {"blame": [1], "offices": [0]}))
    assert early.passed


def test_where_the_third_party_comes_from() -> None:
    """Hostility .4 to one guest, .2 to another: effects of 1 - .5 * .4. At .6 it still works; above it nothing does."""
    instance = build(
        horizon(3),
        Conflict(name="X"),
        Condition(conflict="X", kind="hostility", who=("H", "A"), amount=0.4, end="2006-Q1"),
        Condition(conflict="X", kind="hostility", who=("B", "H"), amount=0.2),
        Condition(conflict="X", kind="hostility", who=("H", "A"), amount=0.6, begin="2006-Q2", end="2006-Q2"),
        Condition(conflict="X", kind="hostility", who=("H", "A"), amount=0.61, begin="2006-Q3"),
        Condition(conflict="X", kind="hostility", who=("H", "C"), amount=1),
        work("seminar", "T1.5", social=0.1, political=0.01, home="H", parties=("A", "B")),
    )
    found = replay(instance, planned(instance, {"seminar": [0, 1, 2]}))
    assert path(found, "social") == [F(8, 100), F(15, 100), F(15, 100)]
    assert [found.alone["X", node] for node in range(3)] == [F(8, 1000), F(15, 1000), F(15, 1000)]
    assert found.caps["seminar", 2] == {"home_state": 0}
    assert Binding("home_state", 2, "seminar") in binding(found)


def test_whoever_names_no_party_meets_all_of_the_conflict() -> None:
    instance = build(
        horizon(1),
        Conflict(name="X"),
        Party(name="A", conflict="X"),
        Party(name="C", conflict="X"),
        Condition(conflict="X", kind="hostility", who=("H", "C"), amount=0.5),
        work("seminar", "T1.5", social=0.1, home="H"),
        work("circle", "T2", social=0.01, home="H"),
    )
    found = replay(instance, planned(instance, {"seminar": [0], "circle": [0]}))
    assert path(found, "social") == [F(75, 1000) + F(1, 100)]


def test_a_former_president_carries_ideas() -> None:
    """Of .025 at full output, from any unofficial work to any official room, while it is fresh: two quarters more."""
    instance = build(
        horizon(5),
        Conflict(name="X"),
        work("workshop", "T2", political=0.5),
        work("statesman", "T1.5", bridges=True),
        talks("talks"),
        RuleSetting(name="core", kind="ideas_kept", amount=1),
    )
    nodes = {"workshop": [0], "statesman": [0, 1, 2, 3], "talks": [1, 2, 3, 4]}
    found = replay(instance, planned(instance, nodes))
    carried = [found.transfer["X", "statesman bridges", node] for node in range(5)]
    assert carried == [0, F(25, 1000), F(25, 1000), 0, 0]
    assert path(found, "political") == [0, F(125, 10000), F(25, 1000), F(25, 1000), F(25, 1000)]
    assert Binding("bridge", 1, "statesman bridges") in binding(found)
    off = planned(instance, nodes, without=frozenset({"bridge"}))
    assert path(replay(instance, off), "political") == [0, 0, 0, 0, 0]
    stated = planned(instance, nodes, without=off.without, transfers=(Transfer("X", 1, 0.01, "statesman bridges"),))
    assert [violation.check for violation in audit(instance, stated).violations] == ["ideas"]


def test_giving_way_with_honour() -> None:
    """Concessions of .8 take .2 of talks, which a trusted third party gives back, unless one trait is wanting."""
    instance = build(
        horizon(3),
        Conflict(name="X"),
        Condition(conflict="X", kind="concession", amount=0.8),
        talks("talks"),
        work("envoy", "T1", kind="special_envoy"),
        work("elders", "T1.5", traits=(("trusted", 0.6), ("honest", 1))),
        work("friends", "T1.5", traits=(("trusted", 1), ("powerless", 0.5))),
        work("others", "T1.5"),
    )
    nodes = {"talks": [0, 1, 2], "envoy": [0], "friends": [0, 1], "others": [0, 1], "elders": [2]}
    found = replay(instance, planned(instance, nodes))
    assert [found.output["talks", node] for node in range(3)] == [F(8, 10), F(8, 10), 1]
    assert found.output["envoy", 0] == 1


def test_who_opens_closed_areas() -> None:
    """The whole is open by .5, A's area by .2. Relief for A opens both, clergy of nobody's all, aid for B not A's."""
    instance = build(
        horizon(3),
        Conflict(name="X"),
        Condition(conflict="X", kind="access", amount=0.5),
        Condition(conflict="X", kind="access", who=("A",), amount=0.2),
        work("survey", "T2", kind="fact_finding", parties=("A",)),
        work("watch", "T2", kind="monitoring"),
        work("inquiry", "T2", kind="fact_finding", needs_access=False),
        work("relief", "T4", kind="humanitarian", parties=("B",)),
        work("clergy", "T7", kind="religious"),
        RuleSetting(name="indirect_access", kind="threshold", amount=4),
    )
    every = [0, 1, 2]
    nodes = {"survey": every, "watch": every, "inquiry": every, "relief": [0], "clergy": [1]}
    found = replay(instance, planned(instance, nodes))
    assert [found.output["survey", node] for node in every] == [F(2, 10), F(2, 10), F(45, 100)]
    assert [found.output["watch", node] for node in every] == [F(5, 10), F(75, 100), 1]
    assert [found.output["inquiry", node] for node in every] == [1, 1, 1]
