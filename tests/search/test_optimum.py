"""The formulation finds the optimum of an independent search, and the audit agrees with both."""

from __future__ import annotations

from math import isclose
from random import Random

import pytest

from models.audit import audit
from models.instance import Instance
from models.model import Objective
from models.words import RULE_NAMES
from tests.random_instances import FOCUSES, targeted, tiny
from tests.search.search import search
from tests.solving import optimum

SEEDS = 10
"""Instances per rule, each solved with all rules and without some."""


def some_rules(seed: int, rule: str) -> tuple[str, ...]:
    """The rule alone for even seeds; for odd ones a random set of rules, from a few to most."""
    if seed % 2 == 0:
        return (rule,)
    random = Random(f"off {seed} {rule}")
    share = random.choice((0.05, 0.2, 0.6))
    return tuple(name for name in RULE_NAMES if random.random() < share)


@pytest.mark.slow
@pytest.mark.parametrize("rule", FOCUSES)
def test_optimum_equals_search(rule: str) -> None:
    for seed in range(SEEDS):
        instance, _ = tiny(seed, rule)
        for without in ((), some_rules(seed, rule)):
            _compare(instance, without, "progress", f"seed {seed} without {without}")


@pytest.mark.slow
@pytest.mark.parametrize("rule", FOCUSES)
def test_least_cost_equals_search(rule: str) -> None:
    for seed in range(100, 104):
        without = some_rules(seed, rule) if seed % 4 == 3 else ()
        _compare(targeted(seed, rule), without, "cost", f"seed {seed} without {without}")


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
