"""What a plan leads to, with every number worked out by hand: levels of talks, and what is forced."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from models.audit import Binding, binding, replay
from models.instance import Instance
from models.plan import Plan, Work
from models.records import Condition, Conflict, Link, RuleSetting, Scenario
from tests.models.audit.by_hand import AT_ONCE, build, horizon, path, planned, talks, work


def signals(instance: Instance, nodes: dict[str, list[int]]) -> list[F]:
    """What changes of level add to or take from political progress at each node."""
    found = replay(instance, planned(instance, nodes))
    return [found.at_once["X", "political", node] for node in range(len(instance.tree))]


@pytest.mark.parametrize(
    ("nodes", "found"),
    [
        # Clerks, then a minister, then clerks again, then the minister again: one rise only, one fall.
        ({"clerks": [0, 2], "minister": [1, 3]}, [0, F(2, 100), F(-3, 100), 0]),
        # Heads at once after clerks: a rise to 2 and one to 3; clerks again: a fall from 3 and one from 2.
        ({"clerks": [0, 3], "heads": [1]}, [0, F(4, 100), 0, F(-6, 100)]),
        # A minister with nobody before him rises from nothing; heads after him rise by one.
        ({"minister": [0], "heads": [2]}, [0, 0, F(2, 100), 0]),
        # A pause is no fall, and is not forgotten: the fall comes with the next talks, once.
        ({"minister": [0], "clerks": [2, 3]}, [0, 0, F(-3, 100), 0]),
        # Clerks who go on beside a minister are no fall.
        ({"clerks": [0, 1, 2], "minister": [1, 2]}, [0, F(2, 100), 0, 0]),
        # Talks that state no level play no part.
        ({"clerks": [0], "unranked": [1], "minister": [2]}, [0, 0, F(2, 100), 0]),
    ],
)
def test_levels_rise_once_and_fall_each_time(nodes: dict[str, list[int]], found: list[F]) -> None:
    works = (talks("clerks", "low"), talks("minister", "minister"), talks("heads", "head"), talks("unranked"))
    assert signals(build(horizon(), Conflict(name="X"), *works), nodes) == found


def test_each_fall_costs_again() -> None:
    instance = build(horizon(5), Conflict(name="X"), talks("clerks", "low"), talks("minister", "minister"))
    fell = signals(instance, {"minister": [0, 2, 4], "clerks": [1, 3]})
    assert fell == [0, F(-3, 100), 0, F(-3, 100), 0]


def test_a_minister_who_achieves_little_is_little_of_a_signal() -> None:
    """Least spending of 100 of 400 buys .3 of his output; two such ministers are .6, and so a rise of .012."""
    ministers = [talks(name, "minister", spend_max=400) for name in ("one", "two")]
    instance = build(horizon(2), Conflict(name="X"), talks("clerks", "low"), *ministers)
    plan = planned(instance, {"clerks": [0]})
    works = (*plan.works, *(Work(name, 1, 100, 0, None, True) for name in ("one", "two")))
    found = replay(instance, Plan(works, plan.grants))
    assert found.at_once["X", "political", 1] - F(2, 100) * F(6, 10) < F(1, 10**12)


def test_running_work_has_been_seen_before_the_root() -> None:
    """The minister who talked before the root is missed at once; where clerks did, he is a rise, and needs no more."""
    high = [talks("clerks", "low"), talks("minister", "minister", status="running")]
    assert signals(build(horizon(3), Conflict(name="X"), *high), {"clerks": [0], "minister": [1]}) == [F(-3, 100), 0, 0]
    low = [talks("clerks", "low", status="running"), talks("minister", "minister")]
    assert signals(build(horizon(2), Conflict(name="X"), *low), {"minister": [0]}) == [F(2, 100), 0]


def test_each_branch_has_its_own_rise_and_another_conflict_none() -> None:
    instance = build(
        horizon(2),
        Scenario(name="calm", probability=0.5),
        Scenario(name="storm", probability=0.5, branches_from="calm", known="2006-Q2"),
        Conflict(name="X"),
        Conflict(name="Y"),
        talks("clerks", "low"),
        talks("minister", "minister"),
    )
    calm, storm = instance.tree.leaves
    found = replay(instance, planned(instance, {"clerks": [0], "minister": [calm, storm]}))
    assert dict(found.at_once) == {("X", "political", calm): F(2, 100), ("X", "political", storm): F(2, 100)}


def test_the_lower_the_level_the_longer_the_wait() -> None:
    """Of .1 each, begun together: heads at once, others a quarter later, clerks two; the last lands after the end."""
    works = (
        talks("heads", "head", political=0.1),
        talks("minister", "minister", political=0.1),
        talks("clerks", "low", political=0.1),
    )
    instance = build(horizon(2), Conflict(name="X"), RuleSetting(name="official_level", kind="off"), *works)
    found = replay(instance, planned(instance, {"heads": [0], "minister": [0], "clerks": [0]}))
    assert path(found, "political") == [F(1, 10), F(2, 10)]
    assert found.end["X", "political", 1] == F(3, 10)


def test_half_of_what_is_forced_does_not_last() -> None:
    """From .2, of which .5 is kept: pressure of .1 and talks of .1, a quarter later each, and once more at the end."""
    instance = build(
        horizon(2),
        Conflict(name="X", political=0.2, retention=0.5),
        work("pressure", "T1", political=0.1, coercive=True),
        talks("talks", political=0.1),
        Condition(conflict="X", kind="toll", begin="2006-Q2", political=0.01),
    )
    found = replay(instance, planned(instance, {"pressure": [0, 1], "talks": [0, 1]}))
    # .1; .05 + .2 - .01 = .24, or with half of the pressure lost .19. The end: .2 more, or .15 more.
    assert path(found, "political") == [F(1, 10), F(24, 100)]
    assert [found.durable["X", node] for node in (0, 1)] == [F(1, 10), F(19, 100)]
    assert found.end["X", "political", 1] == F(44, 100)
    assert (found.end_lasting["X", 1], found.end_durable["X", 1]) == (F(34, 100), F(34, 100))
    assert Binding("coercion", 1, "X") in binding(found)
    # Weight .4: the mean of two quarters, and a year of the end over a span of half a year.
    assert found.score == F(4, 10) * ((F(1, 10) + F(19, 100)) / 2 + F(34, 100) * 2)


def test_ideas_and_signals_last_beside_what_is_forced() -> None:
    """.1 forced, of which .05 lasts; .01 of ideas carried, .01 of a bonus and a rise of .02 last in full."""
    instance = build(
        horizon(2),
        Conflict(name="X"),
        *AT_ONCE,
        talks("clerks", "low"),
        talks("minister", "minister", political=0.1, coercive=True),
        work("workshop", "T2", political=0.02),
        Link(name="workshop", kind="transfers", other="minister"),
        Link(name="workshop", kind="strengthens", other="minister", value=0.01),
    )
    found = replay(instance, planned(instance, {"clerks": [0], "minister": [1], "workshop": [1]}))
    assert path(found, "political") == [0, F(14, 100)]
    assert (found.lasting["X", 1], found.durable["X", 1]) == (F(9, 100), F(9, 100))


def test_the_least_of_what_two_rules_let_last() -> None:
    """Asymmetry .9 lets .1 last, coercion .05 and then .2."""
    for forced, least, rule in ((0.1, F(5, 100), "coercion"), (0.4, F(1, 10), "power_asymmetry")):
        instance = build(
            horizon(1),
            Conflict(name="X", power_asymmetry=0.9),
            *AT_ONCE,
            work("pressure", "T1", political=forced, coercive=True),
        )
        found = replay(instance, planned(instance, {"pressure": [0]}))
        assert found.durable["X", 0] == least
        assert binding(found) == (Binding(rule, 0, "X"),)
