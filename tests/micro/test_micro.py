"""Worked cases known from plain enumeration, told in the planner's words, their optima derived anew."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks import build_instance
from models.instance import Instance
from models.records import Activity, Conflict, Funder, Record
from tests.solving import optimum, tiny, value


def changed(name: str, kind: type[Record], key: str, **fields: Any) -> Instance:
    """The instance with fields of one record changed."""
    records = [
        row.model_copy(update=fields) if isinstance(row, kind) and row.key == key else row for row in tiny(name).records
    ]
    assert records != list(tiny(name).records)
    return build_instance(records)[0]


def test_1_campaign_and_preparation() -> None:
    # A gain in Q1, Q2, Q3 counts for 3, 2, 1 of three quarters and then 1.75 years, 7/3 of the time planned:
    # 10/3 * (1, .9, .8). Dialogue gains .01; negotiation .04, or .10 if dialogue ran before. Money for both, once each.
    # In the campaign (Q1, Q2) no negotiation starts. Dialogue in Q1, negotiation in Q3: 10/3 * (.01 + .8 * .10) = .3.
    assert value(tiny("micro_1")) == pytest.approx(0.3)
    # Off: negotiation in Q2: 10/3 * (.01 + .9 * .10).
    assert value(tiny("micro_1"), without=["electoral_cycle"]) == pytest.approx(1 / 3)
    # Without preparation nobody needs the dialogue, but it still gains: the same plan.
    assert value(tiny("micro_1"), without=["preparation"]) == pytest.approx(0.3)


def test_2_closed_embassy() -> None:
    # Talks (3) are worth .1 * .2 = .02 in Q1 and .1 * 1.8 / 2 = .09 in Q2, when missions are closed; back-channel (2)
    # nothing, envoy (4) .01 in either quarter; both restore access in full. Each runs once.
    # With 6: back-channel and talks in Q2 for 5: .09 (envoy and talks would cost 7).
    found = optimum(tiny("micro_2"))
    assert found is not None
    assert found.value == pytest.approx(0.09)
    # With 4: talks in Q1. With 7: envoy and talks in Q2.
    assert value(changed("micro_2", Funder, "Fund", amount=4)) == pytest.approx(0.02)
    assert value(changed("micro_2", Funder, "Fund", amount=7)) == pytest.approx(0.10)
    # Off: talks in Q2 for 3, so that 4 are enough.
    assert value(changed("micro_2", Funder, "Fund", amount=4), without=["closed_embassy"]) == pytest.approx(0.09)


def test_3_power_asymmetry() -> None:
    # Two units a quarter. A unit of mediation gains .5, one of equalising work (Q1 only) lifts the ceiling of .4 by .2.
    # The end counts as 1 year, twice the half year planned. Durable progress:
    # equalise 2, mediate 2: 0, .8: mean .4 + 2 * .8 = 2.0
    # equalise 1 and mediate 1, mediate 2: .5, .6: .55 + 1.2 = 1.75
    # mediate 4: .4, .4: .4 + .8 = 1.2
    assert value(tiny("micro_3")) == pytest.approx(2.0)
    assert value(changed("micro_3", Activity, "Voices", status="excluded")) == pytest.approx(1.2)
    # Equal parties, or the rule off: mediate 2 in Q1, where progress ends: 1, 1: 1 + 2.
    assert value(changed("micro_3", Conflict, "Strife", power_asymmetry=0.0)) == pytest.approx(3.0)
    assert value(tiny("micro_3"), without=["power_asymmetry"]) == pytest.approx(3.0)


def test_6_diminishing_returns() -> None:
    # Six units, at most four a quarter; both quarters weigh the same (effects double where they count half as long).
    # Units of track 1 gain .05, .03, .01, of track 4 .04, .02, .01. The best six of both quarters:
    # .05, .05, .04, .04, .03, .03 = .24, two of track 1 and one of track 4 in each.
    assert value(tiny("micro_6")) == pytest.approx(0.24)
    # All on track 1: 2 * (.05 + .03 + .01).
    assert value(changed("micro_6", Activity, "Exchange", status="excluded")) == pytest.approx(0.18)


def test_8_open_channel_at_least_cost() -> None:
    # War in Q2 and Q5. The back-channel costs 3 to set up and 1 a quarter: kept from Q2 to Q5, 3 + 4 = 7; opened twice,
    # 2 * (3 + 1) = 8. The elders cost 2 and count from their second quarter: Q1, Q2, Q4, Q5 for 8. Mixed: 4 + 4.
    found = optimum(tiny("micro_8"), objective="cost")
    assert found is not None
    assert found.value == pytest.approx(7)
    assert [(work.activity, work.node) for work in found.plan.works] == [
        ("Back-channel", node) for node in (1, 2, 3, 4)
    ]
    assert value(tiny("micro_8"), without=["open_channel"], objective="cost") == pytest.approx(0)
