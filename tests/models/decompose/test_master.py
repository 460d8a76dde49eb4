"""The master problem on two blocks and one row, solved by hand."""

from __future__ import annotations

import pulp
import pytest

from models.decompose.master import Known, Side, master, prices


def solved(least: float, most: float) -> tuple[float, float]:
    """Two blocks, each with a plan that does nothing and one worth 3 or 2 for a unit of what there is one unit of."""
    idle = Known(0.0, {})
    blocks = [[idle, Known(-3.0, {0: 1.0})], [idle, Known(-2.0, {0: 1.0})]]
    problem = master(blocks, [], [Side(None, 1.0, least, most)])
    problem.solve(pulp.HiGHS(msg=False))
    assert problem.objective is not None
    return float(problem.objective.value() or 0.0), prices(problem, 1)[0]


def test_the_price_is_between_what_the_unit_is_worth_to_both() -> None:
    value, price = solved(-10.0, 0.0)
    assert value == pytest.approx(-3.0)
    assert -3.0 <= price <= -2.0


def test_the_price_stays_within_its_reach() -> None:
    value, price = solved(-1.5, -0.5)
    assert price == pytest.approx(-1.5)
    assert value == pytest.approx(-1.5 * 1 + (-3 + 1.5) + (-2 + 1.5))  # what that price proves
