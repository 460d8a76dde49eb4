from __future__ import annotations

from collections.abc import Iterator

from models.audit import audit
from models.plan import Plan
from models.records import Activity
from tests.models.audit.sound import Case, sound, whole_tree, with_free
from tests.models.audit.spoiling import HALF, refuses

CIRCLE = Activity(
    name="free circle", conflict="X", track="T2", kind="dialogue", spend_max=50, run_min=0.1, repeats=50, channel=True
)


def silent(seed: int) -> Iterator[tuple[Case, Plan]]:
    """The only envoy is away for one period of confrontation or war."""
    case = sound(seed, without=("envoy", "quiet"), limits=False)
    everywhere = set(whole_tree(case.instance))
    case = case.planned(with_free(case.instance, case.plan, "free envoy", everywhere))
    for node in everywhere:
        if case.instance.phase_kind("X", node) in ("confrontation", "war"):
            yield case, with_free(case.instance, case.plan, "free envoy", everywhere - {node})


def too_new(seed: int) -> Iterator[tuple[Case, Plan]]:
    """An unofficial circle takes over from the envoy, but counts only from its second period on."""
    case = sound(seed, without=("envoy", "quiet"), rows=(CIRCLE,), limits=False)
    instance = case.instance
    for change in (1, 2):
        before = {node.index for node in instance.tree if node.period < change}
        after = {node.index for node in instance.tree if node.period >= change - 1}
        late = {node.index for node in instance.tree if node.period >= change}
        plan = with_free(instance, with_free(instance, case.plan, "free envoy", before), "free circle", after)
        yield case.planned(plan), with_free(instance, plan, "free circle", late)


def test_silence_in_confrontation_and_war() -> None:
    refuses("open_channel", silent, objective="cost", at_least=HALF)


def test_a_circle_that_is_too_new() -> None:
    refuses("open_channel", too_new, objective="cost", at_least=HALF)


def test_silence_costs_points_where_progress_is_sought() -> None:
    """Each silent quarter costs .05 points, weighed by probability and present value."""
    for seed in range(6):
        for case, plan in silent(seed):
            (missing,) = {work.node for work in case.plan.works} - {
                work.node for work in plan.works if work.activity == "free envoy"
            }
            node, instance = case.instance.tree[missing], case.instance
            loss = node.probability * instance.discount(missing) * instance.quarters / 20
            assert audit(instance, case.plan).score - audit(instance, plan).score == loss
            assert audit(instance, plan).passed
