from __future__ import annotations

from models.audit import Binding, audit, binding
from models.records import Activity, RuleSetting
from tests.models.audit.sound import Case, sound, whole_tree, with_free
from tests.models.audit.spoiling import overlooked, state

AGENCIES = {
    "free ministry": ("foreign",),
    "free embassy": ("foreign",),
    "free cabinet": ("foreign", "finance", "defence"),
}
WORK = tuple(
    Activity(name=name, conflict="X", track="T1", spend_max=9, run_min=0.1, repeats=50, agencies=agencies)
    for name, agencies in AGENCIES.items()
)


def staffed(seed: int, *names: str) -> Case:
    """Somebody always talks, and some of those who make foreign policy always work."""
    case = sound(seed, without=("envoy",), limits=False, rows=WORK)
    plan = case.plan
    for name in ("free envoy", *names):
        plan = with_free(case.instance, plan, name, set(whole_tree(case.instance)))
    return case.planned(plan)


def test_a_score_that_overlooks_friction() -> None:
    overlooked("agency_friction", lambda seed: staffed(seed, "free ministry", "free embassy", "free cabinet"))


def test_one_agency_gets_in_nobodys_way() -> None:
    case = staffed(1, "free ministry", "free embassy")
    assert not [each for each in state(case).short if each.rule == "agency_friction"]
    assert not [bind for bind in binding(state(case)) if bind.rule == "agency_friction"]


def test_friction_that_costs_nothing_holds_nothing_back() -> None:
    case = staffed(1, "free cabinet")
    nodes = whole_tree(case.instance)
    friction = {each.node: much for each, much in state(case).short.items() if each.rule == "agency_friction"}
    assert friction == dict.fromkeys(nodes, 2)
    assert {Binding("agency_friction", node, "X") for node in nodes} <= set(binding(state(case)))
    free = case.amended(RuleSetting(name="agency_friction", kind="cost", amount=0))
    assert not [bind for bind in binding(state(free)) if bind.rule == "agency_friction"]
    assert state(free).score == state(staffed(1)).score


def test_where_cost_is_minimised_it_forbids_nothing() -> None:
    case = staffed(1, "free cabinet")
    assert audit(case.instance, case.plan, objective="cost").passed
