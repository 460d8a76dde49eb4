"""Comparisons against exact optima: every interval holds the true difference, and neighbours tell no lies."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import pytest

import planner.compare.run
from models.instance import Instance
from planner.compare import Budget, Comparison, compare
from planner.errors import InputError
from planner.series import Job, Series, Solved
from planner.solve import Status
from tests.planner.price.exact import answer
from tests.random_instances import tiny as drawn
from tests.solving import optimum, tiny

SAME = 2e-6
SHARES = ("25%", "50%", "75%", "90%")


class Exact(Series):
    """Answers that are exactly right, without a process for each."""

    def solve(self, jobs) -> Iterator[Solved]:  # type: ignore[no-untyped-def, override]
        for job in jobs:
            assert isinstance(job, Job)
            found = optimum(job.instance, job.options.without, job.options.objective)
            yield Solved(job.key, answer(found))


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner.compare.run, "Series", Exact)


def true_values(comparison: Comparison) -> dict[str, float | None]:
    found = {case.label: optimum(case.instance) for case in comparison.cases}
    return {label: None if best is None else best.value for label, best in found.items()}


@pytest.mark.parametrize("seed", range(12))
def test_intervals_hold_the_truth(exact: None, seed: int) -> None:
    instance, _ = drawn(seed)
    comparison = compare(instance, budgets=SHARES, gap=0.01)
    true = true_values(comparison)
    assert set(true) == {"all money", *SHARES}
    for case in comparison.cases:
        value = true[case.label]
        assert (case.value is None) is (value is None)
        if value is None or case.value is None:
            continue
        assert case.bound is not None
        assert case.value - SAME <= value <= case.bound + SAME
        if case.change is not None:
            first = true["all money"]
            assert first is not None
            assert case.change.low - SAME <= value - first <= case.change.high + SAME
            assert case.change.high <= 0
    for each in comparison.stretches:
        before, after = true[each.before], true[each.after]
        if before is not None and after is not None:
            assert each.change.low - SAME <= after - before <= each.change.high + SAME


@pytest.mark.parametrize("seed", range(4))
def test_a_frontier_misses_no_rise(exact: None, seed: int) -> None:
    instance, _ = drawn(seed)
    comparison = compare(instance, frontier=0.25, gap=0.01)
    true = true_values(comparison)
    for each in comparison.stretches:
        before, after = true[each.before], true[each.after]
        share = each.money / instance.money
        if before is not None and after is not None and after - before > 0.03 * abs(after):
            assert share <= 0.25 + 2 / instance.money * len(instance.funders)


def test_solved_in_processes() -> None:
    comparison = compare(tiny("closed_embassy"), budgets=["50%", "10%"], gap=0.0)
    assert comparison.complete
    assert [case.value for case in comparison.cases] == pytest.approx([0.25, 0.2, 0.0], abs=1e-6)
    change = comparison["50%"].change
    assert change is not None
    assert (change.low, change.high) == pytest.approx((-0.05, -0.05), abs=1e-6)
    assert comparison["50%"].proven
    assert comparison["50%"].status in (None, Status.SOLVED)
    assert sum(comparison["50%"].payers.values()) == comparison["50%"].cost


def test_what_neighbours_tell_is_not_solved(exact: None) -> None:
    comparison = compare(tiny("budget"), budgets=["50%", "75%"], gap=0.0)
    assert comparison.solved == 1
    assert {case.value for case in comparison.cases} == {comparison["all money"].value}
    assert comparison["75%"].change is not None
    assert comparison["75%"].change.low == pytest.approx(0.0, abs=SAME)


def test_plans_are_measured_not_solved(exact: None) -> None:
    instance = tiny("closed_embassy")
    poor = optimum(Budget.of("50%").applied(instance))
    assert poor is not None
    case = compare(instance, plans={"adopted": poor.plan}, gap=0.0)["adopted"]
    assert case.value == pytest.approx(0.2)
    assert case.change is not None
    assert (case.change.low, case.change.high) == pytest.approx((-0.05, -0.05))


def money(instance: Instance) -> dict[str, int]:
    return {each.name: each.amount for each in instance.funders}


def test_budgets_in_words() -> None:
    instance, _ = drawn(3)
    whole = money(instance)
    assert money(Budget.of("50%").applied(instance)) == {name: amount // 2 for name, amount in whole.items()}
    name = max(whole, key=lambda each: whole[each])
    only = money(Budget.of(f"{name}=50%").applied(instance))
    assert only[name] == whole[name] // 2 or any(f.donor for f in instance.funders)
    total = Budget.of(str(instance.money // 2)).applied(instance).money
    assert instance.money // 2 - len(whole) <= total <= instance.money // 2
    assert Budget.of("2.5M").amount == 2_500_000


@pytest.mark.parametrize("text", ["", "x", "0%", "-5%", "=60%", "6 0 %%", "1.2.3M"])
def test_what_is_no_budget(text: str) -> None:
    with pytest.raises(InputError, match="budget"):
        Budget.of(text)


def test_an_unknown_funder_is_told() -> None:
    with pytest.raises(InputError, match="no funder is called Mars"):
        Budget.of("Mars=60%").applied(tiny("budget"))


def test_nothing_known_is_infinite() -> None:
    comparison = compare(tiny("closed_embassy"), budgets=["50%"], gap=0.0)
    assert all(each.change.high < inf for each in comparison.stretches)
