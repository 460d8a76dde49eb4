"""What is asked of a plan says the same to the formulation and to whoever checks the plan."""

from __future__ import annotations

import pytest

from models.audit import audit
from models.plan import Plan
from models.whatif import Condition, Exclude, Include, NotPaidBy, Sometimes, Start, StartAfter, StartBefore
from tests.random_instances import tiny as drawn
from tests.solving import optimum

NOTHING = Plan((), ())


@pytest.mark.parametrize("seed", range(6))
def test_rows_and_met_agree(seed: int) -> None:
    """The best plan with a condition meets it; where the best plan without it does, too, both are worth the same."""
    instance, _ = drawn(seed)
    best = optimum(instance)
    if best is None:
        return
    activity, funder = instance.activities[0].name, instance.funders[0].name
    conditions: list[Condition] = [
        Exclude(activity),
        Include(activity),
        Sometimes(activity),
        NotPaidBy(activity, funder),
    ]
    conditions += [StartBefore(activity, period) for period in (1, 2)]
    conditions += [StartAfter(activity, period) for period in (0, 1)]
    for condition in conditions:
        found = optimum(instance, conditions=[condition])
        if condition.met(instance, best.plan):
            assert found is not None
            assert found.value == pytest.approx(best.value, abs=2e-6)
        if found is not None:
            assert condition.met(instance, found.plan)
            assert audit(instance, found.plan).passed
            assert found.value <= best.value + 2e-6


def test_a_plan_in_which_nothing_runs() -> None:
    instance, _ = drawn(0)
    name = instance.activities[0].name
    assert not any(each.met(instance, NOTHING) for each in (Sometimes(name), StartBefore(name, 9), StartAfter(name, 0)))
    assert not Start(name, 0).met(instance, NOTHING)
    assert NotPaidBy(name, instance.funders[0].name).met(instance, NOTHING)
    assert Exclude(name).met(instance, NOTHING)
