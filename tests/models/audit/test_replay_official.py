"""What a plan leads to, with every number worked out by hand: what holds official work back."""

from __future__ import annotations

from fractions import Fraction as F

from models.audit import Binding, audit, binding, replay
from models.audit.state import Short
from models.plan import Plan, Signing, Work
from models.records import Condition, Conflict, Election, Milestone, Party, RuleSetting
from tests.models.audit.by_hand import build, horizon, planned, talks, work


def test_taboo_issues_are_opened_by_others_first() -> None:
    """Half a quarter of full output opens half of it; the workshop of the same quarter does not count yet."""
    instance = build(
        horizon(4),
        Conflict(name="X", taboo=("land", "gold")),
        talks("talks", issues=("land", "water")),
        work("workshop", "T2", issues=("land",)),
        work("seminar", "T1.5", issues=("land",)),
        RuleSetting(name="official_rigidity", kind="threshold", amount=2),
    )
    found = replay(instance, planned(instance, {"talks": [0, 1, 2, 3], "workshop": [1, 2], "seminar": [0]}))
    assert [found.output["talks", node] for node in range(4)] == [0, 0, F(1, 2), 1]


def test_the_unwilling_are_pressed_by_their_people() -> None:
    """A is willing by .1. A press of .1, of which .8 stays: .1, .18, .144; over .5, from its own quarter on."""
    instance = build(
        horizon(4),
        Conflict(name="X"),
        Condition(conflict="X", kind="willingness", who=("A",), amount=0.1),
        talks("talks", parties=("A", "B")),
        work("aid", "T1", sponsor="S", parties=("A",)),
        work("press", "T9", opinion=0.1, parties=("A",)),
        work("paper", "T9", opinion=1, parties=("B",)),
        work("seminar", "T1.5", parties=("A", "B")),
    )
    nodes = {"talks": [0, 1, 2, 3], "aid": [0], "press": [1, 2], "paper": [0, 1], "seminar": [0]}
    found = replay(instance, planned(instance, nodes))
    cap = [F(1, 10), F(1, 10) + F(2, 10), F(1, 10) + F(36, 100), F(1, 10) + F(288, 1000)]
    assert [found.output["talks", node] for node in range(4)] == cap
    assert (found.output["aid", 0], found.output["seminar", 0]) == (1, 1)
    assert found.stocks[("opinion", "X", "B"), 1] == 1


def test_a_campaign_that_needs_leverage_and_a_carrot_that_needs_the_campaign() -> None:
    """The campaign relies on the carrot, the carrot on the campaign: a plan may state both, as far as each allows."""
    instance = build(
        horizon(1),
        Conflict(name="X"),
        Condition(conflict="X", kind="willingness", who=("A",), amount=0),
        work("carrot", "T1", kind="carrot", sponsor="A"),
        work("campaign", "T6", opinion=0.5, leverage=True),
    )
    plan = planned(instance, {"carrot": [0], "campaign": [0]})
    # Left open, the carrot waits for opinion that is not there yet.
    found = replay(instance, plan)
    assert (found.output["carrot", 0], found.output["campaign", 0]) == (0, F(4, 10))
    stated = Plan(tuple(Work(row.activity, 0, row.spend, 0, 1.0, True) for row in plan.works), plan.grants)
    assert audit(instance, stated).passed
    little = Plan((stated.works[0], Work("campaign", 0, 100, 0, 0.3, True)), plan.grants)
    assert {violation.check for violation in audit(instance, little).violations} == {"political_will"}


def test_what_the_parties_want() -> None:
    """Unknown .4, in sum; insight of .5 a quarter of which .9 stays, told by work of any track, for later quarters."""
    instance = build(
        horizon(4),
        Conflict(name="X"),
        RuleSetting(name="intelligence", kind="uninformed", amount=0.4),
        work("seminar", "T1.5", needs_insight=True),
        work("spy", "T1", insight=0.5),
    )
    found = replay(instance, planned(instance, {"seminar": [0, 1, 2, 3], "spy": [0, 2, 3]}))
    known = [F(0), F(1, 2), F(45, 100), F(905, 1000)]
    assert [found.output["seminar", node] for node in range(4)] == [F(4, 10) + F(6, 10) * each for each in known]
    assert found.stocks[("intelligence", "X", ""), 3] == 1


