"""Planning again against every plan with the same past."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Any

import pytest

import planner
from models.audit import audit
from models.checks import build_instance
from models.moment import Moment
from models.plan import Grant
from models.records import Funder
from planner.errors import InputError
from planner.replan import Replan
from planner.solve import Status
from tests.planner.replan.worlds import ADOPTED, Cells, best, changed, plan_of, rows, world

pytestmark = pytest.mark.usefixtures("known_solves")


def again(begin: str = "2000-Q2", money: int = 8, **asked: Any) -> Replan:
    return planner.replan(world(money), plan_of(ADOPTED), begin, gap=0.0, **asked)


def cells(found: Replan) -> Cells:
    assert found.plan is not None
    return frozenset((work.activity, work.node) for work in found.plan.works)


def test_promises_are_kept() -> None:
    found = again()
    kept = best(lambda on: on >= ADOPTED)
    free = best(lambda on: True)
    assert found.kept == ("Old",)
    assert free - kept > 0.01
    assert found.result.value == pytest.approx(kept)
    assert found.free is not None
    assert found.free.value == pytest.approx(free)
    assert found.free.price is not None
    assert (found.free.price.low, found.free.price.high) == pytest.approx((free - kept, free - kept), abs=1e-6)
    assert found.free.proven
    assert found.complete
    assert found.carried.value == pytest.approx(float(audit(found.instance, plan_of(ADOPTED)).score))


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_buying_out_takes_money_from_whoever_promised_it(share: float) -> None:
    """Each quarter of Old work was promised 2, so that ceil(2 share) is due for each in which it is stopped."""
    due = ceil(2 * share)

    def affordable(on: Cells) -> bool:
        cost = sum({"Old": 2, "New": 2, "Great": 4}[name] for name, _ in on)
        return cost + due * len(ADOPTED - on) <= 8

    found = again(commitments="buy-out", buy_out=share)
    assert found.result.value == pytest.approx(best(affordable))
    stopped = ADOPTED - cells(found)
    assert sorted(found.fees, key=lambda fee: fee.node) == [
        Grant("Fund", name, n, due) for name, n in sorted(stopped) if due
    ]


@pytest.mark.parametrize("most", [1, 2])
def test_changes_are_limited(most: int) -> None:
    found = again(commitments="free", most_changes=most)
    assert found.result.value == pytest.approx(best(lambda on: changed(on) <= most))
    assert len(found.changed) == changed(cells(found)) <= most


@pytest.mark.parametrize("price", [0.01, 0.1])
def test_changes_have_a_price(price: float) -> None:
    found = again(commitments="free", change_cost=price)
    worth = best(lambda on: True, worth=lambda on: price * changed(on))
    assert found.result.status is Status.SOLVED
    assert found.result.value is not None
    assert found.result.value - price * len(found.changed) == pytest.approx(worth)
    limited = best(lambda on: changed(on) <= len(found.changed))
    assert found.result.bound == pytest.approx(limited, abs=1e-6)
    assert found.result.value == pytest.approx(limited, abs=1e-6)


def test_from_the_first_period_on_nothing_has_happened() -> None:
    found = again("2000", commitments="free", most_changes=0)
    assert cells(found) == ADOPTED
    assert found.kept == ()


@pytest.mark.parametrize("begin", ["1999-Q4", "2000-Q4", "soon"])
def test_a_date_outside_the_horizon(begin: str) -> None:
    with pytest.raises(InputError, match="from 2000-Q1 to 2000-Q3"):
        again(begin)


def test_who_paid_stays_who_paid() -> None:
    """The second fund pays for New work only; if the past could be paid anew, the first one would have more left."""
    parts = [row for row in rows() if not isinstance(row, Funder)]
    parts += [Funder(name="Fund", amount=4), Funder(name="Other", amount=4, end="2000-Q1")]
    instance = build_instance(parts)[0]
    adopted = plan_of({("Old", 0)})
    found = planner.replan(instance, adopted, "2000-Q2", gap=0.0, commitments="free")
    assert found.plan is not None
    assert [each for each in found.plan.grants if each.node == 0] == [Grant("Fund", "Old", 0, 2)]
    assert sum(each.amount for each in found.plan.grants) == 4


def test_money_is_cut_after_adoption() -> None:
    found = again(money=4)
    assert found.carried.value is None
    assert {each.check for each in found.carried.violations} == {"budget"}
    assert found.result.status is Status.INFEASIBLE
    assert found.free is not None
    assert found.free.value == pytest.approx(best(lambda on: True, money=4))


def test_a_past_that_is_not_possible_any_more() -> None:
    late = [
        row.model_copy(update={"begin": Moment.parse("2000-Q2")}) if isinstance(row, Funder) else row for row in rows()
    ]
    with pytest.raises(InputError, match=r"cannot be planned away(.|\n)*budget: Fund at 2000-Q1"):
        planner.replan(build_instance(late)[0], plan_of(ADOPTED), "2000-Q2")


def test_what_really_happened() -> None:
    actual = plan_of({("New", 0)})
    found = again(actual=actual)
    assert found.kept == ()
    assert found.free is None  # nothing but the past was asked to stay
    assert {cell for cell in cells(found) if cell[1] == 0} == {("New", 0)}
    assert found.carried.plan.work()["Old", 1].start


def test_a_window_that_ends_sooner_releases() -> None:
    shortened = [
        row.model_copy(update={"end": Moment.parse("2000-Q2")}) if getattr(row, "name", "") == "Old" else row
        for row in rows()
    ]
    found = planner.replan(build_instance(shortened)[0], plan_of(ADOPTED), "2000-Q2", gap=0.0)
    assert (found.kept, found.released) == (("Old",), ("Old",))
    assert ("Old", 1) in cells(found)
    assert ("Old", 2) not in cells(found)


def test_least_cost_counts_what_is_paid_out() -> None:
    """Nothing has to be reached, so that stopping Old work is cheapest, where the fee is not the whole of its cost."""
    found = again(commitments="buy-out", buy_out=0.5, objective="cost")
    assert cells(found) == {("Old", 0)}
    assert sum(fee.amount for fee in found.fees) == 2
    assert found.result.value == 2
    assert found.result.status is Status.SOLVED


@pytest.mark.parametrize(
    "asked",
    [
        {"commitments": "buy-out"},
        {"buy_out": 0.5},
        {"commitments": "buy-out", "buy_out": 2.0},
        {"most_changes": -1},
        {"change_cost": -0.1},
    ],
)
def test_what_cannot_be_asked(asked: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        again(**asked)


def test_output_of_the_past_is_not_made_up_later() -> None:
    """The adopted plan says that Old work did half of what it might; planning again must not count more."""
    adopted = plan_of(ADOPTED)
    half = replace(adopted, works=tuple(replace(work, output=0.5) for work in adopted.works))
    found = planner.replan(world(), half, "2000-Q2", gap=0.0)
    assert found.plan is not None
    assert found.plan.work()["Old", 0].output == pytest.approx(0.5, abs=1e-4)
    assert found.plan.work()["Old", 1].output == pytest.approx(1.0, abs=1e-4)
