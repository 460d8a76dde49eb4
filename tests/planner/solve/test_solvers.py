"""Every installed solver, on problems without any planning in them."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Mapping
from pathlib import Path

import pulp
import pytest

from planner.errors import InputError
from planner.solve.warm import begin_at
from planner.solvers.base import Board, Settings
from planner.solvers.cbc import _Follower
from planner.solvers.ending import Ending
from planner.solvers.find import find, installed
from planner.solvers.highs import AS_WRITTEN, BRANCHING, BRIEF, EARLY, EXACT, LEAN, PROVING

SOLVERS = installed()


def knapsack(columns: int, rows: int, seed: int = 1, *, sense: int = pulp.LpMaximize) -> pulp.LpProblem:
    """Many-dimensional knapsack with a constant in its objective, which files of solvers like to lose."""
    draw = random.Random(seed)
    problem = pulp.LpProblem("k", sense)
    xs = [problem.add_variable(f"x{i}", 0, 1, "Integer") for i in range(columns)]
    sign = 1 if sense == pulp.LpMaximize else -1
    problem.setObjective(pulp.lpSum(sign * draw.randint(10, 99) / 100 * x for x in xs) + 7)
    for row in range(rows):
        weights = [draw.randint(1, 99) for _ in xs]
        problem.addConstraint(
            pulp.lpSum(w * x for w, x in zip(weights, xs, strict=True)) <= sum(weights) // 3, f"r{row}"
        )
    return problem


def settings(folder: Path, seconds: float = 30, gap: float = 0.0, **more: object) -> Settings:
    return Settings(seconds=seconds, gap=gap, threads=1, seed=1, folder=folder, **more)  # type: ignore[arg-type]


def value(problem: pulp.LpProblem) -> float:
    assert problem.objective is not None
    found = problem.objective.value()
    assert found is not None
    return float(found)


def test_highs_is_there_and_first() -> None:
    assert SOLVERS[0] == "highs"


@pytest.mark.parametrize("name", SOLVERS)
@pytest.mark.parametrize("sense", [pulp.LpMaximize, pulp.LpMinimize])
def test_optimum_and_bound_agree_with_highs(name: str, sense: int, tmp_path: Path) -> None:
    reference = knapsack(25, 6, sense=sense)
    find("highs").solve(reference, settings(tmp_path), Board())
    problem = knapsack(25, 6, sense=sense)
    outcome = find(name).solve(problem, settings(tmp_path), Board())
    assert outcome.ending is Ending.OPTIMAL
    assert value(problem) == pytest.approx(value(reference), abs=1e-6)
    assert outcome.bound == pytest.approx(value(reference), abs=1e-4)


@pytest.mark.parametrize("name", SOLVERS)
@pytest.mark.parametrize("gap", [0.02, 0.1, 0.3])
def test_who_is_content_with_a_gap_proves_no_more_than_is_true(name: str, gap: float, tmp_path: Path) -> None:
    for number in (25, 35, 45):
        reference = knapsack(number, 6)
        best = find("highs").solve(reference, settings(tmp_path), Board()).bound
        board = Board()
        outcome = find(name).solve(knapsack(number, 6), settings(tmp_path, gap=gap), board)
        assert best is not None
        assert outcome.bound is not None
        assert outcome.bound >= best * (1 - 1e-6)
        assert board.bound is None or board.bound >= best * (1 - 1e-6)


def test_the_bound_cbc_prints_when_content_with_a_gap_is_none(tmp_path: Path) -> None:
    """Seen on a member of the family ``single``: the bound was -0.67329, and the best plan worth 0.672967."""
    log, board = tmp_path / "cbc.log", Board()
    log.write_text("✔ Optimal — Obj: -0.672733   Bound: -0.672733   Gap: 0.00%   Nodes: 0   Iters: 206   Time: 4.50s\n")
    with _Follower(log, board, sign=-1.0, constant=0.0, echo=False):
        pass
    assert board.bound is None
    log.write_text("✔ Stopped — Obj: -0.672733   Bound: -0.67329   Gap: 0.08%   Nodes: 0   Iters: 206   Time: 4.50s\n")
    with _Follower(log, board, sign=-1.0, constant=0.0, echo=False):
        pass
    assert board.bound == pytest.approx(0.67329, rel=2e-6)


@pytest.mark.parametrize("name", SOLVERS)
def test_infeasible_is_told_apart(name: str, tmp_path: Path) -> None:
    problem = knapsack(5, 1)
    problem.addConstraint(pulp.lpSum(problem.variables()) >= 6, "too_many")
    outcome = find(name).solve(problem, settings(tmp_path), Board())
    assert outcome.ending is Ending.INFEASIBLE
    assert outcome.values is None


@pytest.mark.parametrize("name", SOLVERS)
def test_a_limit_leaves_an_incumbent_and_a_bound_above_it(name: str, tmp_path: Path) -> None:
    problem = knapsack(200, 60)
    board = Board()
    outcome = find(name).solve(problem, settings(tmp_path, seconds=2), board)
    assert outcome.ending is Ending.STOPPED
    assert outcome.values is not None
    assert outcome.bound is not None
    assert outcome.bound >= value(problem)
    assert outcome.root_bound is not None
    assert outcome.root_bound >= outcome.bound - 1e-6
    assert board.bound is not None


@pytest.mark.parametrize("name", [name for name in SOLVERS if name in ("highs", "scip")])
def test_stopping_from_outside(name: str, tmp_path: Path) -> None:
    solver, board = find(name), Board()

    def stop() -> None:
        board.stop = True
        solver.interrupt()

    timer = threading.Timer(1, stop)
    timer.start()
    outcome = solver.solve(knapsack(200, 60), settings(tmp_path, seconds=60), board)
    assert outcome.ending is Ending.STOPPED
    assert board.values is not None


@pytest.mark.parametrize("name", SOLVERS)
def test_a_start_is_taken(name: str, tmp_path: Path) -> None:
    """With no node to search, the answer is at least as good as the start."""
    best = knapsack(60, 10)
    find("highs").solve(best, settings(tmp_path), Board())
    problem = knapsack(60, 10)
    for column, known in zip(problem.variables(), best.variables(), strict=True):
        column.setInitialValue(round(known.varValue or 0.0))
    outcome = find(name).solve(problem, settings(tmp_path, warm=True, nodes=1), Board())
    assert outcome.values is not None
    assert value(problem) == pytest.approx(value(best), abs=1e-6)


class Shown(Board):
    """Remembers every bound."""

    def __init__(self) -> None:
        self.bounds: list[float] = []
        super().__init__()

    def __setattr__(self, attribute: str, shown: object) -> None:
        if attribute == "bound" and isinstance(shown, float):
            self.bounds.append(shown)
        super().__setattr__(attribute, shown)


@pytest.mark.parametrize("name", SOLVERS)
@pytest.mark.parametrize("missing", [None, 0.4])
def test_an_incomplete_start_tells_no_bound_of_its_own(name: str, missing: float | None, tmp_path: Path) -> None:
    """HiGHS fills in such a start by a search in which the rest is held, and shows the bound of that on the way."""
    board, problem = Shown(), knapsack(60, 10)
    for column in problem.variables():
        column.setInitialValue(0)
    *_, last = problem.variables()
    last.varValue = missing
    outcome = find(name).solve(problem, settings(tmp_path, warm=True), board)
    assert outcome.ending is Ending.OPTIMAL
    assert all(bound >= value(problem) - 1e-6 for bound in board.bounds)


@pytest.mark.parametrize("name", SOLVERS)
@pytest.mark.parametrize("sense", [pulp.LpMaximize, pulp.LpMinimize])
@pytest.mark.parametrize(("columns", "rows", "seed"), [(12, 2, 3), (40, 8, 4), (60, 10, 5)])
def test_what_is_shown_as_bound_is_one(
    name: str, sense: int, columns: int, rows: int, seed: int, tmp_path: Path
) -> None:
    board, problem = Shown(), knapsack(columns, rows, seed, sense=sense)
    find(name).solve(problem, settings(tmp_path), board)
    slack = 1e-6 * max(1.0, abs(value(problem)))
    sign = 1 if sense == pulp.LpMaximize else -1
    assert all(sign * (bound - value(problem)) >= -slack for bound in board.bounds)
    if name == "highs":
        assert board.bounds


@pytest.mark.parametrize(
    ("cat", "value", "taken"),
    [
        ("Integer", 1 + 1e-15, 1.0),
        ("Integer", -1e-15, 0.0),
        ("Integer", 1 - 1e-6, 1.0),
        ("Continuous", 1 + 1e-15, 1.0),
        ("Continuous", 0.25, 0.25),
    ],
)
def test_a_start_a_hair_outside_the_bounds_is_taken(cat: str, value: float, taken: float) -> None:
    problem = pulp.LpProblem("p")
    column = problem.add_variable("x", 0, 1, cat)
    begin_at(column, value)
    assert column.varValue == taken


def test_names_in_any_capitals_and_pulps_own_names() -> None:
    assert find("HiGHS").name == find("highs").name == find(" HIGHS ").name == "highs"
    if "cbc" in SOLVERS:
        assert find("COIN_CMD").name == "cbc"


def test_an_unknown_solver_lists_what_is_installed() -> None:
    with pytest.raises(InputError, match="installed: highs"):
        find("simplexia")


def test_a_missing_solver_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.solvers.cbc.Cbc.available", lambda self: False)
    with pytest.raises(InputError) as caught:
        find("cbc")
    assert 'pip install "multitrack-planner[cbc]"' in caught.value.remedy


def test_a_solver_pulp_knows_but_this_machine_has_not() -> None:
    absent = next(name for name in pulp.listSolvers() if name not in pulp.listSolvers(onlyAvailable=True))
    with pytest.raises(InputError, match="not installed"):
        find(absent.lower())


@pytest.mark.parametrize(("name", "option"), [("highs", "no_such_option"), ("scip", "no/such/option")])
def test_unknown_raw_options_are_refused(name: str, option: str, tmp_path: Path) -> None:
    if name not in SOLVERS:
        pytest.skip(f"{name} is not installed")
    with pytest.raises(InputError, match=option):
        find(name).solve(knapsack(5, 1), settings(tmp_path, options={option: "1"}), Board())


def test_raw_options_are_typed_and_passed_on(tmp_path: Path) -> None:
    options = {"mip_max_nodes": "1", "presolve": "off", "mip_detect_symmetry": "false", "mip_heuristic_effort": "0"}
    outcome = find("highs").solve(knapsack(200, 60), settings(tmp_path, options=options), Board())
    assert outcome.ending is Ending.STOPPED
    assert outcome.nodes <= 2
    with pytest.raises(InputError, match="mip_max_nodes"):
        find("highs").solve(knapsack(5, 1), settings(tmp_path, options={"mip_max_nodes": "many"}), Board())


def test_highs_can_leave_rows_as_they_are_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Rules of presolve are known by number only: what each number means, the log says."""
    options = {name: str(value) for name, value in AS_WRITTEN.items()}
    find("highs").solve(knapsack(9, 2), settings(tmp_path, log=True, options=options), Board())
    told = capfd.readouterr().out
    listed = told.partition("Presolve rules switched off:")[2].partition("Presolving model")[0]
    rules = [line.rpartition(":")[2].strip() for line in listed.splitlines() if ":" in line]
    assert rules == ["Free column substitution", "Doubleton equation", "Aggregator", "Probing"]


