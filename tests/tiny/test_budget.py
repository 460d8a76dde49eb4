"""The tiny instance of ``budget``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_budget() -> None:
    # The money is there from the second quarter on: begin 2000-Q1 plus a lead of one. A quarter of school costs 2 and
    # adds .1, which counts in every quarter from then on; the score is the mean over three quarters.
    # School in Q2 (2 of 4 spent; half of the other 2 may follow, which is 1, too little): (0 + .1 + .1) / 3.
    # School in Q3 only, from half of 4: .1 / 3. So the first.
    # Off: school in all three quarters: (.1 + .2 + .3) / 3 = .2.
    instance = tiny("budget")
    assert value(instance) == pytest.approx(0.2 / 3)
    assert value(instance, without=["budget"]) == pytest.approx(0.2)
