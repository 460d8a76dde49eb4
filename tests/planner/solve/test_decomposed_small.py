"""Small problems of a portfolio, solved in groups of parts: what comes out fits together, however many are taken at a
time."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path

import numpy as np
import pytest
from pulp import LpProblem

from models.build import build
from models.model import Model
from models.payers import Ledger, ledger
from models.plan import Plan
from models.polish import canonical
from planner.solve import solve
from planner.solve.arrays import arrays_of
from planner.solve.decomposed.crew import Crew
from planner.solve.decomposed.piece import Piece, Solved, solve_piece
from planner.solve.decomposed.small import SharedSolver
from planner.solve.options import SolveOptions
from planner.solve.small import SmallSolver
from planner.solvers.ending import Ending
from tests.planner.solve.portfolio import portfolio


class Here(Crew):
    """Solves what it is given at once, in this process, and remembers it."""

    size, idle, lost, gone = 1, 1, 0, ""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._waiting: list[int] = []

    def submit(self, piece: Piece) -> int:
        self.pieces.append(piece)
        self._waiting.append(len(self.pieces) - 1)
        return self._waiting[-1]

    def finished(self, seconds: float) -> Iterator[tuple[int, Solved | None]]:
        while self._waiting:
            ticket = self._waiting.pop()
            yield ticket, solve_piece(self.pieces[ticket])

    def stop(self) -> None: ...

    def forget(self) -> None: ...

    def close(self) -> None: ...

    def successor(self) -> Crew:
        return self


@pytest.fixture(scope="module")
def planned() -> tuple[Model, Plan]:
    instance = portfolio(1)
    plan = solve(instance, gap=0.01, time_limit=60, threads=1).plan
    assert plan is not None
    return build(instance), plan


def solver(crew: Crew, folder: Path) -> SharedSolver:
    return SharedSolver(SmallSolver(SolveOptions(threads=1), folder), crew)


def spread(choosing: Ledger, solve: SharedSolver) -> dict[str, float]:
    """Every grant that may be is chosen: any payments will do to begin with."""
    problem = choosing.problem.copy()
    for column in problem.variables():
        if column.name.startswith("chosen"):
            column.lowBound = 1.0
    values = solve.small(problem, gap=0.0, seconds=20)
    assert values is not None
    return dict(values)


def worth(problem: LpProblem, values: dict[str, float]) -> float:
    """The objective at ``values``, which must keep every row."""
    arrays, sense, constant = arrays_of(problem)
    x = np.array([values[column.name] for column in problem.exported_variables()])
    at = arrays.at(x)
    assert np.all(at >= arrays.row_lower - 1e-4)
    assert np.all(at <= arrays.row_upper + 1e-4)
    return sense * float(arrays.cost @ x) + constant


@pytest.mark.parametrize("pool", [0, 60])
def test_groups_of_payers_fit_together(planned: tuple[Model, Plan], tmp_path: Path, pool: int) -> None:
    model, plan = planned
    choosing, crew = ledger(model, plan, {}, whole=False), Here()
    shared = solver(crew, tmp_path)
    about = spread(choosing, shared)
    found = shared(choosing.problem, gap=0.0, seconds=20, nodes=7, about=about, pool=pool)
    assert found is not None
    assert len(crew.pieces) > 1
    assert all(piece.nodes == 7 for piece in crew.pieces)
    best = shared.small(choosing.problem, gap=0.0, seconds=20)
    assert best is not None
    values, least = worth(choosing.problem, dict(found)), worth(choosing.problem, dict(best))
    assert least - 1e-6 <= values <= worth(choosing.problem, about) + 1e-6


def test_larger_groups_are_fewer_and_need_no_more_grants(planned: tuple[Model, Plan], tmp_path: Path) -> None:
    model, plan = planned
    choosing = ledger(model, plan, {}, whole=False)
    about = spread(choosing, solver(Here(), tmp_path))
    numbers, worths = [], []
    for pool in (0, 60, 10**6):
        crew = Here()
        found = solver(crew, tmp_path)(choosing.problem, gap=0.0, seconds=20, about=about, pool=pool)
        assert found is not None
        assert all(len(piece.arrays.cost) <= pool or not pool for piece in crew.pieces)
        numbers.append(len(crew.pieces))
        worths.append(worth(choosing.problem, dict(found)))
    assert numbers == sorted(set(numbers), reverse=True)
    assert numbers[-1] == 0, "a single group is no part: the whole is solved"
    assert worths[-1] == min(worths)


class Short(Here):
    """Finds nothing for the pieces of these numbers."""

    def __init__(self, numbers: Container[int]) -> None:
        super().__init__()
        self._numbers = numbers

    def finished(self, seconds: float) -> Iterator[tuple[int, Solved | None]]:
        for ticket, solved in super().finished(seconds):
            yield ticket, Solved(Ending.STOPPED) if ticket in self._numbers else solved


def test_a_group_that_finds_nothing_better_keeps_what_it_has(
    planned: tuple[Model, Plan], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, plan = planned
    problem = ledger(model, plan, {}, whole=False).problem
    start = spread(ledger(model, plan, {}, whole=False), solver(Here(), tmp_path))
    better = [
        worth(problem, dict(found))
        for crew in (Here(), Short(range(0, 99, 2)))
        if (found := solver(crew, tmp_path)(problem, gap=0.0, seconds=20, start=start, pool=60)) is not None
    ]
    assert better[0] <= better[1] <= worth(problem, start)
    assert solver(Short(range(0, 99, 2)), tmp_path)(problem, gap=0.0, seconds=20, about=start, pool=60) is None
    # Where no time is left, all keep it.
    monkeypatch.setattr(SmallSolver, "allowed", lambda self, **asked: -1.0)
    late = solver(crew := Here(), tmp_path)(problem, gap=0.0, seconds=20, start=start, pool=60)
    assert late == pytest.approx(start)
    assert not crew.pieces


def test_a_group_that_finds_nothing_in_its_share_may_have_what_others_leave(
    planned: tuple[Model, Plan], tmp_path: Path
) -> None:
    model, plan = planned
    problem = ledger(model, plan, {}, whole=False).problem
    about = spread(ledger(model, plan, {}, whole=False), solver(Here(), tmp_path))
    solver(usual := Here(), tmp_path)(problem, gap=0.0, seconds=20, about=about, pool=60)
    groups = len(usual.pieces)
    found = solver(crew := Short({0}), tmp_path)(problem, gap=0.0, seconds=20, about=about, pool=60)
    assert found is not None
    assert len(crew.pieces) == groups + 1
    assert worth(problem, dict(found)) <= worth(problem, about) + 1e-6
    assert np.all(crew.pieces[-1].arrays.row_upper >= crew.pieces[0].arrays.row_upper - 1e-6)
    assert solver(Short({0, groups}), tmp_path)(problem, gap=0.0, seconds=20, about=about, pool=60) is None


def test_a_ledger_of_groups_pays_for_everything(
    planned: tuple[Model, Plan], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan alone decides it: whoever paid before, and whatever was spread how."""
    model, plan = planned
    monkeypatch.setattr(canonical, "POOL", 60)
    crew = Here()
    paid, found = canonical.canonical(model, plan, {}, solver(crew, tmp_path), 20.0)
    assert found
    assert crew.pieces
    costs = {(work.activity, work.node): work.spend + work.setup for work in plan.works}
    given: dict[tuple[str, int], int] = {}
    for grant in paid.grants:
        given[grant.activity, grant.node] = given.get((grant.activity, grant.node), 0) + grant.amount
    assert given == {key: cost for key, cost in costs.items() if cost}
    other = canonical.canonical(model, Plan(plan.works, (), plan.signings), {}, solver(Here(), tmp_path), 20.0)[0]
    assert other.grants == paid.grants
