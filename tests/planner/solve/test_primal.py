"""The hunt for plans: what it finds is a plan, what is near enough ends the search, what it cannot find is no loss."""

from __future__ import annotations

import threading
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from models.audit import audit
from models.build import build
from models.checks import build_instance
from models.decisions import decisions
from models.records import Target
from planner.solve import Status, solve
from planner.solve.arrays import arrays_of
from planner.solve.neutral import Neutral
from planner.solve.primal.beside import Beside
from planner.solve.primal.dive import Dive
from planner.solve.primal.exchange import Exchange
from planner.solve.primal.hunt import Hunt
from planner.solve.primal.inner import Inner
from planner.solve.primal.neighbourhoods import Decided, Neighbourhoods
from planner.solve.primal.relaxation import Point, Relaxation
from planner.solve.primal.ways import Ways
from planner.solve.search import Found, search
from planner.solvers.base import Board, Outcome, Settings, Solver
from planner.solvers.ending import Ending
from planner.solvers.find import find
from tests.planner.solve.instances import small
from tests.solving import tiny


def never() -> bool:
    return False


@pytest.fixture(scope="module")
def neutral():
    model = build(small(4))
    neutral = Neutral(model.problem)
    return neutral, tuple(decisions(model))


def decided(neutral) -> Decided:
    return Decided(neutral[1], neutral[0].exported)


def settings(tmp_path: Path, **more) -> Settings:
    return Settings(**{"seconds": 30.0, "gap": 0.001, "threads": 2, "seed": 0, "folder": tmp_path} | more)


def keeps(arrays, x: np.ndarray) -> bool:
    """Whether ``x`` keeps every row, every bound and is whole where it must be."""
    at = arrays.at(x)
    rows = np.all(at >= arrays.row_lower - 1e-6) and np.all(at <= arrays.row_upper + 1e-6)
    bounds = np.all(x >= arrays.lower - 1e-6) and np.all(x <= arrays.upper + 1e-6)
    return bool(rows and bounds and np.all(np.abs(x - np.round(x))[arrays.integer] <= 1e-6))


def test_a_relaxation_goes_back_to_bounds_it_had(neutral) -> None:
    arrays, _, _ = arrays_of(neutral[0].problem)
    relaxation = Relaxation(arrays, never)
    before = relaxation.solve()
    assert before is not None
    columns = relaxation.fractional(before.x)
    relaxation.bound(columns, np.ceil(before.x[columns]), arrays.upper[columns])
    relaxation.solve()
    relaxation.within(arrays.lower, arrays.upper)
    after = relaxation.solve()
    assert after is not None
    assert after.cost == pytest.approx(before.cost, abs=1e-9)


@pytest.mark.parametrize("noise", [0.0, 0.6])
def test_a_dive_ends_in_a_plan(neutral, noise: float) -> None:
    arrays, _, _ = arrays_of(neutral[0].problem)
    relaxation = Relaxation(arrays, never)
    point = relaxation.solve()
    assert point is not None
    dive = Dive(relaxation, decided(neutral).turns, np.random.default_rng(1), never)
    plan = dive.plan(point, np.inf, noise)
    assert plan is not None
    assert keeps(arrays, plan.x)
    assert plan.cost == pytest.approx(float(arrays.cost @ plan.x), abs=1e-7)
    relaxation.within(arrays.lower, arrays.upper)
    assert dive.plan(point, point.cost - 1.0) is None, "a plan was found that is better than the relaxation"


def test_a_stopped_dive_has_no_plan(neutral) -> None:
    arrays, _, _ = arrays_of(neutral[0].problem)
    relaxation = Relaxation(arrays, never)
    point = relaxation.solve()
    assert point is not None
    assert Dive(relaxation, decided(neutral).turns, np.random.default_rng(1), lambda: True).plan(point, np.inf) is None


