from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import audit
from models.instance import Instance
from models.plan import Plan
from models.records import Activity, Conflict, Election, Horizon
from tests.models.audit.sound import Case, sound, whole_tree, with_free
from tests.models.audit.spoiling import HALF, outputs_above, refuses


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed)
    yield from ((case, plan) for plan in outputs_above(case, "electoral_cycle"))


def a_period_early(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Official work starts in the blackout instead of in the first period after it."""
    case = sound(seed)
    instance = case.instance
    banned = {
        node.index
        for node in instance.tree
        if max(instance.blackout("A", node.index), instance.blackout("B", node.index)) >= Fraction(1, 2)
    }
    for node in instance.tree:
        if node.parent in banned and node.index not in banned:
            quiet = with_free(instance, case.plan, "free talk", {node.index})
            yield case.planned(quiet), with_free(instance, case.plan, "free talk", {node.parent, node.index})


def test_outputs_while_a_government_campaigns() -> None:
    refuses("electoral_cycle", too_much, at_least=HALF)


def test_openings_while_a_government_campaigns() -> None:
    refuses("electoral_cycle", a_period_early, at_least=HALF)


def test_channels_may_open_at_any_time() -> None:
    for seed in range(8):
        case = sound(seed)
        for node in case.instance.tree:
            plan = with_free(case.instance, case.plan, "free envoy", {node.index})
            assert audit(case.instance, plan).passed


def test_committed_work_may_open_at_any_time() -> None:
    promised = Activity(
        name="free promise", conflict="X", track="T1", parties=("A", "B"), spend_max=9, status="committed"
    )
    for seed in range(8):
        case = sound(seed, rows=(promised,))
        everywhere = set(whole_tree(case.instance))
        assert audit(case.instance, with_free(case.instance, case.plan, "free promise", everywhere)).passed


def test_a_third_party_minds_the_vote_of_its_sponsor_only() -> None:
    """A guest's own vote bans the start, that of the parties does not; a host at the table minds both."""
    horizon = Horizon(first="2006", number=4)
    votes = [Election(who="A", date="2006-05-15"), Election(who="S", date="2006-11-15", before=0.2, after=0.2)]
    common = {"conflict": "X", "track": "T1", "parties": ("A", "B"), "spend_max": 9, "repeats": 9}
    guest = Activity(name="guest", sponsor="S", **common)
    host = Activity(name="host", sponsor="B", **common)
    instance = Instance([horizon, Conflict(name="X"), *votes, guest, host])
    # A: 91 days before 15 May and 46 after it, from 13 February to 30 June: 47 of 90 days, then all of 91.
    # S: 18 days on either side of 15 November, 37 of 92 days, less than half.
    banned = {name: {node for node in range(4) if refused(instance, name, node)} for name in ("guest", "host")}
    assert banned == {"guest": set(), "host": {0, 1}}


def refused(instance: Instance, name: str, node: int) -> bool:
    violations = audit(instance, with_free(instance, Plan((), ()), name, {node})).violations
    return {violation.check for violation in violations} == {"electoral_cycle"}
