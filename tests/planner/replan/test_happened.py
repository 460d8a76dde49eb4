"""Scenarios that have come about: the tree, its probabilities and its facts."""

from __future__ import annotations

from fractions import Fraction

import pytest

import planner
from models.audit import audit
from models.checks import build_instance
from models.instance import Instance
from models.plan import Grant, Plan, Work
from models.records import Activity, Conflict, Funder, Horizon, Phase, Scenario
from planner.errors import InputError
from planner.replan.happened import conditioned, onto


def tree(*, nested: bool = False) -> Instance:
    """Calm, or a storm that is known in the second quarter (and may turn into a flood in the third)."""
    work = {"conflict": "Strife", "spend_min": 2, "spend_max": 2}
    rows = [
        Horizon(name="Tree", first="2000-Q1", number=3, political=0, structural=0, social=1, end_value=0),
        Scenario(name="calm", probability=0.5),
        Scenario(name="storm", probability=0.3 if nested else 0.5, known="2000-Q2"),
        Conflict(name="Strife"),
        Phase(conflict="Strife", kind="negotiation"),
        Phase(conflict="Strife", kind="war", begin="2000-Q3" if nested else "2000-Q2", scenario="storm"),
        Phase(conflict="Strife", kind="confrontation", begin="2000-Q2", scenario="calm"),
        Funder(name="Fund", amount=6),
        Activity(name="School", track="T5", kind="education", social=0.1, **work),
        Activity(
            name="Camp", conflict="Strife", track="T4", kind="humanitarian", spend_min=2, spend_max=2, social=0.08
        ),
    ]
    if nested:
        rows.append(Scenario(name="flood", probability=0.2, branches_from="storm", known="2000-Q3"))
    return build_instance([row.model_copy(update={"suitability_war": 0.0}) if _school(row) else row for row in rows])[0]


def _school(row: object) -> bool:
    return isinstance(row, Activity) and row.name == "School"


def school(instance: Instance) -> Plan:
    """The school everywhere."""
    works = tuple(Work("School", node.index, 2, start=node.parent is None) for node in instance.tree)
    return Plan(works, tuple(Grant("Fund", work.activity, work.node, work.spend) for work in works))


@pytest.mark.parametrize("scenario", ["calm", "storm"])
def test_only_what_has_come_about_is_left(scenario: str) -> None:
    before = tree()
    after = conditioned(before, scenario, 1)
    path = next(before.tree.path(leaf) for leaf in before.tree.leaves if before.tree[leaf].scenarios == (scenario,))
    assert [node.probability for node in after.tree] == [1, 1, 1]
    assert [after.label(node.index) for node in after.tree] == ["2000-Q1", "2000-Q2", "2000-Q3"]
    assert [after.phase_kind("Strife", n) for n in range(3)] == [before.phase_kind("Strife", n) for n in path]
    assert build_instance(after.records)[0].tree == after.tree


def test_scores_of_what_is_left_add_up() -> None:
    before = tree()
    plan = school(before)
    parts = [conditioned(before, name, 1) for name in ("calm", "storm")]
    scores = [audit(part, onto(plan, before, part)).score for part in parts]
    assert audit(before, plan).score == sum(scores) / 2
    assert scores[0] > scores[1]


def test_what_may_still_come_stays() -> None:
    before = tree(nested=True)
    after = conditioned(before, "storm", 1)
    assert {row.name: row.probability for row in after.scenarios} == pytest.approx({"storm": 0.6, "flood": 0.4})
    assert len(after.tree) == 4
    assert sum(after.tree[leaf].probability for leaf in after.tree.leaves) == pytest.approx(Fraction(1))
    assert build_instance(after.records)[0].tree == after.tree
    both = conditioned(before, "calm", 1), conditioned(before, "flood", 2)
    assert [len(each.tree) for each in both] == [3, 3]


@pytest.mark.parametrize(
    ("scenario", "period", "words"),
    [("strom", 1, 'no scenario is called "strom"'), ("storm", 0, "nobody knows yet")],
)
def test_what_cannot_have_happened(scenario: str, period: int, words: str) -> None:
    with pytest.raises(InputError, match=words) as raised:
        conditioned(tree(), scenario, period)
    assert "storm" in str(raised.value) or "storm" in raised.value.remedy


def test_the_plan_is_for_what_has_come_about() -> None:
    """In the storm the school achieves nothing, so that camps take its place from then on."""
    instance = tree()
    found = planner.replan(instance, school(instance), "2000-Q2", happened="storm", commitments="free", gap=0.0)
    assert found.plan is not None
    assert {(work.activity, work.node) for work in found.plan.works} == {("School", 0), ("Camp", 1), ("Camp", 2)}
    assert found.changed == ("School", "Camp")
    assert audit(found.instance, found.plan).passed


def test_a_tree_that_has_branched_is_held_in_every_branch() -> None:
    instance = tree()
    found = planner.replan(instance, school(instance), "2000-Q3", commitments="free", gap=0.0)
    assert set(found.undecided) == {"calm", "storm"}
    assert found.plan is not None
    past = {(work.activity, work.node) for work in found.plan.works if instance.tree[work.node].period < 2}
    assert past == {("School", n) for n in range(3)}
