"""Who pays is decided by the order of the funders, whatever the search happened to choose."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import highspy
from pulp import HiGHS, LpProblem

from models.build import build
from models.instance import Instance
from models.plan import Grant, Plan
from models.polish import Values, whole_plan
from models.records import Activity, Conflict, Funder, Horizon

INSTANCE = Instance(
    [
        Horizon(first="2027-Q1", number=2),
        Conflict(name="Lake"),
        Funder(name="First", amount=300_000),
        Funder(name="Second", amount=300_000),
        Activity(name="Exchange", track="T4", kind="exchange", spend_min=100_000, spend_max=100_000, social=0.1),
    ]
)


def solve(problem: LpProblem, **_: Any) -> Values | None:
    highspy.Highs.resetGlobalScheduler(True)
    problem.solve(HiGHS(msg=False, threads=1))
    return {column.name: column.varValue or 0.0 for column in problem.variables()}


def plan_paid_by(funder: str) -> Plan:
    """The plan made of a search that ran the exchange in both periods and let one funder pay."""
    model = build(INSTANCE)
    values = {column.name: 1.0 for column in model.columns.on.values()}
    values |= {model.columns.start["Exchange", 0].name: 1.0}
    values |= {
        column.name: 100_000 / model.unit for (payer, _, _), column in model.columns.grant.items() if payer == funder
    }
    values |= {column.name: 1.0 for column in model.columns.output.values()}

    def given(problem: LpProblem, *, start: Values | None = None, **more: Any) -> Values | None:
        # The saving step hands back what the search found, so that the payers come from there and from nowhere else.
        return values if start is not None else solve(problem, **more)

    plan, found = whole_plan(model, values, given)
    assert found
    assert plan is not None
    return plan


def test_the_first_funder_pays_whoever_paid_in_the_search() -> None:
    expected = tuple(Grant("First", "Exchange", n, 100_000) for n in (0, 1))
    assert plan_paid_by("First").grants == expected
    assert plan_paid_by("Second").grants == expected
    assert replace(plan_paid_by("Second"), grants=()) == replace(plan_paid_by("First"), grants=())
