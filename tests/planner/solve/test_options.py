from pathlib import Path

import pytest

from planner.errors import InputError
from planner.solve import SolveOptions
from planner.solve.budget import reserve
from planner.solve.options import available_cores, model_format
from planner.solve.result import relative_gap
from planner.solve.verdict import refutes


def test_defaults_are_the_documented_ones() -> None:
    options = SolveOptions()
    assert (options.solver, options.gap, options.time_limit, options.threads) == (
        "highs",
        0.001,
        300.0,
        available_cores(),
    )
    assert options.node_limit is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"gap": -0.1},
        {"gap": 1.5},
        {"time_limit": 0},
        {"threads": 0},
        {"seed": -1},
        {"nodes": 0},
        {"objective": "profit"},
        {"write_model": Path("model.txt")},
        {"without": frozenset({"budgets"})},
    ],
)
def test_values_out_of_range_are_refused_by_name(wrong: dict[str, object]) -> None:
    with pytest.raises(InputError, match=next(iter(wrong))):
        SolveOptions(**wrong)  # type: ignore[arg-type]


def test_reproducible_means_one_thread_and_a_limit_on_nodes() -> None:
    options = SolveOptions(reproducible=True, threads=8)
    assert options.solver_threads == 1
    assert options.node_limit is not None
    assert SolveOptions(reproducible=True, nodes=7).node_limit == 7


@pytest.mark.parametrize(("name", "kind"), [("a.mps", "mps"), ("b.LP.gz", "lp"), ("c.mps.GZ", "mps"), ("d.csv", None)])
def test_model_format_follows_the_suffix(name: str, kind: str | None) -> None:
    assert model_format(Path(name)) == kind


def test_gap_is_relative_and_mirrored_for_cost() -> None:
    assert relative_gap(0.55, 0.5, "progress") == pytest.approx(0.1)
    assert relative_gap(90.0, 100.0, "cost") == pytest.approx(0.1)
    assert relative_gap(0.5 - 1e-12, 0.5, "progress") == 0.0
    assert relative_gap(None, 0.5, "progress") is None


@pytest.mark.parametrize("limit", [0.1, 1, 10, 300, 3600])
@pytest.mark.parametrize("build", [0.0, 0.5, 100.0])
def test_the_search_keeps_at_least_half_of_the_time(limit: float, build: float) -> None:
    assert 0 < reserve(limit, build) <= limit / 2
    assert reserve(limit, build) >= reserve(limit, 0.0)


def test_an_audited_plan_refutes_a_bound_that_it_beats() -> None:
    assert refutes(0.594, 0.539, "progress")
    assert refutes(90.0, 100.0, "cost")
    assert not refutes(0.594, 0.595, "progress")
    assert not refutes(0.594000001, 0.594, "progress")
    assert not refutes(100.0, 90.0, "cost")
    assert not refutes(0.5, None, "progress")
