"""The formulation finds the optimum of an independent search, and the audit agrees with both."""

from __future__ import annotations

from math import isclose

import pytest

from models.audit import audit
from models.instance import Instance
from models.model import Objective
from tests.random_instances import FOCUSES, targeted, tiny
from tests.search.search import search
from tests.solving import optimum

SEEDS = 20
"""Instances per rule, each solved with its rule and without."""


@pytest.mark.slow
@pytest.mark.parametrize("rule", FOCUSES)
def test_optimum_equals_search(rule: str) -> None:
    for seed in range(SEEDS):
        instance, _ = tiny(seed, rule)
        for without in ((), (rule,)):
            _compare(instance, without, "progress", f"seed {seed} without {without}")


@pytest.mark.slow
@pytest.mark.parametrize("rule", FOCUSES)
def test_least_cost_equals_search(rule: str) -> None:
    for seed in range(100, 106):
        _compare(targeted(seed, rule), (), "cost", f"seed {seed}")


def _compare(instance: Instance, without: tuple[str, ...], objective: Objective, where: str) -> None:
    found = search(instance, without, objective)
    solved = optimum(instance, without, objective)
    assert (found is None) == (solved is None), where
    if found is None or solved is None:
        return
    assert isclose(found.value, solved.value, abs_tol=1e-6), f"{where}: {found.value}, solved {solved.value}"
    judged = audit(instance, found.plan, objective=objective)
    assert judged.passed, f"{where}: {judged.violations}"
    assert isclose(judged.cost if objective == "cost" else judged.score, found.value, abs_tol=1e-6), where
