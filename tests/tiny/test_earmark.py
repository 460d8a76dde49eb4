"""The tiny instance of ``earmark``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_earmark() -> None:
    # The exchange costs 4, the school 1; one quarter. Only the ministry may pay for the school, all three for the
    # exchange. The two tranches of the foundation pay at most half of the exchange *together*: 2. The ministry's 2
    # complete it and are gone: .1. (School alone: .02. If each tranche had a half of its own, both works would be
    # paid: .12.) Off: 10 units for 5 of cost: .1 + .02.
    instance = tiny("earmark")
    assert value(instance) == pytest.approx(0.1)
    assert value(instance, without=["earmark"]) == pytest.approx(0.12)
