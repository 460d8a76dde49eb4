"""The tiny instances of ``interference``: their optima by hand, with the rule and without."""

from __future__ import annotations

import pytest

from tests.tiny.best import best


def test_interference() -> None:
    # Talks and workshop: .199 - .005. Talks and school .196; workshop and school .195. Off: talks and workshop.
    awake, asleep = best("interference"), best("interference", "interference")
    assert awake.score == pytest.approx(0.196)
    assert awake.works == ["School Q1", "Talks Q1"]
    assert asleep.score == pytest.approx(0.199)
    assert asleep.works == ["Talks Q1", "Workshop Q1"]


def test_a_liaison_keeps_each_informed() -> None:
    # Talks, workshop and liaison: .2. With the choir instead of the liaison .24 - .05; choir and one of the two .14.
    # Off: talks, workshop and choir.
    awake, asleep = best("interference_liaison"), best("interference_liaison", "interference")
    assert awake.score == pytest.approx(0.2)
    assert awake.works == ["Liaison Q1", "Talks Q1", "Workshop Q1"]
    assert asleep.score == pytest.approx(0.24)
    assert asleep.works == ["Choir Q1", "Talks Q1", "Workshop Q1"]
