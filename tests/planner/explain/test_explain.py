"""Explanations against every plan there is, and switching points worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import planner
from models.checks import build_instance
from models.instance import Instance
from models.records import Activity, Conflict, Funder, Horizon, Target
from planner.errors import InputError
from planner.explain import Alternative, Explanation, Flip, State, Verdict, explain
from planner.explain.flips import decided
from planner.explain.text import render
from planner.series.interval import IMPOSSIBLE, Interval
from planner.solve import Status
from tests.planner.explain.exact import Exact, exact, searched
from tests.random_instances import tiny as drawn
from tests.solving import optimum, tiny

__all__ = ["exact"]
SAME = 2e-6


def rivals(**better: object) -> Instance:
    """A period, money for one of two works: the Better one (0.1) or the Other one (0.04)."""
    fields: dict[str, Any] = {
        "conflict": "Strife",
        "track": "T4",
        "kind": "exchange",
        "spend_min": 4,
        "spend_max": 4,
        "social": 0.04,
    }
    rows = [
        Horizon(name="Rivals", first="2000-Q1", number=1, political=0, structural=0, social=1, end_value=0),
        Conflict(name="Strife"),
        Funder(name="Fund", amount=4),
        Activity(name="Better", **{**fields, "social": 0.1, **better}),
        Activity(name="Other", **fields),
    ]
    return build_instance(rows)[0]


def holds(alternative: Alternative | None, value: float, other: float | None) -> None:
    """The interval of an alternative holds the true loss."""
    assert alternative is not None
    if other is None:
        assert alternative.verdict is Verdict.IMPOSSIBLE
        return
    assert alternative.low is not None
    assert alternative.high is not None
    assert alternative.low - SAME <= value - other <= alternative.high + SAME


@pytest.mark.parametrize("seed", range(10))
def test_choices_against_the_independent_search(exact: None, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of odd seeds searches leave as much open as half a per cent of full progress."""
    monkeypatch.setattr(Exact, "left_open", 0.005 * (seed % 2))
    instance, _ = drawn(seed)
    best = optimum(instance)
    for activity in (each.name for each in instance.activities[:2]):
        found = explain(instance, activity, ask=("in", "when"), gap=0.01)
        if best is None:
            assert found.status is Status.INFEASIBLE
            assert found.plan is None
            continue
        assert found.value == pytest.approx(best.value)
        opposite = searched(instance, activity, lambda run, _, inside=found.inside: bool(run) is not inside)  # type: ignore[misc]
        holds(found.other, best.value, opposite)
        running = {work.node for work in best.plan.works if work.activity == activity and work.start}
        times = {each.name: each for each in found.times}
        assert bool(times) is bool(running)
        if running:
            first = min(instance.tree[node].period for node in running)
            late = searched(
                instance,
                activity,
                lambda run, begun, first=first: (  # type: ignore[misc]
                    bool(begun) and all(instance.tree[node].period > first for node in run)
                ),
            )
            holds(times["later"], best.value, late)
            early = searched(instance, activity, lambda _, begun, first=first: any(each < first for each in begun))  # type: ignore[misc]
            if first:
                holds(times["earlier"], best.value, early)


def flip(found: Explanation, dial: str, *, more: bool = True) -> Flip:
    (one,) = (each for each in found.flips if each.dial == dial and (each.limit > 1) is more)
    return one


def test_where_effects_flip_the_choice(exact: None) -> None:
    """Better leaves where its effect is below 0.04 / 0.1 of what is stated, Other enters above 0.1 / 0.04."""
    better = explain(rivals(), "Better", ask=("flip",))
    assert better.inside
    assert better.state is State.IN
    one = flip(better, "effect", more=False)
    assert one.towards is State.OUT
    assert one.holds is not None
    assert one.flips is not None
    assert one.flips < 0.4 < one.holds
    assert one.holds - one.flips <= 2 * 0.05 + 1e-9
    other = flip(explain(rivals(), "Other", ask=("flip",), resolution=0.01), "effect")
    assert other.towards is State.IN
    assert other.holds is not None
    assert other.flips is not None
    assert other.holds < 2.5 < other.flips
    assert other.flips - other.holds <= 2 * 0.01 + 1e-9


