"""The tiny instance of ``transfer``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_transfer() -> None:
    # The workshop has .2 ideas a quarter; the link carries .1 a quarter while talks run, each idea worth .5.
    # Both works in both quarters: political .05, .10, mean .075. The stock never runs out: .2 - .1, then .09 + .2 - .1.
    # Off: all ideas at once, without talks: .1, .2, mean .15 (.2 is just what no_substitute allows).
    instance = tiny("transfer")
    assert value(instance) == pytest.approx(0.075)
    assert value(instance, without=["transfer"]) == pytest.approx(0.15)
