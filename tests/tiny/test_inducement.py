"""The tiny instance of ``inducement``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.solving import tiny, value


def test_inducement() -> None:
    # Talks reach .4 alone and 1 with sanctions: .08 or .2 political a quarter. Each quarter of sanctions costs .02
    # social two quarters later: that of Q1 in Q3, those of Q2 and Q3 after the end, where they count in the end (.25
    # / .75 = 1/3). With sanctions throughout: political .2, .4, .6; social 0, 0, -.02; end .6 and -.06. Weights .5
    # and .5: (.5 * 1.2 - .5 * .02) / 3 + .5 * (.6 - .06) / 3 = .86 / 3. The last quarter pays too: it gains .5 * .12
    # * 2/3 = .04 and costs .5 * .02 / 3. Off: no sanctions needed, (.5 * 1.2 + .5 * .6) / 3 = .3.
    instance = tiny("inducement")
    assert value(instance) == pytest.approx(0.86 / 3)
    assert value(instance, without=["inducement"]) == pytest.approx(0.3)
