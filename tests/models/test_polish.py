"""What adds nothing is dropped, what adds something stays, and the model is afterwards what it was."""

from __future__ import annotations

from typing import Any

import pytest
from pulp import LpProblem

from models.build import build
from models.instance import Instance
from models.model import Model
from models.polish import Values, whole, whole_plan
from models.polish.holding import as_it_was
from models.polish.thrift import leanest, thrifty
from models.records import Activity, Conflict, Funder, Horizon
from tests.models.test_payers import solve


def instance(second: float) -> Instance:
    """Two works of fixed cost; what a period of the second adds is ``second``."""
    costs = {"track": "T4", "kind": "exchange", "spend_min": 100_000, "spend_max": 100_000}
    return Instance(
        [
            Horizon(first="2027-Q1", number=2),
            Conflict(name="Lake"),
            Funder(name="First", amount=900_000),
            Activity(name="Exchange", social=0.1, **costs),
            Activity(name="Second", social=second, **costs),
        ]
    )


def all_on(model: Model) -> Values:
    """Everything runs always."""
    held = build(model.instance)
    for column in held.columns.on.values():
        column.lowBound = 1.0
    found = solve(held.problem, gap=0.0, seconds=10.0)
    assert found is not None
    return found


def runs(model: Model, values: Values) -> set[tuple[str, int]]:
    return {key for key, column in model.columns.on.items() if values[column.name] > 0.5}


def test_runs_that_add_nothing_are_dropped_and_no_others() -> None:
    for second, kept in ((0.0, {"Exchange"}), (0.1, {"Exchange", "Second"})):
        model = build(instance(second))
        values = all_on(model)
        assert {name for name, _ in runs(model, values)} == {"Exchange", "Second"}
        thin = thrifty(model, values, solve, 10.0)
        assert {name for name, _ in runs(model, thin)} == kept
        assert {n for name, n in runs(model, thin) if name == "Exchange"} == {0, 1}


def test_money_is_saved_with_every_decision_kept() -> None:
    model = build(instance(0.0))
    values = all_on(model)
    left: list[int] = []

    def told(problem: LpProblem, **asked: Any) -> Values | None:
        left.append(sum(column.cat == "Integer" and column.lowBound < column.upBound for column in problem.variables()))
        return solve(problem, **asked)

    thin = leanest(model, values, told, 10.0)
    assert left == [0]
    assert runs(model, thin) == runs(model, values)
    assert all(column.lowBound < column.upBound for column in model.columns.on.values())


def test_the_model_is_as_it_was() -> None:
    model = build(instance(0.1))
    before = described(model)
    plan, _ = whole_plan(model, all_on(model), solve)
    assert plan is not None
    assert described(model) == before
    with as_it_was(model):
        next(iter(model.columns.on.values())).upBound = 0.0
        assert described(model) != before
    assert described(model) == before


def described(model: Model) -> tuple[object, ...]:
    problem: LpProblem = model.problem
    bounds = [(column.name, column.lowBound, column.upBound) for column in problem.variables()]
    return bounds, str(problem.objective), len(problem.constraints())


def test_what_is_not_sound_is_sought_more_exactly() -> None:
    model = build(instance(0.1))
    values = all_on(model)
    asked: list[bool] = []

    def told(problem: LpProblem, *, exact: bool = False, **more: Any) -> Values | None:
        asked.append(exact)
        return solve(problem, **more)

    plan, _ = whole_plan(model, values, told, sound=lambda plan: plan if asked[-1] else None)
    assert plan is not None
    assert asked.index(True) > 1
    assert not asked[0]
    assert whole_plan(model, values, solve, sound=lambda plan: None) == (None, False)


@pytest.mark.parametrize(("many", "tries"), [(1, 5), (0, 4)])
def test_of_many_conflicts_the_closest_rounding_is_not_tried(
    monkeypatch: pytest.MonkeyPatch, many: int, tries: int
) -> None:
    monkeypatch.setattr(whole, "MANY", many)
    model = build(instance(0.1))
    rounded: list[LpProblem] = []

    def told(problem: LpProblem, **more: Any) -> Values | None:
        if "exact" in more:
            rounded.append(problem)
        return solve(problem, **{key: value for key, value in more.items() if key != "exact"})

    assert whole_plan(model, all_on(model), told, sound=lambda plan: None) == (None, False)
    assert len(rounded) == tries
