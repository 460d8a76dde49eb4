"""The tiny instance of ``every_side_gains``: its optimum by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_every_side_gains() -> None:
    # Two works. Negotiations and clinics give each side .2, so the accord is signed: .02 + .1. School and clinics .07;
    # negotiations and school .05, as nobody signs. Off: negotiations and school sign: .15.
    awake, asleep = best("every_side_gains"), best("every_side_gains", "every_side_gains")
    assert awake.score == pytest.approx(0.12)
    assert awake.works == ["Clinics Q1", "Negotiations Q1"]
    assert asleep.score == pytest.approx(0.15)
    assert asleep.works == ["Negotiations Q1", "School Q1"]
