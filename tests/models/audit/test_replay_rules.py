"""What a plan leads to, with every number worked out by hand: what each rule does."""

from __future__ import annotations

from fractions import Fraction as F

from models.audit import Binding, audit, binding, replay
from models.audit.state import Short
from models.plan import Plan, Work
from models.records import (
    Closure,
    Conflict,
    Election,
    Link,
    Phase,
    RuleSetting,
)
from tests.models.audit.by_hand import build, horizon, path, planned, work


def test_ideas_wait_until_they_are_carried() -> None:
    """A workshop adds .1 a quarter to the ideas, of which .9 stay fresh; talks carry .05 a quarter at full output."""
    instance = build(
        horizon(),
        Conflict(name="X"),
        work("workshop", "T2", political=0.1),
        work("talks", "T1", kind="consultation"),
        Link(name="workshop", kind="transfers", other="talks"),
    )
    found = replay(instance, planned(instance, {"workshop": [0], "talks": [1, 2, 3]}))
    # Nothing at first (no talks); then .09 - .05; then .036 - .036 (the stock ends); the last time nothing is left.
    assert [found.ideas["X", node] for node in range(4)] == [F(1, 10), F(4, 100), 0, 0]
    carried = [found.transfer["X", "workshop transfers talks", node] for node in range(4)]
    assert carried == [0, F(5, 100), F(36, 1000), 0]
    assert path(found, "political") == [0, F(25, 1000), F(43, 1000), F(43, 1000)]


def test_the_workshop_must_be_fresh() -> None:
    """After two quarters nothing of it can be carried; track 1.5 takes half of what track 1 takes."""
    instance = build(
        horizon(),
        Conflict(name="X"),
        work("workshop", "T2", political=0.5),
        work("seminar", "T1.5"),
        Link(name="workshop", kind="transfers", other="seminar", value=0.1),
    )
    found = replay(instance, planned(instance, {"workshop": [0], "seminar": [0, 1, 2, 3]}))
    carried = [found.transfer["X", "workshop transfers seminar", node] for node in range(4)]
    assert carried == [F(5, 100), F(5, 100), F(5, 100), 0]
    off = replay(instance, planned(instance, {"workshop": [0], "seminar": []}, without=frozenset({"transfer"})))
    # With the rule off all is carried as it comes, up to what may be gained without governments: .2 at .5 an idea.
    assert [off.transfer["X", "", node] for node in range(4)] == [F(4, 10), 0, 0, 0]


def test_the_default_mechanism() -> None:
    """Of .02 a quarter, the lesser of what is taken in (by track 1.5 half) and fresh unofficial output."""
    instance = build(
        horizon(3),
        Conflict(name="X"),
        work("one", "T2", political=0.5),
        work("two", "T3", political=0.5),
        work("talks", "T1", kind="consultation"),
        work("seminar", "T1.5"),
        RuleSetting(name="transfer", kind="default", amount=0.02),
        RuleSetting(name="transfer", kind="window", amount=0),
    )
    found = replay(instance, planned(instance, {"one": [0], "two": [0, 1], "talks": [0, 1, 2], "seminar": [0, 1, 2]}))
    # Received 1.5 each time; fresh 2, then 1, then 0.
    assert [found.transfer["X", "", node] for node in range(3)] == [F(3, 100), F(2, 100), 0]


def test_what_is_agreed_over_the_weaker_side() -> None:
    """Asymmetry .9: durable <= .1 + social + equalised, of which .95 stays felt."""
    instance = build(
        horizon(2),
        Conflict(name="X", power_asymmetry=0.9, political=0.8, social=0.05),
        work("a", equalising=0.1),
    )
    found = replay(instance, planned(instance, {"a": [0]}))
    assert [found.durable["X", node] for node in (0, 1)] == [F(25, 100), F(245, 1000)]
    assert found.end_durable["X", 1] == F(245, 1000)
    assert binding(found) == (Binding("power_asymmetry", 0, "X"), Binding("power_asymmetry", 1, "X"))
    off = replay(instance, planned(instance, {"a": [0]}, without=frozenset({"power_asymmetry"})))
    assert off.durable["X", 0] == F(8, 10)


