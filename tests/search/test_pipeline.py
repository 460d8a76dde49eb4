"""The whole pipeline: what comes back is sound, never above the optimum, and near it where money is fine-grained."""

from __future__ import annotations

from typing import Any

import pytest

from models.build import build
from models.checks import build_instance
from models.instance import Instance
from models.records import Activity, Funder, Record
from planner.solve import SolveOptions, Status, solve
from tests.random_instances import FOCUSES, tiny
from tests.search.search import search
from tests.solving import best_objective

UNIT = 1000
"""Factor that turns the coarse money of the random instances into money of real plans."""


def in_thousands(instance: Instance) -> Instance:
    """The same instance with all its money times a thousand."""
    return build_instance([_times(row) for row in instance.records])[0]


def _times(row: Record) -> Record:
    fields: dict[str, Any] = {}
    if isinstance(row, Funder):
        fields = {"amount": row.amount * UNIT, "smallest": row.smallest * UNIT}
    elif isinstance(row, Activity):
        fields = {name: getattr(row, name) * UNIT for name in ("setup", "spend_min", "spend_max")}
        fields["raises"] = tuple((tranche, money * UNIT) for tranche, money in row.raises)
        fields["response"] = tuple((spend * UNIT, output) for spend, output in row.response)
    return row.model_copy(update=fields)


@pytest.mark.slow
@pytest.mark.parametrize("rule", list(FOCUSES)[::3])
def test_never_above_the_optimum_and_near_the_bound(rule: str) -> None:
    # Whole units of a thousandth of what matters cost next to nothing; the gap asked for is zero.
    instance = in_thousands(tiny(300, rule)[0])
    ceiling = best_objective(build(instance))
    result = solve(instance, SolveOptions(gap=0, threads=1, time_limit=60))
    if ceiling is None:
        assert result.status is Status.INFEASIBLE
        return
    assert result.audit is not None
    assert result.audit.passed
    assert float(result.audit.score) <= ceiling + 1e-6
    assert float(result.audit.score) >= ceiling - 2e-3 * abs(ceiling) - 1e-5


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 5, 23, 45, 90])
def test_never_above_the_search_where_money_is_coarse(seed: int) -> None:
    instance, _ = tiny(seed)
    found = search(instance)
    result = solve(instance, SolveOptions(gap=0, threads=1, time_limit=60))
    assert found is not None
    assert result.audit is not None
    assert result.audit.passed
    assert float(result.audit.score) <= found.value + 1e-6