def test_politics_forgives_few_failures() -> None:
    """A bears 2, and a quarter of that less in a vote that covers half: talks take 1, a seminar of .3 what is left."""
    instance = build(
        horizon(2),
        Conflict(name="X"),
        Party(name="A", conflict="X", exposure_limit=2),
        Election(who="A", date="2006-06-30", before=0.5, after=0),
        talks("talks", parties=("A",)),
        talks("visit", parties=("B",), sponsor="A", exposure=0.9),
        work("seminar", "T1.5", parties=("A", "B")),
        work("fair", "T3", parties=("A",), exposure=5),
    )
    nodes = {name: [0, 1] for name in ("talks", "visit", "seminar", "fair")}
    found = replay(instance, planned(instance, nodes))
    # Track 1.5 is first: .3; then talks, 1; .7 of .9 is left for the visit.
    assert [found.output[name, 0] for name in ("seminar", "talks", "fair")] == [1, 1, 1]
    assert 0 <= F(7, 9) - found.output["visit", 0] < F(1, 10**12)
    assert Binding("political_exposure", 0, "A") in binding(found)
    blackout = instance.blackout("A", 1)
    assert sum((found.output["talks", 1], found.output["visit", 1] * F(9, 10), F(3, 10))) <= 2 * (1 - blackout / 2)


def test_work_that_states_its_output_goes_before_work_that_takes_what_is_left() -> None:
    """The guarantor, whose output is left open, takes the half that talks leave; stated together they are too much."""
    instance = build(
        horizon(1),
        Conflict(name="X"),
        Party(name="A", conflict="X", exposure_limit=1),
        work("guarantor", "T1", kind="guarantor", parties=("A",)),
        talks("talks", parties=("A",)),
    )
    plan = planned(instance, {"guarantor": [0], "talks": [0]})
    guarantor, meeting = plan.works
    open_ = Plan((guarantor, Work("talks", 0, meeting.spend, 0, 0.5, True)), plan.grants)
    found = audit(instance, open_)
    assert (found.passed, found.replay.output["guarantor", 0], found.replay.output["talks", 0]) == (
        True,
        F(1, 2),
        F(1, 2),
    )
    much = Plan((Work("guarantor", 0, guarantor.spend, 0, 0.6, True), open_.works[1]), plan.grants)
    assert [str(violation) for violation in audit(instance, much).violations] == [
        "political_exposure: A at 2006-Q1: expected exposure of at most 1, found 1.1"
    ]


def test_agencies_beyond_the_first_cost_points() -> None:
    """Three agencies in one quarter, one in the next, none unofficial: 2 * .0005 over a span of half a year."""
    instance = build(
        horizon(2),
        Conflict(name="X"),
        work("talks", "T1", agencies=("foreign", "defence")),
        work("visit", "T1", agencies=("trade", "foreign")),
        work("seminar", "T1.5", agencies=("spies",)),
    )
    found = replay(instance, planned(instance, {"talks": [0], "visit": [0], "seminar": [0, 1]}))
    assert found.short == {Short("agency_friction", "X", 0): 2}
    assert found.score == F(-1, 1000)


def test_who_recognises_whom() -> None:
    """Recognition of .3 between two at the table of three; a host all three accept, but for one by half."""
    instance = build(
        horizon(1),
        Conflict(name="X"),
        Condition(conflict="X", kind="recognition", who=("C", "A"), amount=0.3),
        Condition(conflict="X", kind="recognition", who=("S", "B"), amount=0.5),
        talks("talks", parties=("A", "B", "C")),
        talks("at A", parties=("A", "B", "C"), sponsor="A"),
        talks("hosted", parties=("A", "B", "C"), sponsor="S"),
        work("seminar", "T1.5", parties=("A", "C")),
    )
    found = replay(instance, planned(instance, {name: [0] for name in ("talks", "at A", "hosted", "seminar")}))
    outputs = [found.output[name, 0] for name in ("talks", "at A", "hosted", "seminar")]
    assert outputs == [F(3, 10), F(3, 10), F(1, 2), 1]


def test_talks_that_get_nowhere_sign_nothing() -> None:
    """Two talks of .05 in sum reach the .1 that a signature needs; one of them does not."""
    instance = build(
        horizon(1),
        Conflict(name="X"),
        talks("one", kind="negotiation"),
        talks("two", kind="mediation"),
        Milestone(name="pact", conflict="X", value=0.1),
    )
    for names, passed in ((("one", "two"), True), (("one",), False)):
        plan = planned(instance, {name: [0] for name in names}, signings=(Signing("pact", 0),))
        works = tuple(Work(work.activity, 0, work.spend, 0, 0.05, True) for work in plan.works)
        found = audit(instance, Plan(works, plan.grants, plan.signings))
        assert [violation.check for violation in found.violations] == ["signature"] * (not passed)