def test_sticks_cost_trust_later() -> None:
    """Talks do .4 alone, .4 + .6 * 1 with a stick, which costs .02 of social progress two quarters on."""
    instance = build(
        horizon(3),
        Conflict(name="X"),
        work("talks", "T1", kind="negotiation", leverage=True),
        work("stick", "T1", kind="stick", spend_max=100),
    )
    found = replay(instance, planned(instance, {"talks": [0, 1, 2], "stick": [0, 2]}))
    assert [found.output["talks", node] for node in range(3)] == [1, F(4, 10), 1]
    assert path(found, "social") == [0, 0, F(-2, 100)]
    assert found.end["X", "social", 2] == F(-4, 100)
    assert Binding("inducement", 1, "talks") in binding(found)


def test_an_election_slows_official_work() -> None:
    """15 February less 91 days, plus 46: 15 November to 2 April covers the whole first quarter, and 2 days of 91."""
    instance = build(
        horizon(2),
        Conflict(name="X"),
        Election(who="A", date="2006-02-15"),
        work("talks", "T1", kind="consultation", parties=("A", "B"), status="running"),
    )
    plan = planned(instance, {"talks": [0, 1]})
    plan = Plan(tuple(Work(w.activity, w.node, w.spend) for w in plan.works), plan.grants)
    found = replay(instance, plan)
    assert found.caps["talks", 0] == {"electoral_cycle": F(1, 2)}
    assert found.caps["talks", 1] == {"electoral_cycle": 1 - F(2, 91) / 2}
    assert found.output["talks", 0] == F(1, 2)
    assert audit(instance, plan).passed


def test_missions_close() -> None:
    """Closed from 1 May, for 61 of 91 days; business stands in by half, an envoy in full."""
    instance = build(
        horizon(4),
        Conflict(name="X"),
        Closure(who=("B", "A"), begin="2006-05-01"),
        work("talks", "T1", kind="consultation", parties=("A", "B", "C")),
        work("hosted", "T1", kind="mediation", parties=("A", "B"), sponsor="S"),
        work("trade", "T3", kind="business", parties=("A", "B")),
        work("envoy", "T1", kind="special_envoy", parties=("A", "B")),
    )
    nodes = {"talks": [0, 1, 2, 3], "hosted": [0, 1, 2, 3], "trade": [2, 3], "envoy": [3]}
    found = replay(instance, planned(instance, nodes))
    assert [found.caps["talks", node].get("closed_embassy") for node in range(4)] == [None, F(30, 91), F(1, 2), F(3, 2)]
    assert all("closed_embassy" not in found.caps["hosted", node] for node in range(4))
    assert found.output["talks", 2] == F(1, 2)


def test_no_guarantor_no_implementation() -> None:
    """The guarantee lasts for four quarters more; before the window of any guarantor opens the rule sleeps."""
    instance = build(
        horizon(8),
        Conflict(name="X"),
        work("reform", kind="implementation"),
        work("guarantor", "T1", kind="guarantor", begin="2006-Q2"),
    )
    found = replay(instance, planned(instance, {"reform": list(range(8)), "guarantor": [2]}))
    assert [found.output["reform", node] for node in range(8)] == [1, 0, 1, 1, 1, 1, 1, 0]


def test_workshops_pave_the_way() -> None:
    """.4 + .6 / 2 for every quarter of earlier unofficial work; asleep while none could have run earlier."""
    instance = build(
        horizon(4),
        Conflict(name="X"),
        work("talks", "T1", kind="negotiation"),
        work("workshop", "T2"),
    )
    found = replay(instance, planned(instance, {"talks": [0, 1, 2, 3], "workshop": [1, 2, 3]}))
    assert [found.output["talks", node] for node in range(4)] == [1, F(4, 10), F(7, 10), 1]


