"""Alternatives against every plan there is."""

from __future__ import annotations

from itertools import product

import pytest

import planner.alternatives.run
from models.audit import audit
from models.checks import build_instance
from models.differing import AtLeastDifferent, different
from models.instance import Instance
from models.plan import Grant, Plan, Work
from models.records import Activity, Conflict, Funder, Horizon, Target
from planner.alternatives import Ending, alternatives
from planner.errors import InputError
from planner.solve import Status, solve
from tests.planner.alternatives.exact import EXACT, SAME, Exact, apart, every_way, few, runs_of


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner.alternatives.run, "Series", Exact)


@pytest.mark.slow
@pytest.mark.parametrize("by", ["activities", "starts"])
def test_alternatives_are_the_best_that_differ(exact: None, by: str) -> None:
    endings, told = set(), 0
    for instance in few(range(30), 200):
        ways = every_way(instance)
        for differ, loss in ((1, 0.1), (2, 0.5)):
            found = alternatives(instance, EXACT, loss=loss, differ=differ, by=(by,), number=4)  # type: ignore[arg-type]
            if found.plan is None or found.value is None:
                assert not ways
                continue
            assert found.value == pytest.approx(max(number for _, number in ways), abs=SAME)
            before = [runs_of(instance, found.plan)]
            for each in found.alternatives:
                assert each.value == pytest.approx(_best_apart(instance, ways, before, by, differ), abs=SAME)
                assert each.loss_low == pytest.approx(found.value - each.value, abs=SAME)
                assert audit(instance, each.plan).passed
                runs = runs_of(instance, each.plan)
                assert each.apart == tuple(apart(instance, runs, other, by) for other in before)
                before.append(runs)
            endings.add(found.ending)
            told += len(found.alternatives)
            if found.ending in (Ending.BEYOND, Ending.NONE):
                further = _best_apart(instance, ways, before, by, differ)
                assert (further is None) == (found.ending is Ending.NONE)
                assert further is None or further < found.value - loss * abs(found.value)
    assert endings == {Ending.NUMBER, Ending.BEYOND, Ending.NONE}
    assert told > 10


def _best_apart(instance: Instance, ways, before, by: str, differ: int) -> float | None:  # type: ignore[no-untyped-def]
    return max(
        (number for runs, number in ways if all(apart(instance, runs, other, by) >= differ for other in before)),
        default=None,
    )


# --- who pays -------------------------------------------------------------------------------------------------


def purses() -> Instance:
    """Three works of one period at 2 each; three donors, of whom one has two tranches."""
    rows = [
        Horizon(name="Purses", first="2000-Q1", number=1, political=0, structural=0, social=1, end_value=0),
        Conflict(name="Strife"),
        Funder(name="One", amount=4),
        Funder(name="Two", amount=2),
        Funder(name="Other two", donor="Two", amount=2),
        Funder(name="Three", amount=1),
    ]
    rows += [
        Activity(name=name, conflict="Strife", track="T4", kind="exchange", spend_min=2, spend_max=2, social=effect)
        for name, effect in (("A", 0.1), ("B", 0.09), ("C", 0.08))
    ]
    return build_instance(rows)[0]


def every_plan(instance: Instance) -> list[tuple[Plan, float]]:
    """All works with all ways to pay for them."""
    names = [funder.name for funder in instance.funders]
    splits = [split for split in product(range(3), repeat=len(names)) if sum(split) == 2]
    found = []
    for ways in product((None, *splits), repeat=len(instance.activities)):
        works, grants = [], []
        for activity, split in zip(instance.activities, ways, strict=True):
            if split is not None:
                works.append(Work(activity.name, 0, 2, output=1.0, start=True))
                grants += [Grant(f, activity.name, 0, m) for f, m in zip(names, split, strict=True) if m]
        plan = Plan(tuple(works), tuple(grants))
        checked = audit(instance, plan)
        if checked.passed:
            found.append((plan, float(checked.score)))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("by", "differ"), [(("payers",), 2), (("payers", "activities"), 3)])
