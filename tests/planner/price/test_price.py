"""``planner.price`` from end to end: with a solver, in processes of their own."""

from __future__ import annotations

import pytest

import planner
from models.checks import build_instance
from models.instance import Instance
from models.records import Target
from planner.errors import InputError
from planner.price import Price, Prices, Step, Verdict
from planner.solve import Status
from tests.planner.solve.instances import impossible, small
from tests.solving import tiny, value

pytestmark = pytest.mark.usefixtures("known_solves")


def asking(name: str, kind: str, progress: float) -> Instance:
    """A tiny instance that must also reach a target at its end."""
    records = tiny(name).records
    target = Target(name="Goal", kind=kind, progress=progress, always=True)
    return build_instance([*records, target])[0]


def test_exact_prices() -> None:
    prices = planner.price(tiny("closed_embassy"), gap=0.0)
    assert isinstance(prices, Prices)
    assert prices.status is Status.SOLVED
    assert prices.complete
    assert prices.value == pytest.approx(0.25)
    embassy = prices["closed_embassy"]
    assert isinstance(embassy, Price)
    assert embassy.verdict is Verdict.COSTS
    assert (embassy.low, embassy.high) == pytest.approx((0.05, 0.05))
    assert (embassy.percent_low, embassy.percent_high) == pytest.approx((20.0, 20.0), abs=1e-3)
    assert embassy.plan is not None
    assert embassy.plan.without >= {"closed_embassy"}
    assert prices["earmark"].verdict is Verdict.ASLEEP
    assert prices["earmark"].status is None
    assert "consultation_delay" in prices.off
    with pytest.raises(KeyError):
        prices["consultation_delay"]


def test_a_rule_that_enables_brings() -> None:
    (price,) = planner.price(tiny("synergy"), rules=["synergy"], gap=0.0).prices
    assert price.verdict is Verdict.BRINGS
    true = value(tiny("synergy"), ["synergy"]) - value(tiny("synergy"))
    assert (price.low, price.high) == pytest.approx((true, true), abs=1e-6)
    assert price.high is not None
    assert price.high < 0


def test_a_rule_without_which_nothing_works_is_needed() -> None:
    best = planner.solve(tiny("synergy"), gap=0.0)
    without = planner.solve(tiny("synergy"), gap=0.0, without=frozenset({"synergy"}))
    assert best.audit is not None
    assert without.audit is not None
    leaf = best.instance.tree.leaves[0]
    for (conflict, category, node), level in best.audit.replay.progress.items():
        least = without.audit.replay.progress[conflict, category, node]
        if node == leaf and level > least:
            prices = planner.price(asking("synergy", category, float(level + least) / 2), rules=["synergy"])
            assert prices["synergy"].verdict is Verdict.NEEDED
            assert (prices["synergy"].low, prices["synergy"].high) == (None, None)
            assert prices["synergy"].status is Status.INFEASIBLE
            assert prices.complete
            return
    pytest.fail("the tiny instance of synergy shows nothing at the end")


def test_least_cost_is_priced_in_money() -> None:
    instance = asking("closed_embassy", "political", 0.3)
    (price,) = planner.price(instance, objective="cost", gap=0.0, rules=["closed_embassy"]).prices
    true = value(instance, objective="cost") - value(instance, ["closed_embassy"], "cost")
    assert true > 0
    assert (price.low, price.high) == pytest.approx((true, true))
    assert price.difference is not None
    assert price.difference.cost_before - price.difference.cost_after == pytest.approx(true)


def test_an_instance_without_a_plan_has_no_prices() -> None:
    prices = planner.price(impossible(), gap=0.01, time_limit=60)
    assert prices.status is Status.INFEASIBLE
    assert prices.prices == ()
    assert prices.plan is None
    assert prices.clash


def test_limits_give_intervals() -> None:
    """A search cut short proves less, and says so."""
    prices = planner.price(small(6), rules=["budget", "capacity", "preparation"], gap=0.0, nodes=1, solver_alone=True)
    assert prices.status is Status.LIMIT
    assert not prices.complete
    assert prices.value is not None
    assert prices.bound is not None
    assert prices.bound > prices.value
    assert prices["capacity"].verdict is Verdict.ASLEEP
    for rule in ("budget", "preparation"):
        price = prices[rule]
        assert price.low is not None
        assert price.low >= 0
        # What is not known of the plan with the rule is not known of the price.
        assert price.high is None or price.high >= max(price.low, prices.bound - prices.value - 1e-6)


def test_steps_are_told() -> None:
    steps: list[Step] = []
    planner.price(tiny("budget"), rules=["budget", "capacity"], gap=0.0, jobs=2, on_progress=steps.append)
    done = [step for step in steps if step.progress is None]
    assert done[0] == Step("", None, 1, 1)
    assert {step.key for step in done[1:]} == {"budget", "capacity"}
    assert [(step.done, step.total) for step in done[1:]] == [(1, 2), (2, 2)]
    assert any(step.progress for step in steps if step.key == "budget")


@pytest.mark.parametrize("jobs", [1, 3])
def test_jobs_change_nothing(jobs: int) -> None:
    prices = planner.price(tiny("sequence"), gap=0.0, jobs=jobs, threads=1)
    assert prices["sequence"].verdict is Verdict.COSTS


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"rules": ["budgte"]}, "no rule is called budgte"),
        ({"rules": ["consultation_delay"]}, "off have no price: consultation_delay"),
        ({"rules": ["budget"], "without": frozenset({"budget"})}, "off have no price: budget"),
        ({"jobs": 0}, "jobs"),
        ({"gap": 2.0}, "gap"),
    ],
)
def test_what_cannot_be_asked(given, words: str) -> None:
    with pytest.raises(InputError, match=words):
        planner.price(tiny("closed_embassy"), **given)
