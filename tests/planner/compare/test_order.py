"""In which order budgets are solved, and from where each search begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.build import build
from models.plan import Plan
from planner.compare.budgets import Budget
from planner.compare.weigh import Subject, Weigh, by_money
from planner.series import Answer
from planner.solve import solve
from planner.solve.options import SolveOptions
from planner.solve.result import Status
from planner.solve.small import SmallSolver
from planner.solve.start import Between, completed
from tests.planner.replan.worlds import plan_of, world

MONEY = (4, 5, 6, 7, 8)


def subjects() -> list[Subject]:
    return [Subject(str(money), Budget.of(str(money)).applied(world(8))) for money in MONEY]


def best(money: int) -> Plan:
    plan = solve(world(money), gap=0.0, time_limit=30, threads=1).plan
    assert plan is not None
    return plan


def keys(found: list[Subject]) -> list[str]:
    return [each.key for each in found]


def test_the_ends_come_first_then_always_the_middle() -> None:
    assert keys(by_money(subjects())) == ["8", "4", "6", "5", "7"]
    assert keys(by_money(subjects()[:1])) == ["4"]
    assert by_money([]) == []


def test_beside_one_end_alone_its_neighbour_comes_before_the_middle() -> None:
    weigh, waiting = Weigh(SolveOptions()), by_money(subjects())[2:]
    weigh.add(subjects())
    assert weigh.next(waiting).key == "6", "nothing is known: the middle"
    weigh.take("4", Answer(status=Status.SOLVED, plan=best(4), bound=1.0))
    assert weigh.next(waiting).key == "5"
    weigh.take("8", Answer(status=Status.SOLVED, plan=best(8), bound=1.0))
    assert weigh.next(waiting).key == "6"


def completed_runs(start: Between, folder: Path, money: int = 8) -> set[tuple[str, int]]:
    model = build(world(money))
    values = completed(model, start, SmallSolver(SolveOptions(threads=1), folder), gap=0.0, seconds=20)
    assert values is not None
    return {key for key, column in model.columns.on.items() if values[column.name] > 0.5}


@pytest.mark.parametrize("money", [6, 8])
def test_a_start_lies_between(tmp_path: Path, money: int) -> None:
    """Great work is worth most: it is done first where it may be, and twice where there is money for it."""
    old, both = plan_of({("Old", 0)}), plan_of({("Old", 0), ("New", 1), ("Great", 1)})
    assert completed_runs(Between((old,), (both,)), tmp_path, money) <= {("Old", 0), ("New", 1), ("Great", 1)}
    assert ("Old", 0) in completed_runs(Between((old,), (both,)), tmp_path, money)
    assert ("Old", 0) not in completed_runs(Between((), (both,)), tmp_path, money) or money == 8
    beyond = completed_runs(Between((old,), ()), tmp_path, money)
    assert ("Old", 0) in beyond
    assert ("Great", 0) in beyond, "where nothing is known for more money, anything may be added"
