from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import Activity, Condition, RuleSetting
from tests.models.audit.sound import Case, sound, whole_tree, with_free
from tests.models.audit.spoiling import FEW, THIRD, outputs_above, overlooked, refuses

UNRIPE = Condition(conflict="X", kind="ripeness", amount=0.3)
ONE = RuleSetting(name="mediator_role", kind="mediators", amount=1)
MEMORY = RuleSetting(name="mediator_role", kind="memory", amount=2)


def free(name: str, kind: str, sponsor: str) -> Activity:
    return Activity(
        name=name, conflict="X", track="T1", kind=kind, sponsor=sponsor, spend_max=9, run_min=0.1, repeats=50
    )


HOST, OFFICES = free("free host", "mediation", "M"), free("free offices", "good_offices", "M")
BLAME, OTHERS = free("free blame", "condemnation", "M"), free("free others", "condemnation", "N")


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, rows=(UNRIPE,))
    yield from ((case, plan) for plan in outputs_above(case, "mediator_role"))


def a_crowd(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Mediators take turns, beside any number of good offices; then two mediate at a time."""
    case = sound(seed, without=("mediation",), rows=(ONE, HOST, OFFICES))
    nodes = whole_tree(case.instance)
    plan = with_free(case.instance, case.plan, "free host", set(nodes[::2]))
    case = case.planned(with_free(case.instance, plan, "free offices", set(nodes)))
    starts = {node for node in nodes if not any(case.instance.blackout(who, node) for who in "AB")}
    for node in sorted(starts - set(nodes[::2])):
        alone = case.planned(with_free(case.instance, case.plan, "free mediator", {node}))
        yield alone, with_free(case.instance, alone.plan, "free host", {*nodes[::2], node})


def who_condemns(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Two quarters are remembered: whoever condemned waits that long; another's words do not count."""
    case = sound(seed, length="quarter", rows=(MEMORY, HOST, OFFICES, BLAME, OTHERS))
    instance = case.instance
    for node in whole_tree(instance):
        path = instance.tree.path(node)
        if len(path) > 3:
            for name in ("free host", "free offices"):
                plan = with_free(instance, case.plan, name, {node})
                plan = with_free(instance, plan, "free others", {node})
                forgotten = with_free(instance, plan, "free blame", set(path[:-3]))
                yield case.planned(forgotten), with_free(instance, plan, "free blame", {path[-3]})
                yield case.planned(forgotten), with_free(instance, plan, "free blame", {node})


def test_mediation_before_its_time() -> None:
    refuses("mediator_role", too_much, at_least=THIRD)


def test_two_mediators_at_a_time() -> None:
    refuses("mediator_role", a_crowd, at_least=THIRD)


def test_whoever_condemns_does_not_mediate() -> None:
    refuses("mediator_role", who_condemns, at_least=THIRD)


def test_a_score_that_overlooks_bias() -> None:
    overlooked("mediator_role", sound, at_least=FEW)
