from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.plan import Plan
from models.records import RuleSetting
from tests.models.audit.sound import Case, restated, sound, with_free
from tests.models.audit.spoiling import HALF, outputs_above, refuses, state


def too_much(seed: int) -> Iterator[tuple[Case, Plan]]:
    case = sound(seed)
    yield from ((case, plan) for plan in outputs_above(case, "enforcement"))


def a_period_early(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A guarantor who works one period earlier is forgotten one period earlier."""
    window = RuleSetting(name="enforcement", kind="window", amount=2)
    case = sound(seed, without=("guarantor",), rows=(window,), length="quarter")
    instance = case.instance
    for node in instance.tree:
        parent = node.parent
        if parent is None or instance.tree[parent].parent is None:
            continue
        plan = restated(instance, with_free(instance, case.plan, "free guarantor", {node.index}))
        plan = replace(plan, bonuses=(), transfers=())
        last = [n for n in instance.tree.descendants(node.index, 2) if instance.tree[n].period == node.period + 2]
        found = state(case.planned(plan)).output
        early = with_free(instance, plan, "free guarantor", {parent})
        if any(found.get((name, n), 0) > 1e-5 for name in ("reform", "return") for n in last):
            yield case.planned(plan), early


def test_outputs_without_a_guarantor() -> None:
    refuses("enforcement", too_much, at_least=HALF)


def test_a_guarantor_a_period_early() -> None:
    refuses("enforcement", a_period_early, at_least=HALF)