def test_every_plan_of_a_hunt_is_better_than_the_one_before(neutral) -> None:
    arrays, _, _ = arrays_of(neutral[0].problem)
    costs: list[float] = []
    asked = count()
    hunt = Hunt(arrays, decided(neutral), 0, lambda plan: costs.append(plan.cost) or True, lambda: next(asked) > 3000)
    hunt.run()
    assert hunt.best is not None
    assert keeps(arrays, hunt.best.x)
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] == hunt.best.cost


def test_neighbourhoods_keep_whole_works_or_whole_times(neutral) -> None:
    columns = decided(neutral)
    neighbourhoods = Neighbourhoods(columns, np.random.default_rng(0))
    x = np.zeros(len(columns.turns))
    for _ in range(60):
        kind, kept = neighbourhoods.choose(x, x)
        if kind == "shifted":
            neighbourhoods.learn(kind, bettered=False, hopeless=False)
            assert len(kept) == len(columns.owned), "nothing runs, so nothing begins or ends"
            continue
        groups = columns.nodes if kind == "window" else columns.works
        inside = [np.isin(group, kept).mean() for group in groups]
        assert set(inside) <= {0.0, 1.0}
        assert 0.0 in inside
        neighbourhoods.learn(kind, bettered=False, hopeless=False)
    assert max(neighbourhoods.shares.values()) < 0.3
    for _ in range(30):
        neighbourhoods.learn("works", bettered=False, hopeless=True)
    assert neighbourhoods.shares["works"] == 1.0


def test_shifts_come_first_and_as_long_as_they_help(neutral) -> None:
    columns = decided(neutral)
    neighbourhoods = Neighbourhoods(columns, np.random.default_rng(0))
    x = np.zeros(len(columns.turns))
    for bettered in (True, True, False):
        assert neighbourhoods.choose(x, x)[0] == "shifted"
        neighbourhoods.learn("shifted", bettered=bettered, hopeless=False)
    assert {neighbourhoods.choose(x, x)[0] for _ in range(60)} == {"works", "moved", "window", "shifted"}


@pytest.mark.parametrize("periods", [0, 1, 2])
def test_what_may_shift_is_near_a_beginning_or_an_end(neutral, periods: int) -> None:
    """Against a walk over the tree, from every change to all that is so near."""
    number = {name: j for j, name in enumerate(neutral[0].exported)}
    placed = [(each, number[each.name]) for each in neutral[1] if each.activity is not None and each.name in number]
    x = np.random.default_rng(periods).integers(0, 2, len(number)).astype(float)
    before = {(each.activity, each.node): (each.activity, each.before) for each, _ in placed}
    runs = {(each.activity, each.node): x[j] > 0.5 for each, j in placed if each.runs}
    near = {cell for cell in before if runs[cell] != runs.get(before[cell], False)}
    assert near
    for _ in range(periods):
        earlier = {before[cell] for cell in near if before[cell] in before}
        near |= earlier | {cell for cell in before if before[cell] in near}
    expected = sorted(j for each, j in placed if (each.activity, each.node) in near)
    assert sorted(decided(neutral).cells.near_changes(x, periods)) == expected
    assert len(expected) < len(placed) or periods


def test_a_search_stays_within_its_bounds_and_loses_nothing(neutral) -> None:
    arrays, _, _ = arrays_of(neutral[0].problem)
    columns = decided(neutral)
    found: list[Point] = []
    asked = count()
    Hunt(arrays, columns, 0, lambda plan: found.append(plan) or True, lambda: next(asked) > 300 and bool(found)).run()
    first = found[0]
    inner = Inner(arrays, 0, never)
    lower, upper = arrays.lower.copy(), arrays.upper.copy()
    lower[columns.owned] = upper[columns.owned] = np.round(first.x[columns.owned])
    same, _ = inner.better(lower, upper, first)
    assert np.array_equal(np.round(same.x[columns.owned]), np.round(first.x[columns.owned]))
    assert same.cost <= first.cost + 1e-9
    freed = columns.works[0]
    lower[freed], upper[freed] = arrays.lower[freed], arrays.upper[freed]
    better, _ = inner.better(lower, upper, first)
    assert better.cost <= same.cost + 1e-9
    assert keeps(arrays, better.x)
    kept = np.setdiff1d(columns.owned, freed)
    assert np.array_equal(np.round(better.x[kept]), np.round(first.x[kept]))


