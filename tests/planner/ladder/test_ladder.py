"""Ladders against every plan that keeps the step below."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

import planner.ladder
from models.audit import audit
from models.checks import build_instance
from models.instance import Instance
from models.plan import Grant, Plan, Work
from models.records import Activity, Conflict, Funder, Horizon
from models.whatif import Keep
from planner.errors import InputError

HALF, ALL = Fraction(1, 2), Fraction(1)


def trap() -> Instance:
    """Half of the money buys the Small work (0.02); all of it the Great one (0.1), or Small and nothing else.

    So the promise costs something at the second step.
    """
    rows = [
        Horizon(name="Trap", first="2000-Q1", number=2, political=0, structural=0, social=1, end_value=0),
        Conflict(name="Strife"),
        Funder(name="Fund", amount=4),
        Activity(name="Small", conflict="Strife", track="T4", kind="exchange", spend_min=2, spend_max=2, social=0.02),
        Activity(name="Great", conflict="Strife", track="T4", kind="exchange", spend_min=4, spend_max=4, social=0.1),
    ]
    return build_instance(rows)[0]


def enumerated(instance: Instance, promise: Keep) -> float:
    """The best score of all plans that keep a promise: every set of periods for each work."""
    spends = {"Small": 2, "Great": 4}
    cells = [(name, node.index) for node in instance.tree for name in spends]
    best = float("-inf")
    for chosen in product((False, True), repeat=len(cells)):
        on = {cell for cell, runs in zip(cells, chosen, strict=True) if runs}
        works = tuple(
            Work(name, n, spends[name], start=(name, n - 1) not in on) for name, n in cells if (name, n) in on
        )
        plan = Plan(works, tuple(Grant("Fund", work.activity, work.node, work.spend) for work in works))
        found = audit(instance, plan)
        if found.passed and promise.met(instance, plan):
            best = max(best, float(found.score))
    return best


def test_the_price_of_the_promise() -> None:
    found = planner.ladder(trap(), budgets=[ALL, HALF], gap=0.0)
    first, second = found.steps
    assert (first.share, second.share) == (HALF, ALL)
    assert (first.price_low, first.price_high) == (0.0, 0.0)
    assert first.plan is not None
    assert second.plan is not None
    anything = Keep(())
    assert enumerated(first.instance, anything) == pytest.approx(first.value)
    best = enumerated(second.instance, anything)
    kept = enumerated(second.instance, Keep(first.plan.works))
    assert best == pytest.approx(second.free_value)
    assert kept == pytest.approx(second.value)
    assert best - kept > 0.01
    assert (second.price_low, second.price_high) == pytest.approx((best - kept, best - kept), abs=1e-6)
    assert second.proven
    assert Keep(first.plan.works).met(second.instance, second.plan)
    assert audit(second.instance, second.plan).passed
    assert found.complete


def test_budgets_must_be_money() -> None:
    with pytest.raises(InputError, match="budgets"):
        planner.ladder(trap(), budgets=[])
