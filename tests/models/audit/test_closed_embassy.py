from __future__ import annotations

from collections.abc import Iterator

from models.plan import Plan
from models.records import RuleSetting
from tests.models.audit.sound import Case, everything, restated, sound, whole_tree, with_free, without_work
from tests.models.audit.spoiling import THIRD, outputs_above, refuses, state


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed, without=("envoy",))
    yield from ((case, plan) for plan in outputs_above(case, "closed_embassy"))


def without_the_envoy(seed: int) -> Iterator[tuple[Case, Plan]]:
    """An envoy keeps talks going everywhere; then he is away for one period."""
    case = sound(seed, without=("envoy", "quiet", "trade"))
    everywhere = set(whole_tree(case.instance))
    plan = with_free(case.instance, case.plan, "free envoy", everywhere)
    case = case.planned(restated(case.instance, plan))
    for (name, node), output in state(case).output.items():
        closed = case.instance.closed("A", "B", node)
        if name == "talks" and closed and output > 1 - closed + 1e-5:
            yield case, with_free(case.instance, case.plan, "free envoy", everywhere - {node})


def without_trade(seed: int) -> Iterator[tuple[Case, Plan]]:
    """Business stands in by half; talks that rest on it do not survive it."""
    prepared = RuleSetting(name="preparation", kind="unprepared", amount=1)
    case = sound(seed, without=("envoy", "quiet"), share=everything, rows=(prepared,))
    plan = Plan(case.plan.works, case.plan.grants, (), (), ())
    case = case.planned(plan)
    on = case.plan.work()
    for (name, node), output in state(case).output.items():
        closed = case.instance.closed("A", "B", node)
        if name == "talks" and ("trade", node) in on and closed and output > 1 - closed + 1e-5:
            yield case, without_work(plan, "trade")
            break


def test_outputs_behind_closed_doors() -> None:
    refuses("closed_embassy", too_much, at_least=THIRD)


def test_a_period_without_the_envoy() -> None:
    refuses("closed_embassy", without_the_envoy, at_least=THIRD)


def test_business_that_stands_in() -> None:
    refuses("closed_embassy", without_trade, at_least=10)