def test_where_cost_and_money_flip_the_choice(exact: None) -> None:
    """Better costs 4 of 4, so anything dearer is out; with less money neither is, with twice the money both are in."""
    found = explain(rivals(), "Better", ask=("flip",))
    cost = flip(found, "cost")
    assert cost.holds == 1
    assert cost.flips is not None
    assert cost.flips <= 1.05
    assert flip(found, "money", more=False).flips is not None
    assert flip(found, "money").flips is None
    assert flip(found, "money").holds == 2
    other = explain(rivals(), "Other", ask=("flip",))
    enters = flip(other, "money")
    assert enters.holds is not None
    assert (enters.flips, enters.holds < 2) == (2, True)
    # Better takes all money, so that Other may cost whatever it likes.
    assert flip(other, "cost", more=False).flips is None


@pytest.mark.parametrize(("low", "throughout"), [(0.5, True), (0.3, False)])
def test_the_stated_range(exact: None, low: float, throughout: bool) -> None:
    found = explain(rivals(low=low, high=1.5), "Better", ask=("in", "flip"))
    page = render(found)
    assert ("The choice holds throughout the stated range of its effect, 0.5 to 1.5 times." in page) is throughout
    assert (f"The choice flips within the stated range of its effect, {low} to 1 times." in page) is not throughout


def test_no_flip_is_told_as_none(exact: None) -> None:
    """Better is worth 25 times the Other, so that four times the effect changes nothing."""
    found = explain(rivals(social=1.0), "Other", ask=("in", "flip"))
    one = flip(found, "effect")
    assert (one.holds, one.flips, one.limit) == (4.0, None, 4.0)
    assert "Effect: no flip up to 4 times; it stays out." in render(found)


def test_a_late_work_starts_earlier_once_its_window_opens_earlier(exact: None) -> None:
    """School may run from the third quarter only; an earlier quarter of it is worth more."""
    rows = [
        Horizon(name="Late", first="2000-Q1", number=3, political=0, structural=0, social=1, end_value=0),
        Conflict(name="Strife"),
        Funder(name="Fund", amount=9),
        Activity(name="School", track="T4", kind="exchange", begin="2000-Q3", spend_min=2, spend_max=2, social=0.1),
    ]
    found = explain(build_instance(rows)[0], "School", ask=("when", "flip"))
    (window,) = (each for each in found.flips if each.dial == "window")
    assert (window.holds, window.flips) == (0, 1)
    sooner = found.times[0]
    assert sooner.verdict is Verdict.IMPOSSIBLE
    assert sooner.bars == ("its window opens later (2000-Q1 to 2000-Q2)",)
    assert "would start earlier if its window opened 1 period earlier" in render(found)


def test_rules_in_the_way_of_an_earlier_start(exact: None) -> None:
    """North votes in the second quarter: without that rule Second talks would start then."""
    found = explain(tiny("electoral_cycle"), "Second talks", ask=("when",))
    sooner = found.times[0]
    assert sooner.verdict is Verdict.IMPOSSIBLE
    assert "a government campaigns (electoral_cycle, 2000-Q2)" in sooner.bars
    (lifted,) = sooner.lifted
    assert (lifted.rule, lifted.verdict) == ("electoral_cycle", Verdict.UNPROVEN)


def test_what_binds_at_an_earlier_start(exact: None) -> None:
    """Border talks do nothing before a workshop has opened the issue."""
    found = explain(tiny("official_rigidity"), "Border talks", ask=("when",))
    sooner = found.times[0]
    assert sooner.verdict is Verdict.WORSE
    assert any("official_rigidity" in words for words in sooner.binds)
    assert [each.rule for each in sooner.lifted] == ["official_rigidity"]


