"""A hair more than counts is settled; anything more is left for the audit to refuse."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import planner
from models.audit import audit
from models.instance import Instance
from models.plan import Plan
from planner.solve.settle import settled
from tests.documents.blocks import ROOT


@cache
def _solved() -> tuple[Instance, Plan]:
    instance, _ = planner.read(ROOT / "instances" / "tiny" / "transfer.csv")
    plan = planner.solve(instance).plan
    assert plan is not None
    assert plan.transfers
    return instance, plan


def _more(plan: Plan, excess: float) -> Plan:
    """More carried, and more output, than there is."""
    assert plan.transfers is not None
    return replace(
        plan,
        works=tuple(replace(each, output=(each.output or 0) + excess) for each in plan.works),
        transfers=tuple(replace(each, amount=each.amount + excess) for each in plan.transfers),
    )


def test_a_sound_plan_stays_as_it_is() -> None:
    instance, plan = _solved()
    assert settled(instance, plan, "progress") == plan


def test_a_hair_too_much_is_settled() -> None:
    instance, plan = _solved()
    slipped = _more(plan, 3e-6)
    assert not audit(instance, slipped).passed
    assert settled(instance, slipped, "progress") == plan


def test_more_than_a_hair_is_refused() -> None:
    instance, plan = _solved()
    wrong = _more(plan, 3e-4)
    assert settled(instance, wrong, "progress") == wrong
    assert not audit(instance, wrong).passed
