"""The same instance told otherwise has the same optimum, or nearly: rows in another order, periods of other lengths."""

from __future__ import annotations

from random import Random

import pytest

from models.build import build
from models.checks import build_instance
from models.instance import Instance
from models.records import (
    Activity,
    Closure,
    Conflict,
    Election,
    Funder,
    Horizon,
    Link,
    Milestone,
    Party,
    Phase,
    Record,
)
from tests.random_instances import FOCUSES, tiny
from tests.solving import best_objective, optimum


@pytest.mark.slow
@pytest.mark.parametrize("rule", FOCUSES)
def test_order_of_rows_does_not_matter(rule: str) -> None:
    for seed in range(400, 402):
        instance, _ = tiny(seed, rule)
        records = list(instance.records)
        Random(seed).shuffle(records)
        one, other = optimum(instance), optimum(build_instance(records)[0])
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            assert one.value == pytest.approx(other.value, abs=1e-6)


def two_years(length: str, number: int) -> Instance:
    """Two years of a conflict with delays, fading progress, a vote, closed missions, ideas, preparation, an accord."""
    north_south = ("North", "South")
    records: list[Record] = [
        Horizon(length=length, first="2000-01", number=number, discount=0.03),
        Conflict(name="Strife", power_asymmetry=0.5, retention=0.96),
        Party(name="North", strength="stronger"),
        Party(name="South", strength="weaker"),
        Phase(kind="confrontation", begin="2000-01", end="2000-06", retention=0.9),
        Election(who="North", date="2001-H1", before=0, after=0),
        Closure(who=north_south, begin="2001-07-01"),
        Funder(name="Donor", amount=2_000_000, end="2001-06", carry_over=0.5),
        Funder(name="State", amount=1_000_000, pays_for=("T1",), lead_time=2),
        Activity(name="Talks", track="T1", kind="negotiation", parties=north_south, spend_min=60_000, spend_max=180_000,
                 run_min=2, political=0.08),
        Activity(name="Workshops", track="T2", kind="workshop", spend_min=60_000, spend_max=120_000, setup=30_000,
                 run_min=2, political=0.05, social=0.03),
        Activity(name="Elders", track="T7", kind="religious", spend_min=30_000, spend_max=30_000, social=0.02,
                 channel=True, equalising=0.02),
        Activity(name="Envoy", track="T1", kind="special_envoy", parties=north_south, spend_min=60_000,
                 spend_max=60_000, run_min=2),
        Link(name="Workshops", kind="transfers", other="Talks", value=0.05),
        Milestone(name="Accord", political=0.15, value=0.1),
    ]  # fmt: skip
    return build_instance(records)[0]


@pytest.mark.slow
def test_length_of_periods_hardly_matters() -> None:
    # What a period gains counts for the whole of it, so longer periods flatter a little: half a period of all gains.
    month, quarter, half = (
        best_objective(build(two_years(length, number)))
        for length, number in (("month", 24), ("quarter", 8), ("half", 4))
    )
    assert month is not None
    assert quarter is not None
    assert half is not None
    assert month <= quarter <= 1.08 * month
    assert quarter <= half <= 1.08 * quarter
