"""The tiny instance of ``no_substitute``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_no_substitute() -> None:
    # Statesmen gain .1 a quarter, but only .2 since official work last ran. Money for three quarters of work.
    # Statesmen throughout, their third quarter without effect: .1, .2, .2, mean 1/6. Consultations in one quarter would
    # free the third and take the money of another: .1, .2, .2 at best again. Off: .1, .2, .3, mean .2.
    instance = tiny("no_substitute")
    assert value(instance) == pytest.approx(0.5 / 3)
    assert value(instance, without=["no_substitute"]) == pytest.approx(0.2)
