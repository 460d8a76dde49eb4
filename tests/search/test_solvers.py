"""The installed solvers agree on the optimum of small instances, whatever their tolerances and heuristics."""

from __future__ import annotations

from math import isclose

import pytest

from planner.solvers.find import KNOWN, installed
from tests.random_instances import FOCUSES, tiny
from tests.solving import optimum

OTHERS = [name for name in installed() if name in KNOWN and name != "highs"]


def test_others_are_installed() -> None:
    assert OTHERS == ["cbc", "scip"]


@pytest.mark.slow
@pytest.mark.parametrize("rule", FOCUSES)
@pytest.mark.parametrize("solver", OTHERS)
def test_solvers_agree(solver: str, rule: str) -> None:
    instance, _ = tiny(200, rule)
    ours, theirs = optimum(instance), optimum(instance, solver=solver)
    assert (ours is None) == (theirs is None)
    if ours is not None and theirs is not None:
        assert isclose(ours.value, theirs.value, abs_tol=1e-6), f"{ours.value}, {theirs.value}"
