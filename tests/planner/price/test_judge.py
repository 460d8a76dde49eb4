"""Prices against exact optima, on tiny and on random instances."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from models.build import active_rules
from models.instance import Instance
from models.rules import RULES
from planner.price.judge import Judge
from planner.price.prices import Price, Verdict
from planner.price.solved import Without
from planner.series import Answer
from planner.solve import SolveOptions, Status
from tests.planner.price.exact import answers, judged
from tests.random_instances import targeted
from tests.random_instances import tiny as drawn
from tests.solving import TINY, optimum, tiny

SAME = 2e-6
BOOK = [rule.name for rule in RULES]
FILES = sorted(path.stem for path in TINY.glob("*.csv") if path.stem in BOOK)


def inside(price: Price, true: float) -> bool:
    low, high = (-inf if price.low is None else price.low), (inf if price.high is None else price.high)
    return low - SAME <= true <= high + SAME


def looser(answer: Answer, by: float, sign: int) -> Answer:
    """The same answer from a search that proved less."""
    bound = None if answer.bound is None else answer.bound + sign * by
    return replace(answer, status=Status.LIMIT, bound=bound)


def kept(price: Price) -> bool:
    """Whether a price keeps what the rule promises."""
    if price.effect == "restricts":
        return price.low is not None and price.low >= 0
    return price.effect == "shapes" or (price.high is not None and price.high <= 0)


@pytest.mark.parametrize("name", FILES)
def test_tiny_instances(name: str) -> None:
    instance = tiny(name)
    base, solved, optima = answers(instance)
    assert base.bound is not None
    prices = judged(instance, base, solved)
    assert set(prices) == {each.rule for each in solved}
    for rule, best in optima.items():
        price = prices[rule]
        assert best is not None
        assert inside(price, best - base.bound)
        assert price.low == pytest.approx(price.high, abs=SAME)
        assert kept(price)
        if abs(best - base.bound) > 1e-4:
            assert price.verdict is (Verdict.COSTS if best > base.bound else Verdict.BRINGS)
            assert price.percent_low == pytest.approx(100 * (best - base.bound) / base.bound, abs=1e-3)
        else:
            assert price.verdict is Verdict.UNPROVEN
    assert prices[name].verdict in (Verdict.COSTS, Verdict.BRINGS), "the tiny instance of a rule shows what it does"


@pytest.mark.parametrize("seed", range(0, len(BOOK), 3))
def test_random_instances(seed: int) -> None:
    """Exact answers give exact prices; answers that prove less give intervals that still hold the exact ones."""
    instance, _ = drawn(seed)
    base, solved, optima = answers(instance)
    if base.bound is None:
        return
    for loosened in (0.0, 0.01):
        prices = judged(
            instance,
            looser(base, loosened, 1),
            [Without(each.rule, each.answer and looser(each.answer, loosened, 1)) for each in solved],
        )
        for rule, best in optima.items():
            price = prices[rule]
            assert not price.messages, price.messages
            assert kept(price)
            if best is None:
                assert price.verdict is Verdict.NEEDED or loosened
            else:
                assert inside(price, best - base.bound)
                assert price.plan is not None


@pytest.mark.parametrize("seed", range(15))
def test_least_cost(seed: int) -> None:
    """In money: what the targets cost with the rule, less what they cost without it."""
    instance = targeted(seed)
    base, solved, optima = answers(instance, "cost")
    if base.bound is None:
        return
    prices = judged(instance, base, solved, "cost")
    for rule, best in optima.items():
        assert kept(prices[rule])
        if best is None:
            assert prices[rule].verdict is Verdict.NEEDED
            assert prices[rule].effect != "restricts"
        else:
            low, high = prices[rule].low, prices[rule].high
            assert low == pytest.approx(base.bound - best, abs=1e-3)
            assert high == pytest.approx(base.bound - best, abs=1e-3)


def test_random_instances_show_what_they_should() -> None:
    """Among them are rules that cost, that bring, that do neither and that sleep."""
    seen: set[Verdict] = set()
    for seed, focus in enumerate(["synergy", "budget"] * 15):
        base, solved, _ = answers(instance := drawn(seed, focus)[0])
        if base.plan is not None:
            seen |= {price.verdict for price in judged(instance, base, solved).values()}
        if seen >= {Verdict.COSTS, Verdict.BRINGS, Verdict.ASLEEP, Verdict.UNPROVEN}:
            return
    pytest.fail(f"only {seen}")


@pytest.mark.parametrize("seed", range(0, len(BOOK), 3))
def test_a_plan_serves_without_any_rule_that_restricts(seed: int) -> None:
    """The audit itself says so: what keeps a rule that restricts is a plan, no worse, where the rule is off."""
    instance, _ = drawn(seed + 100)
    found = optimum(instance)
    if found is None:
        return
    for rule in active_rules(instance):
        if rule.effect == "restricts":
            judge = Judge(instance, SolveOptions(), {rule.name: rule})
            best = judge.best([found.plan], rule.name)
            assert best is not None, rule.name
            assert best.worth >= found.value - SAME


@pytest.fixture
def embassy() -> tuple[Instance, Answer, list[Without]]:
    """Talks with a closed embassy, worth 0.25; without it 0.3, without a budget 0.3."""
    base, solved, _ = answers(tiny("closed_embassy"))
    return tiny("closed_embassy"), base, solved


def test_without_a_plan_the_plan_with_the_rule_still_serves(embassy) -> None:
    instance, base, solved = embassy
    empty = [
        Without(each.rule, Answer(status=Status.NO_PLAN, bound=0.32)) if each.rule == "closed_embassy" else each
        for each in solved
    ]
    price = judged(instance, base, empty)["closed_embassy"]
    assert price.verdict is Verdict.UNPROVEN
    assert (price.low, price.high) == (0.0, pytest.approx(0.07))
    assert price.value == pytest.approx(0.25)
    assert price.difference is not None
    assert price.difference.same


def test_without_a_bound_there_is_no_upper_end(embassy) -> None:
    instance, base, solved = embassy
    unbounded = [
        each if each.answer is None else Without(each.rule, replace(each.answer, bound=None)) for each in solved
    ]
    price = judged(instance, base, unbounded)["closed_embassy"]
    assert price.verdict is Verdict.COSTS
    assert (price.low, price.high) == (pytest.approx(0.05), None)
    assert price.percent_high is None


def test_a_bound_without_the_rule_binds_the_plan_with_it(embassy) -> None:
    """The search with all rules proved little; the one without closed_embassy proves that no plan passes 0.3."""
    instance, base, solved = embassy
    loose = replace(base, bound=0.9)
    price = judged(instance, loose, solved)["closed_embassy"]
    assert (price.low, price.high) == (0.0, pytest.approx(0.05))


def test_a_bound_that_a_plan_refutes_is_thrown_away(embassy) -> None:
    instance, base, solved = embassy
    false = [
        Without(each.rule, replace(each.answer, bound=0.2)) if each.rule == "closed_embassy" and each.answer else each
        for each in solved
    ]
    price = judged(instance, base, false)["closed_embassy"]
    assert (price.low, price.high) == (pytest.approx(0.05), None)
    assert "refuted" in price.messages[0]


def test_a_search_whose_plan_was_refused_proves_nothing(embassy) -> None:
    instance, base, solved = embassy
    false = [
        Without(each.rule, Answer(status=Status.REFUSED, bound=0.3)) if each.rule == "closed_embassy" else each
        for each in solved
    ]
    price = judged(instance, base, false)["closed_embassy"]
    assert (price.low, price.high) == (0.0, None)
    assert "refused" in price.messages[0]


def test_a_rule_that_restricts_cannot_be_needed(embassy) -> None:
    """A solver that claims so is refuted by the plan with the rule."""
    instance, base, solved = embassy
    false = [
        Without(each.rule, Answer(status=Status.INFEASIBLE)) if each.rule == "closed_embassy" else each
        for each in solved
    ]
    price = judged(instance, base, false)["closed_embassy"]
    assert price.verdict is Verdict.UNPROVEN
    assert (price.low, price.high) == (0.0, None)
    assert "refuted" in price.messages[0]