def test_other_payers_are_the_best_there_are(by, differ: int) -> None:  # type: ignore[no-untyped-def]
    """Each answer goes through the search, whole money and the ledger, and is held against all ways to pay."""
    instance = purses()
    plans = every_plan(instance)
    before = [solve(instance, EXACT).plan]
    assert before[0] is not None
    for _ in range(2):
        condition = AtLeastDifferent(tuple(before), differ, by)  # type: ignore[arg-type]
        expected = max((score for plan, score in plans if condition.met(instance, plan)), default=None)
        assert _as_a_person_counts(instance, plans, before, by, differ) == expected
        result = solve(instance, EXACT, conditions=(condition,))
        if expected is None:
            assert result.status is Status.INFEASIBLE
            return
        assert result.value == pytest.approx(expected, abs=SAME)
        assert result.plan is not None
        assert condition.met(instance, result.plan)
        before.append(result.plan)


def _as_a_person_counts(instance: Instance, plans, before, by, differ: int) -> float | None:  # type: ignore[no-untyped-def]
    donor = {"One": "One", "Two": "Two", "Other two": "Two", "Three": "Three"}

    def otherwise(plan: Plan, other: Plan, name: str) -> bool:
        now = [grant for grant in plan.grants if grant.activity == name]
        then = {donor[grant.funder] for grant in other.grants if grant.activity == name}
        if not now or not then:
            return "activities" in by and bool(now) != bool(then)
        return sum(grant.amount for grant in now if donor[grant.funder] not in then) >= 1

    return max(
        (
            score
            for plan, score in plans
            if all(sum(otherwise(plan, other, name) for name in "ABC") >= differ for other in before)
        ),
        default=None,
    )


def test_a_token_payment_makes_no_other_payer() -> None:
    instance = purses()
    one = Plan((Work("A", 0, 2, start=True),), (Grant("One", "A", 0, 2),))
    mixed = Plan(one.works, (Grant("One", "A", 0, 1), Grant("Three", "A", 0, 1)))
    assert different(instance, mixed, one, ("payers",)) == {"A"}
    tranche = Plan(one.works, (Grant("Two", "A", 0, 2),))
    other = Plan(one.works, (Grant("Other two", "A", 0, 2),))
    assert different(instance, tranche, other, ("payers",)) == set()
    assert different(instance, tranche, one, ("payers",)) == {"A"}


# --- as a whole -------------------------------------------------------------------------------------------------


def test_in_processes_and_resumed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    instance, steps = purses(), []
    words = {"loss": 0.5, "differ": 1, "number": 2, "gap": 0.0, "resume": tmp_path / "run.jsonl"}
    first = alternatives(instance, **words)  # type: ignore[arg-type]
    again = alternatives(instance, **words, on_progress=steps.append)  # type: ignore[arg-type]
    assert first.complete
    assert [each.plan for each in first.alternatives] == [each.plan for each in again.alternatives]
    assert len(first.alternatives) == 2
    assert all(step.progress is None for step in steps)


def test_least_cost(exact: None) -> None:
    """One work at 2 reaches the target, each of the three does; whatever else differs by two costs 6."""
    goal = Target(name="goal", conflict="Strife", kind="social", progress=0.08)
    instance = build_instance([*purses().records, goal])[0]
    found = alternatives(instance, EXACT, objective="cost", differ=2, loss=0.5)
    assert found.value == 2.0
    assert [(each.value, each.loss_low, each.percent_high) for each in found.alternatives] == [(2.0, 0.0, 0.0)] * 2
    assert found.ending is Ending.BEYOND
    assert found.next_bound == pytest.approx(6.0)


@pytest.mark.parametrize(
    "wrong", [{"loss": 1.0}, {"loss": -0.1}, {"differ": 0}, {"number": -1}, {"by": ("payer",)}, {"by": ()}]
)
def test_what_cannot_be_asked(wrong) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError, match="option"):
        alternatives(purses(), **wrong)