@pytest.mark.parametrize(
    "kept",
    [LEAN, BRIEF, BRANCHING, PROVING, EARLY, EXACT],
    ids=["lean", "brief", "branching", "proving", "early", "exact"],
)
def test_what_highs_is_told_to_leave_out_costs_no_proof(kept: dict[str, object], tmp_path: Path) -> None:
    whole = find("highs").solve(knapsack(30, 8), settings(tmp_path), Board())
    options = {name: str(value).lower() for name, value in kept.items()}
    other = find("highs").solve(knapsack(30, 8), settings(tmp_path, options=options), Board())
    assert other.ending is whole.ending is Ending.OPTIMAL
    assert other.bound == pytest.approx(whole.bound)


@pytest.mark.parametrize(("gap", "taken"), [(0.0, True), (0.01, False)])
def test_highs_takes_up_a_plan_from_beside_where_the_gap_is_close(
    gap: float, taken: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Its log marks a solution that a user gave by an X."""
    board = Board()
    board.hint = find("highs").solve(knapsack(60, 20), settings(tmp_path, gap=0.002), Board()).values
    outcome = find("highs").solve(knapsack(60, 20), settings(tmp_path, gap=gap, log=True, beside=True), board)
    assert outcome.ending is Ending.OPTIMAL
    assert any(line.startswith(" X ") for line in capfd.readouterr().out.splitlines()) == taken
    assert (board.hint is None) == taken


@pytest.mark.parametrize("warm", [False, True])
def test_beside_a_hunt_highs_searches_less_unless_told_otherwise(
    warm: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What its log counts are the searches that heuristics make within the search."""

    def searches(options: Mapping[str, str]) -> int:
        problem = knapsack(60, 20)
        for column in problem.variables():
            begin_at(column, 0.0)
        asked = settings(tmp_path, gap=0.01, log=True, warm=warm, beside=True, options=options)
        find("highs").solve(problem, asked, Board())
        counts = re.findall(r"subMIP time \[calls\] = \S+ \[(\d+)\]", capfd.readouterr().out)
        return max(map(int, counts), default=0)

    all_of_them = {name: str(not value).lower() for name, value in PROVING.items() if isinstance(value, bool)}
    assert searches({}) < searches(all_of_them)
    assert not (warm and searches({}))
