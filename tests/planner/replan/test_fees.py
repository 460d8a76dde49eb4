"""Fees stay with the plan: its file has them, its audit counts them, and who plans again from it still owes them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import planner
from models.audit import audit
from models.plan import Grant, Plan
from planner.outcome import for_audience
from planner.planfile.read import read_plan
from planner.planfile.write import write_plan
from planner.replan import Replan
from planner.show import render
from planner.show.courses import courses
from planner.show.ledger import ledger, paid_on_path
from tests.planner.replan.worlds import ADOPTED, plan_of, world

pytestmark = pytest.mark.usefixtures("known_solves")


@pytest.fixture
def stopped() -> Replan:
    """Old work is stopped for Great work: 1 of the 2 promised for each of two quarters is due."""
    found = planner.replan(world(), plan_of(ADOPTED), "2000-Q2", gap=0.0, commitments="buy-out", buy_out=0.5)
    assert found.plan is not None
    assert {work.activity for work in found.plan.works if work.node} == {"Great"}
    return found


def plan(found: Replan) -> Plan:
    assert found.plan is not None
    return found.plan


def test_a_new_plan_has_its_fees(stopped: Replan) -> None:
    assert plan(stopped).fees == stopped.fees == (Grant("Fund", "Old", 1, 1), Grant("Fund", "Old", 2, 1))
    assert plan(stopped).cost == 6
    assert sum(each.amount for each in plan(stopped).payments) == 8
    assert stopped.result.audit is not None
    assert stopped.result.audit.passed


def test_the_audit_counts_them(stopped: Replan) -> None:
    assert audit(world(8), plan(stopped)).passed
    found = audit(world(7), plan(stopped))
    assert {(each.check, each.node) for each in found.violations} == {("budget", 2)}
    assert audit(world(6), replace(plan(stopped), fees=())).passed


@pytest.mark.parametrize(
    ("fee", "expected"),
    [
        (Grant("Nobody", "Old", 1, 1), "a tranche of the instance"),
        (Grant("Fund", "None such", 1, 1), "an activity of the instance"),
        (Grant("Fund", "Old", 1, 0), "a whole positive fee of Fund"),
        (Grant("Fund", "Old", 9, 1), "a node of the tree"),
        (Grant("Fund", "Old", 2, 1), "one fee of Fund"),
    ],
)
def test_what_is_no_fee(stopped: Replan, fee: Grant, expected: str) -> None:
    found = audit(world(20), replace(plan(stopped), fees=(*plan(stopped).fees, fee)))
    assert {each.check for each in found.violations} == {"money"}
    assert any(expected in str(each) for each in found.violations)


@pytest.mark.parametrize("target", ["plan.csv", "plan.json", "plan.xlsx", "plan"])
def test_files_have_them(stopped: Replan, tmp_path: Path, target: str) -> None:
    write_plan(stopped.result, tmp_path / target)
    read = read_plan(tmp_path / target, stopped.instance).plan
    assert read is not None
    assert read.fees == plan(stopped).fees
    assert read == plan(stopped)


def test_who_plans_again_still_owes_them(stopped: Replan) -> None:
    """Of 8, 2 are paid, 4 spent, and 2 due: with nothing else asked, no more can be done in the last quarter."""
    again = planner.replan(world(), plan(stopped), "2000-Q3", gap=0.0, commitments="free")
    assert plan(again).fees == plan(stopped).fees
    assert again.fees == (), "nothing new is owed"
    paid = sum(each.amount for each in plan(again).payments)
    assert paid <= 8
    free = planner.replan(world(), replace(plan(stopped), fees=()), "2000-Q3", gap=0.0, commitments="free")
    assert plan(free).cost - plan(again).cost == 2, "what is due is missing elsewhere"


def test_old_and_new_fees_add_up() -> None:
    """New work is stopped as well, for half of the 2 promised; an older agreement had left 3 due for it then."""
    due = Grant("Fund", "Old", 1, 1), Grant("Fund", "New", 2, 3)
    adopted = replace(plan_of({("Old", 0), ("New", 1), ("New", 2)}), fees=due)
    asked: dict[str, Any] = {"gap": 0.0, "commitments": "buy-out", "buy_out": 0.5, "objective": "cost"}
    found = planner.replan(world(9), adopted, "2000-Q3", **asked)
    assert ("New", 2) not in plan(found).work()
    assert plan(found).fees == (Grant("Fund", "Old", 1, 1), Grant("Fund", "New", 2, 4))
    assert found.fees == (Grant("Fund", "New", 2, 4),)
    # 2 + 2 spent and 5 due are all there is; with less, New work can be neither stopped (9) nor done (10).
    assert planner.replan(world(8), adopted, "2000-Q3", **asked).plan is None


def test_the_ledger_tells_them_apart(stopped: Replan) -> None:
    outcome = for_audience(stopped.result, "owner")
    found = ledger(outcome, courses(stopped.instance)[0])
    lines = {line.label(line.activity): line.total for line in found.lines if line.activity}
    assert lines == {"Old": 2, "release from Old": 2, "Great": 4}
    assert found.lines[-1].total == paid_on_path(outcome, stopped.instance.funders[0], 2) == 8
    assert "release from Old" in render(outcome, width=100)
