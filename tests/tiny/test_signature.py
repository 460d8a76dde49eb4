"""The tiny instance of ``signature``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from models.checks import build_instance
from models.records import Funder
from tests.solving import tiny, value
from tests.tiny.best import best


def test_signature() -> None:
    # The accord (.5) needs .2, which talks (2 a quarter) reach in Q2, when missions are closed; the envoy (2) is too
    # dear for the 5 there are. So progress alone: .1, .2, mean .15. Off: .15 + .5.
    instance = tiny("signature")
    assert value(instance) == pytest.approx(0.15)
    assert value(instance, without=["signature"]) == pytest.approx(0.65)


def test_an_envoy_makes_signing_possible() -> None:
    # With 6 units the envoy runs in Q2: .15 + .5.
    records = [
        row.model_copy(update={"amount": 6}) if isinstance(row, Funder) else row for row in tiny("signature").records
    ]
    assert value(build_instance(records)[0]) == pytest.approx(0.65)


def test_talks_that_idle_sign_nothing() -> None:
    # One quarter, money for 2. Talks reach .05 for one unit and .3667 for two; the accord (.05) needs .1: two units for
    # talks. School and camp instead: .02 + .01. Off: school and camp, and the accord signed by nobody's talks: .08.
    awake, asleep = best("signature_output"), best("signature_output", "signature")
    assert awake.score == pytest.approx(0.05)
    assert awake.works == ["Talks Q1"]
    assert asleep.score == pytest.approx(0.08)
    assert asleep.works == ["Camp Q1", "School Q1"]
