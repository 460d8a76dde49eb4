"""Rows and columns in another order: the same problem, and the same plan of it."""

from __future__ import annotations

import pytest
from pulp import LpMaximize, LpProblem

from models.build import build
from planner.solve import Status, solve
from planner.solve.neutral import Neutral
from planner.solve.shuffle import shuffled
from tests.solving import tiny


def _described(problem: LpProblem) -> tuple[object, ...]:
    """What a problem says, whatever its order."""
    assert problem.objective is not None
    rows = {row.name: (row.sense, row.constant, _terms(row)) for row in problem.constraints()}
    columns = {each.name: (each.lowBound, each.upBound, each.cat) for each in problem.variables()}
    return problem.sense, rows, columns, problem.objective.constant, _terms(problem.objective)


def _terms(expression: object) -> dict[str, float]:
    return {column.name: weight for column, weight in expression.items()}  # type: ignore[attr-defined]


def test_another_order_says_the_same() -> None:
    problem = build(tiny("core_tree")).problem
    other = shuffled(problem, 3)
    assert _described(other) == _described(problem)
    assert [row.name for row in other.constraints()] != [row.name for row in problem.constraints()]
    assert [each.name for each in other.variables()] != [each.name for each in problem.variables()]


def test_the_seed_decides_the_order() -> None:
    problem = build(tiny("core")).problem

    def order(seed: int) -> list[str]:
        other = shuffled(problem, seed)
        return [each.name for each in (*other.variables(), *other.constraints())]

    assert order(1) == order(1)
    assert order(1) != order(2)


def test_infinite_bounds_constants_and_senses_are_kept() -> None:
    problem = LpProblem("p", LpMaximize)
    x, y = problem.add_variable("x"), problem.add_variable("y", -2, 5, cat="Integer")
    problem.addConstraint(x + 2 * y == 3, "equal")
    problem.addConstraint(x - y >= -4, "least")
    problem.setObjective(x + 7 - y)
    assert _described(shuffled(problem, 1)) == _described(problem)


def test_values_find_back_to_the_names_of_the_original() -> None:
    problem = LpProblem("p", LpMaximize)
    columns = [problem.add_variable(f"x{k}", 0, 10) for k in range(6)]
    for k, column in enumerate(columns[:5]):  # the sixth stands in no row
        problem.addConstraint(column <= k + 1, f"r{k}")
    problem.setObjective(sum(columns[:5]))
    neutral = Neutral(problem, 11)
    meaning = dict(neutral.columns)
    exported = [meaning[each.name] for each in neutral.problem.exported_variables()]
    named = neutral.named([10.0 * int(name[1:]) for name in exported])
    assert named == {f"x{k}": 10.0 * k for k in range(5)} | {"x5": 0.0}


@pytest.mark.parametrize("name", ["core_tree", "no_substitute"])
def test_the_optimum_is_the_same_in_every_order(name: str) -> None:
    instance = tiny(name)
    plain = solve(instance, gap=0, threads=1)
    other = solve(instance, gap=0, threads=1, permutation=5)
    assert plain.status is other.status is Status.SOLVED
    assert plain.value is not None
    assert other.value == pytest.approx(plain.value, rel=1e-6)
