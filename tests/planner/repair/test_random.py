"""Sixty random instances out of reach: conflicts by brute force over subsets of rows, repairs by the audit and a second
formulation."""

from __future__ import annotations

from itertools import chain, combinations

import pytest

from models.audit import audit
from models.checks import check
from models.instance import Instance
from planner.repair import Repairs, State, repair
from planner.repair.change import Change, applied
from planner.repair.dials import dial
from planner.repair.waivers import relaxed, waivers
from tests.planner.repair.worlds import here, out_of_reach
from tests.solving import optimum

SEEDS = range(60)


def has_plan(instance: Instance) -> bool:
    """By the formulation in whole money from the start, with its objective."""
    return optimum(instance, objective="cost") is not None


@pytest.mark.parametrize("seed", [pytest.param(n, marks=[pytest.mark.slow] * (n >= 12)) for n in SEEDS])
def test_conflicts_and_repairs(seed: int) -> None:
    instance = out_of_reach(seed)
    found = repair(instance, objective="cost", threads=1, jobs=1, resolution=0, solve=here)
    if found.state is State.FEASIBLE:
        assert has_plan(instance)
        assert found.conflict is None
        assert found.repairs == ()
        return
    assert found.state is State.INFEASIBLE
    assert not has_plan(instance)
    if found.conflict is None:
        assert not has_plan(relaxed(instance, waivers(instance, "cost")))
        return
    assert found.complete
    is_minimal(instance, found)
    for each in found.repairs:
        assert audit(each.instance, each.plan, objective="cost").passed
        assert has_plan(each.instance)
        assert not any(fault.severity == "error" for fault in check(each.instance.records))
    nothing_smaller(instance, found)
    if seed % 8 == 0:
        no_other_row_does(instance, found)


def is_minimal(instance: Instance, found: Repairs) -> None:
    """All smaller sets of the conflict's rows admit a plan; all of them together do not."""
    assert found.conflict is not None
    everything = waivers(instance, "cost")
    keys = [row.key for row in found.conflict.rows]
    held = {row.key for row in everything if row.key in keys}
    assert held == set(keys)
    subsets = chain.from_iterable(combinations(keys, size) for size in range(len(keys) + 1))
    for subset in list(subsets) if len(keys) <= 4 else list(combinations(keys, len(keys) - 1)):
        expected = set(subset) != set(keys)
        assert has_plan(relaxed(instance, (row for row in everything if row.key not in subset))) is expected


def nothing_smaller(instance: Instance, found: Repairs) -> None:
    """A step less of what was turned does not do."""
    for each in found.repairs:
        if len(each.changes) == 1 and each.kind in ("money", "target", "capacity"):
            (change,) = each.changes
            turned = dial(instance, change.waiver)
            assert turned is not None
            steps = next(steps for steps in range(1, turned.most + 1) if turned.change(steps).update == change.update)
            assert each.least
            assert steps == 1 or not has_plan(applied(instance, (turned.change(steps - 1),)))


def no_other_row_does(instance: Instance, found: Repairs) -> None:
    """Rows that repair the instance alone belong to the conflict, and each is offered."""
    assert found.conflict is not None
    keys = {row.key for row in found.conflict.rows}
    alone = {
        row.key
        for row in waivers(instance, "cost")
        if has_plan(applied(instance, (Change(row, row.words, row.update),)))
    }
    assert alone <= keys
    single = {each.changes[0].waiver.key for each in found.repairs if len(each.changes) == 1}
    assert alone <= single
    if not alone and found.repairs:
        assert all(each.kind == "several" or len(each.changes) != 1 or each.kind == "date" for each in found.repairs)


@pytest.mark.slow
def test_enough_of_them_are_infeasible() -> None:
    none = [seed for seed in SEEDS if not has_plan(out_of_reach(seed))]
    assert len(none) >= 50
