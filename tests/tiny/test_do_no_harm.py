"""The tiny instances of ``do_no_harm``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_do_no_harm() -> None:
    # Money for one work: talks .1, since arms are no means. Off: arms.
    awake, asleep = best("do_no_harm"), best("do_no_harm", "do_no_harm")
    assert awake.score == pytest.approx(0.1)
    assert awake.works == ["Talks Q1"]
    assert asleep.score == pytest.approx(0.2)
    assert asleep.works == ["Arms Q1"]


def test_nobody_bears_more_than_they_can() -> None:
    # Two works. Sanctions (harm 1.5) and embargo (1) are more than the 2 that civilians bear: sanctions and school, .1
    # + .05. What sanctions cost in trust comes after the end, which counts for nothing here. Off: both, .19.
    awake, asleep = best("do_no_harm_ceiling"), best("do_no_harm_ceiling", "do_no_harm")
    assert awake.score == pytest.approx(0.15)
    assert awake.works == ["Sanctions Q1", "School Q1"]
    assert asleep.score == pytest.approx(0.19)
    assert asleep.works == ["Embargo Q1", "Sanctions Q1"]