def test_a_search_that_is_stopped_gives_the_plan_it_began_from(neutral) -> None:
    arrays, _, _ = arrays_of(neutral[0].problem)
    nothing = Point(np.zeros(arrays.size[1]), 0.0)
    found, proven = Inner(arrays, 0, lambda: True).better(arrays.lower, arrays.upper, nothing)
    assert not proven
    assert found.cost <= nothing.cost


class Boasting:
    """States a better objective than that of the values it hands over."""

    def __init__(self, solver: Any) -> None:
        self._solver = solver

    def __getattr__(self, name: str) -> Any:
        return getattr(self._solver, name)

    def getInfo(self) -> Any:
        return SimpleNamespace(objective_function_value=-1e9)

    def getObjectiveValue(self) -> float:
        return -1e9


def test_a_search_is_believed_its_values_not_its_objective(neutral) -> None:
    arrays, _, _ = arrays_of(neutral[0].problem)
    nothing = Point(np.zeros(arrays.size[1]), 0.0)
    inner = Inner(arrays, 0, never)
    inner._solver = Boasting(inner._solver)
    found, _ = inner.better(arrays.lower, arrays.upper, nothing)
    assert found.cost == pytest.approx(float(arrays.cost @ found.x), abs=1e-12)


def test_the_way_that_pays_is_taken_more_often() -> None:
    ways = Ways(("dive", "search"), np.random.default_rng(0))
    gains = {"dive": 0.0, "search": 1.0}
    first = [ways.choose()]
    ways.learn(first[0], 0.0, 1.0)
    first.append(ways.choose())
    assert sorted(first) == ["dive", "search"], "each once"
    ways.learn(first[1], gains[first[1]], 1.0)
    taken = []
    for _ in range(200):
        taken.append(ways.choose())
        ways.learn(taken[-1], gains[taken[-1]], 1.0)
    assert 0.6 < taken.count("search") / len(taken) < 0.95
    for _ in range(200):
        taken.append(ways.choose())
        ways.learn(taken[-1], 1.0 - gains[taken[-1]], 1.0)
    assert taken[300:].count("dive") / 100 > 0.6, "what pays now counts more than what once did"


def answered(solver: Solver, problem, asked: Settings) -> Found:
    """In a thread of its own, as always: two HiGHS in one thread must agree on the number of their threads."""
    return search(solver, problem, asked, stop=threading.Event(), tell=lambda board: None)


class Idle(Solver):
    """Knows a bound, finds no plan, and ends only when told to."""

    name = "idle"

    def __init__(self, bound: float) -> None:
        self._bound = bound
        self._told = threading.Event()
        self.interrupted = 0

    def available(self) -> bool:
        return True

    def version(self) -> str:
        return "idle 1"

    def interrupt(self) -> None:
        self.interrupted += 1

    def solve(self, problem, settings: Settings, board: Board) -> Outcome:
        board.bound = self._bound
        while not board.stop and not self._told.wait(0.01):
            pass
        return Outcome(Ending.STOPPED, None, self._bound)


def test_plan_and_bound_together_end_a_search(neutral, tmp_path: Path) -> None:
    problem = neutral[0].problem.copy()
    best = answered(find("highs"), problem, settings(tmp_path, gap=1e-6)).outcome
    assert best.bound is not None
    solver = Idle(best.bound)
    beside = Beside(solver, neutral[1], neutral[0])
    found = answered(beside, problem, settings(tmp_path, gap=0.05))
    assert found.outcome.ending is Ending.OPTIMAL
    assert found.outcome.bound == best.bound
    assert solver.interrupted >= 1
    assert found.seconds < 20.0
    assert not found.abandoned


