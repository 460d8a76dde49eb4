"""In which order budgets are solved, and from where each search begins."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.audit import Audit, audit
from models.build import build
from models.instance import Instance
from models.plan import Plan, Signing
from planner.compare import compare, run
from planner.compare import weigh as module
from planner.compare.budgets import Budget
from planner.compare.weigh import Subject, Weigh, by_money
from planner.series import Answer, Solved, Step
from planner.solve import round as rounds
from planner.solve import solve
from planner.solve.between import Between
from planner.solve.messages import Job
from planner.solve.options import SolveOptions
from planner.solve.result import Status
from planner.solve.small import SmallSolver
from planner.solve.start import completed
from planner.solve.task import Task
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


def test_a_plan_is_audited_where_it_was_solved_or_where_it_is_taken_from_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    solved = Solved.of("4", solve(world(4), gap=0.0, time_limit=30, threads=1))
    weigh, audited = Weigh(SolveOptions()), list[Plan]()
    weigh.add(subjects())

    def told(instance: Instance, plan: Plan, **asked: Any) -> Audit:
        audited.append(plan)
        return audit(instance, plan, **asked)

    monkeypatch.setattr(module, "audit", told)
    weigh.take("4", solved.answer)
    assert not audited
    weigh.take("4", Solved.from_plain(solved.plain()).answer)
    assert len(audited) == 1
    refused = audit(subjects()[0].instance, Plan((), (), signings=(Signing("?", 0),)))
    assert not refused.passed
    weigh.take("4", replace(solved.answer, audit=refused))
    assert len(audited) == 2, "an audit that was not passed is not believed either"


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


def test_other_budgets_wait_for_both_ends() -> None:
    steps: list[Step] = []
    compare(world(8), SolveOptions(gap=0.0, threads=2), budgets=["4", "5", "6"], jobs=2, on_progress=steps.append)
    ends, done, begun = {"all money", "4"}, set[str](), set[str]()
    for step in steps:
        if step.progress is None:
            done.add(step.key)
        elif step.key not in ends:
            begun.add(step.key)
            assert ends <= done, f"{step.key} began while an end was not known"
    assert begun, "nothing was left between the ends"


def test_an_end_is_waited_for_no_longer_than_the_other_one_took(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(run, "monotonic", lambda: now[0])
    weigh = Weigh(SolveOptions())
    weigh.add(subjects())
    jobs = (job and job.key for job in run._jobs(weigh, by_money(subjects())))
    assert [next(jobs), next(jobs)] == ["8", "4"]
    now[0] = 10.0
    weigh.take("8", Answer(status=Status.SOLVED, plan=best(8), bound=1.0))
    assert next(jobs) is None
    now[0] = 19.0
    assert next(jobs) is None
    now[0] = 20.0
    assert next(jobs) == "7", "of those that are left, the nearest to what is known"


@pytest.mark.parametrize(("less", "more", "waits"), [(True, True, True), (True, False, False), (False, True, False)])
def test_the_hunt_waits_only_where_the_start_lies_between_two_plans(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, less: bool, more: bool, waits: bool
) -> None:
    """On one core it would take time from the proof; but from one plan alone the best is mostly far."""
    patience: list[float] = []

    class Noted(rounds.Beside):
        def __init__(self, *given: Any) -> None:
            patience.append(given[-1])
            super().__init__(*given)

    monkeypatch.setattr(rounds, "Beside", Noted)
    old, both = plan_of({("Old", 0)}), plan_of({("Old", 0), ("New", 1), ("Great", 1)})
    start = Between((old,) if less else (), (both,) if more else ())
    job = Job(world(8), SolveOptions(gap=0.0, threads=1, start=start), 30.0, str(tmp_path))
    assert Task(job, lambda message: None, threading.Event()).run().plan is not None
    assert [each > 0 for each in patience[:1]] == [waits]
