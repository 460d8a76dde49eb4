"""The naive model says the same as the product: the same optimum on small members of the families."""

from __future__ import annotations

from pathlib import Path

import pytest

import planner
from benchmarks.families import Member
from benchmarks.naive import ASLEEP, RULES
from benchmarks.naive.build import build
from benchmarks.naive.run import measured
from models.build import active_rules
from models.build import build as product
from models.checks import build_instance
from models.instance import Instance
from models.records import RuleSetting
from planner.bench import Setting, Trial, trials
from planner.solve import Status
from tests.solving import tiny

MEMBERS = (Member("single", (5, 5), 0), Member("tight", (6, 8), 1), Member("tree", (3, 5, 4), 0))


def _trial(instance: Instance, solver: str = "highs") -> Trial:
    common = {"gap": 1e-6, "time_limit": 60, "threads": 1, "without": ASLEEP}
    (made,) = trials([("small", instance)], solvers=(solver,), settings=(Setting("naive"),), **common)
    return made


@pytest.mark.slow
@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.name)
def test_the_optimum_is_that_of_the_product(member: Member) -> None:
    trial = _trial(build_instance(member.records())[0])
    naive, result = measured(trial), planner.solve(trial.instance, trial.options)
    assert naive.status == "solved"
    assert result.status is Status.SOLVED
    assert naive.value == pytest.approx(result.value, abs=1e-4)
    assert naive.bound == pytest.approx(result.bound, abs=1e-4)
    assert (naive.rows, naive.columns) > (result.rows, result.columns)


@pytest.mark.parametrize("name", ["electoral_cycle", "closed_embassy", "signature"])
def test_rules_bind_as_they_do_in_the_product(name: str) -> None:
    awake = [row for row in tiny(name).records if not (isinstance(row, RuleSetting) and row.kind == "off")]
    trial = _trial(build_instance(awake)[0])
    result = planner.solve(trial.instance, trial.options)
    assert measured(trial).value == pytest.approx(result.value, abs=1e-4)


def test_the_row_says_what_was_run() -> None:
    found = measured(_trial(tiny("core_tree"), "cbc"))
    assert (found.solver, found.setting, found.status, found.cut) == ("cbc", "naive", "solved", False)
    assert found.build is not None
    assert found.solve is not None
    assert found.total == pytest.approx(found.build + found.solve)
    assert (found.peak_megabytes or 0) > 10


def test_columns_are_there_even_where_calendars_decide_them() -> None:
    instance = build_instance(Member("single", (12, 12), 0).records())[0]
    naive, ours = build(instance), product(instance, rules=active_rules(instance, ASLEEP)).problem
    assert naive.numVariables() > 1.5 * ours.numVariables()
    assert naive.numConstraints() > 1.5 * ours.numConstraints()


def test_rules_are_awake_or_asleep() -> None:
    from models.rules import RULES as BOOK

    assert {each.name for each in BOOK} == RULES | ASLEEP
    assert not RULES & ASLEEP


def test_what_only_the_product_plans_is_refused() -> None:
    with pytest.raises(ValueError, match="does not plan"):
        build(tiny("fundraising"))
    case = Path(__file__).parents[2] / "instances" / "cases" / "georgia-russia.csv"
    with pytest.raises(ValueError, match="UN special representative"):
        build(planner.read(case)[0])