def test_track_two_supplements_never_replaces() -> None:
    """A limit of .2, of which track 1.5 takes .06 a quarter; bonuses, then transfers, take what is left."""
    instance = build(
        horizon(4),
        Conflict(name="X"),
        work("workshop", "T2", political=0.5),
        work("seminar", "T1.5", political=0.06),
        Link(name="workshop", kind="transfers", other="seminar", value=0.4),
        Link(name="workshop", kind="strengthens", other="seminar", value=0.02),
    )
    plan = planned(instance, {"workshop": [0, 1, 2, 3], "seminar": [0, 1]})
    found = replay(instance, plan)
    # At first .06 + .02 + half of .4 * .5 = .18. Then there is room for .02, and the seminar alone takes .06.
    assert found.alone["X", 0] == F(18, 100)
    assert (found.bonus["workshop strengthens seminar", 1], found.carried["X", 1]) == (0, 0)
    assert found.alone["X", 1] == F(24, 100)
    refused = audit(instance, plan)
    assert [(violation.check, violation.node) for violation in refused.violations] == [("no_substitute", 1)]
    # A seminar of one quarter passes; nothing is carried after it.
    assert audit(instance, planned(instance, {"workshop": [0, 1, 2, 3], "seminar": [0]})).passed


def test_official_work_starts_the_count_anew() -> None:
    instance = build(
        horizon(3),
        Conflict(name="X"),
        work("seminar", "T1.5", political=0.1),
        work("talks", "T1", kind="consultation"),
    )
    found = replay(instance, planned(instance, {"seminar": [0, 1, 2], "talks": [1]}))
    assert [found.alone["X", node] for node in range(3)] == [F(1, 10), 0, F(1, 10)]


def test_together_they_do_more_up_to_a_ceiling() -> None:
    """At most .3 of a base of .02, so .006, which the links take in their order."""
    instance = build(
        horizon(1),
        Conflict(name="X"),
        work("a", structural=0.01),
        work("b", structural=0.01),
        work("c"),
        Link(name="a", kind="strengthens", other="b", category="structural", value=0.004),
        Link(name="a", kind="strengthens", other="c", category="structural"),
    )
    nodes = {"a": [0], "b": [0], "c": [0]}
    found = replay(instance, planned(instance, nodes))
    # .004 of the first link in full, then .002 of the second, whose full bonus is .01.
    assert found.bonus == {("a strengthens b", 0): 1, ("a strengthens c", 0): F(2, 10)}
    assert path(found, "structural") == [F(26, 1000)]
    off = replay(instance, planned(instance, nodes, without=frozenset({"synergy"})))
    assert (off.bonus, path(off, "structural")) == ({}, [F(2, 100)])


def test_a_bonus_between_unofficial_works_is_an_idea() -> None:
    instance = build(
        horizon(1),
        Conflict(name="X"),
        work("a", "T2", political=0.1),
        work("b", "T3", political=0.1),
        Link(name="a", kind="strengthens", other="b", value=0.03),
    )
    found = replay(instance, planned(instance, {"a": [0], "b": [0]}))
    assert (found.ideas["X", 0], path(found, "political")) == (F(23, 100), [0])


def test_silence_in_war() -> None:
    """A quarter without a channel costs .05 points; a circle counts, and is on offer, from its second period."""
    instance = build(
        horizon(4),
        Conflict(name="X"),
        Phase(conflict="X", kind="war"),
        work("circle", "T2", channel=True, begin="2006-Q2"),
    )
    found = replay(instance, planned(instance, {"circle": [2, 3]}))
    assert found.short == {Short("open_channel", "X", 2): 1}
    assert found.score == F(-5, 100)
    assert not audit(instance, planned(instance, {"circle": [2, 3]}), objective="cost").passed