def test_ties_are_unproven(exact: None) -> None:
    """Two works of one worth: nothing separates them."""
    found = explain(rivals(social=0.04), "Better", ask=("in",))
    assert found.state is State.UNDECIDED
    assert found.other is not None
    assert found.other.verdict is Verdict.UNPROVEN
    assert "unproven: nothing separates it from the best plan with" in render(found)


def test_excluded_and_committed_work(exact: None) -> None:
    out = explain(rivals(status="excluded"), "Better", ask=("in", "flip"))
    assert out.other is not None
    assert out.other.verdict is Verdict.IMPOSSIBLE
    assert out.other.bars == ("its row says that it is excluded",)
    assert out.flips == ()
    committed = explain(rivals(status="committed"), "Better", ask=("in",))
    assert committed.other is not None
    assert committed.other.verdict is Verdict.IMPOSSIBLE
    assert committed.state is State.IN


def test_states_are_what_intervals_prove() -> None:
    assert decided(Interval(0.2, 0.21), Interval(0.1, 0.11)) is State.IN
    assert decided(Interval(0.1, 0.11), Interval(0.2, 0.21)) is State.OUT
    assert decided(Interval(0.1, 0.2), Interval(0.15, 0.25)) is State.UNDECIDED
    assert decided(IMPOSSIBLE, Interval(0.1, 0.2)) is State.OUT
    assert decided(Interval(0.1, 0.2), IMPOSSIBLE) is State.IN
    assert decided(Interval(), Interval(0.1, 0.2)) is State.UNDECIDED


def test_under_the_objective_cost(exact: None) -> None:
    """What is lost is money: where a target has to be reached, Better is the only work that reaches it."""
    target = Target(name="Goal", kind="social", progress=0.05)
    instance = build_instance([*rivals().records, target])[0]
    found = explain(instance, "Better", ask=("in",), objective="cost")
    assert found.value == 4
    assert found.other is not None
    assert found.other.verdict is Verdict.IMPOSSIBLE


@pytest.mark.parametrize(
    ("name", "words"), [("Beter", 'no activity is called "Beter"'), ("Fund", '"Fund" is a funder'), ("", "no activity")]
)
def test_names_that_are_no_activity(name: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        explain(rivals(), name)


def test_an_instance_without_a_plan(exact: None) -> None:
    """Both works together would reach the target, but money is there for one of them."""
    target = Target(name="Goal", kind="social", progress=0.12, always=True)
    found = explain(build_instance([*rivals().records, target])[0], "Other")
    assert found.status is Status.INFEASIBLE
    assert found.plan is None
    assert found.other is None
    assert "No plan meets every requirement: this is proven." in render(found)


def test_questions_that_are_none() -> None:
    with pytest.raises(InputError, match="option ask"):
        explain(rivals(), "Better", ask=("why",))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="option resolution"):
        explain(rivals(), "Better", resolution=0.0)


@pytest.mark.slow
def test_who_pays_and_resuming(tmp_path: Path) -> None:
    """Only Trust pays for what is lost without it; a run that goes on from its file tells the same."""
    rows = [*rivals().records, Funder(name="Trust", amount=4, pays_for=("Better",))]
    instance = build_instance(rows)[0]

    def told() -> Explanation:
        return planner.explain(instance, "Better", ask=("in", "who"), gap=0.0, resume=tmp_path / "run.jsonl")

    first = told()
    # With Trust both works are paid for: 0.14. Without Trust for Better, Fund pays for one of them: 0.1.
    assert first.value == pytest.approx(0.14)
    assert set(first.payers) == {"Trust"}
    (trust,) = first.funders
    assert trust.subject == "Trust"
    assert (trust.low, trust.high) == pytest.approx((0.04, 0.04))
    (grant,) = first.grants
    assert grant.choice == "only payer"  # Fund pays for Other
    assert render(told()).splitlines()[:-1] == render(first).splitlines()[:-1]
