from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from models.audit import audit
from models.kinds import Category
from models.plan import Plan
from models.records import RuleSetting, Target
from tests.models.audit.sound import Case, nine, sound, with_output
from tests.models.audit.spoiling import refuses, state
from tests.models.audit.world import PLAIN

ROWS = (*PLAIN, RuleSetting(name="no_substitute", kind="limit", amount=1))


def missed(seed: int, *, always: bool = True) -> Iterator[tuple[Case, Plan]]:
    """Targets at what the plan just reaches; then one work on the way does a little less."""
    case, rng = sound(seed, without=("sanction",), asymmetry=False, limits=False, rows=ROWS), Random(seed)
    case = case.planned(replace(case.plan, bonuses=(), transfers=()))
    category: Category = rng.choice(("political", "structural", "social"))
    calendar, found = case.instance.calendar, state(case)
    period = rng.choice((calendar.number // 2, calendar.number - 1))
    nodes = [node.index for node in case.instance.tree if node.period == period]
    worst = min(nodes, key=lambda node: found.progress["X", category, node])
    progress = nine(found.progress["X", category, worst])
    by = None if period == calendar.number - 1 else calendar.label(period)
    case = case.amended(Target(name="goal", conflict="X", kind=category, by=by, progress=progress, always=always))
    for name, node in sorted(found.output):
        activity = case.instance.activity(name)
        loss = found.output[name, node] * case.instance.effect(activity, category, node) / 2
        lasting = activity.kind == "implementation" or name in ("seminar", "mediation", "guarantor")
        if (
            node in case.instance.tree.path(worst)
            and lasting
            and loss > 1e-4
            and not (category == "political" and activity.unofficial)
        ):
            yield case, with_output(case.plan, name, node, nine(found.output[name, node] / 2))


def test_targets_that_always_bind() -> None:
    refuses("targets", missed)


def test_targets_bind_where_cost_is_minimised() -> None:
    for seed in range(4):
        for case, plan in missed(seed, always=False):
            assert audit(case.instance, plan).passed
            found = audit(case.instance, plan, objective="cost").violations
            assert "targets" in {violation.check for violation in found}
