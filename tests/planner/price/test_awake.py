"""A rule that sleeps changes nothing; one that does not, is not called asleep."""

from __future__ import annotations

import pytest
from pulp import LpMaximize, LpProblem

from models.build import active_rules
from planner.price.awake import Sleep, essence
from tests.planner.price.test_judge import FILES
from tests.random_instances import tiny as drawn
from tests.solving import optimum, tiny


@pytest.mark.parametrize("name", FILES)
def test_a_rule_is_awake_in_its_own_tiny_instance(name: str) -> None:
    instance = tiny(name)
    assert not Sleep(instance, "progress", active_rules(instance)).of(name)


@pytest.mark.parametrize("seed", range(0, 29, 2))
def test_without_a_sleeping_rule_the_optimum_is_the_same(seed: int) -> None:
    instance, _ = drawn(seed)
    rules = active_rules(instance)
    sleep = Sleep(instance, "progress", rules)
    asleep = [rule.name for rule in rules if sleep.of(rule.name)]
    assert asleep
    best = optimum(instance)
    for rule in asleep[:: max(1, len(asleep) // 4)]:
        found = optimum(instance, [rule])
        assert (found is None) is (best is None)
        assert found is None or best is None or found.value == pytest.approx(best.value, abs=1e-6)


def problem(limit: float, *, helper: bool) -> LpProblem:
    """x of at most 1, at most ``limit``; a helper that only follows x."""
    made = LpProblem("made", LpMaximize)
    x = made.add_variable("x", 0, 1)
    made.addConstraint(x <= limit, "limit")
    if helper:
        stock = made.add_variable("stock", 0, 5)
        later = made.add_variable("later", 0, 5)
        made.addConstraint(stock <= 3 * x, "follows")
        made.addConstraint(later <= stock, "follows_again")
    made.setObjective(x)
    return made


def test_rows_that_cannot_bind_are_no_part_of_a_problem() -> None:
    assert essence(problem(1.0, helper=True)) == essence(problem(2.0, helper=False))
    assert essence(problem(0.5, helper=True)) == essence(problem(0.5, helper=False))
    assert essence(problem(0.5, helper=False)) != essence(problem(0.6, helper=False))
    assert essence(problem(0.5, helper=False)) != essence(problem(1.0, helper=False))