class Deaf(Idle):
    """Does not look up for a long while."""

    def __init__(self, bound: float) -> None:
        super().__init__(bound)
        self.abandoned = 0

    def abandon(self) -> None:
        self.abandoned += 1
        self._told.set()

    def solve(self, problem, settings: Settings, board: Board) -> Outcome:
        board.bound = self._bound
        self._told.wait(20.0)
        return Outcome(Ending.STOPPED, None, self._bound)


def test_a_solver_that_does_not_look_up_is_left_behind(neutral, tmp_path: Path) -> None:
    problem = neutral[0].problem.copy()
    best = answered(find("highs"), problem, settings(tmp_path, gap=1e-6)).outcome
    assert best.bound is not None
    solver = Deaf(best.bound)
    found = answered(Beside(solver, neutral[1], neutral[0]), problem, settings(tmp_path, gap=0.05))
    assert (solver.interrupted, solver.abandoned) == (1, 1)
    assert found.outcome.ending is Ending.OPTIMAL
    assert found.outcome.values is not None
    assert found.seconds < 15.0


def test_a_plan_far_from_the_bound_ends_with_the_time(neutral, tmp_path: Path) -> None:
    problem = neutral[0].problem.copy()
    beside = Beside(Idle(1e3), neutral[1], neutral[0])
    found = answered(beside, problem, settings(tmp_path, seconds=1.5))
    assert found.outcome.ending is Ending.STOPPED
    assert found.outcome.values is not None


@pytest.mark.parametrize("threads", [1, 2])
def test_the_better_plan_of_both_is_kept(neutral, tmp_path: Path, threads: int) -> None:
    problem = neutral[0].problem.copy()
    alone = answered(find("highs"), problem.copy(), settings(tmp_path, gap=1e-6)).outcome
    beside = Beside(find("highs"), neutral[1], neutral[0])
    asked = settings(tmp_path, gap=1e-6, threads=threads)
    found = answered(beside, problem, asked).outcome
    assert found.ending is Ending.OPTIMAL
    assert alone.bound is not None
    assert found.bound is not None
    arrays, sense, constant = arrays_of(problem)
    assert keeps(arrays, np.array(found.values))
    assert sense * float(arrays.cost @ np.array(found.values)) + constant == pytest.approx(alone.bound, rel=1e-5)
    assert found.bound == pytest.approx(alone.bound, rel=1e-5)


def test_what_a_solver_calls_impossible_is_not_so_beside_a_plan(neutral, tmp_path: Path) -> None:
    problem, board = neutral[0].problem.copy(), Board()
    exchange = Exchange(neutral[0].form, problem, settings(tmp_path), board)
    alone = answered(find("highs"), problem, settings(tmp_path)).outcome
    assert alone.values is not None
    assert exchange.combined(Outcome(Ending.INFEASIBLE)).ending is Ending.INFEASIBLE
    exchange.take(Outcome(Ending.STOPPED, alone.values))
    assert exchange.combined(Outcome(Ending.INFEASIBLE)).ending is Ending.UNKNOWN


@pytest.mark.slow
@pytest.mark.parametrize("solver", ["highs", "cbc", "scip"])
@pytest.mark.parametrize("objective", ["progress", "cost"])
def test_beside_any_solver_the_same_optimum(solver: str, objective: str) -> None:
    instance = small(4)
    alone = solve(instance, solver=solver, objective=objective, gap=1e-3, solver_alone=True, time_limit=60)
    beside = solve(instance, solver=solver, objective=objective, gap=1e-3, threads=2, time_limit=60)
    assert alone.status is beside.status is Status.SOLVED
    assert beside.value == pytest.approx(alone.value, rel=2e-3, abs=1e-6)
    assert beside.plan is not None
    assert audit(instance, beside.plan, objective=objective).passed


def test_an_impossible_instance_stays_impossible() -> None:
    instance, _ = build_instance([*tiny("core").records, Target(name="t", kind="social", progress=0.55, always=True)])
    assert solve(instance, threads=2, time_limit=30).status is Status.INFEASIBLE
