"""The picture of growth tells sizes by name and draws what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.growth import draw, size
from tests.planner.bench.rows import row


@pytest.mark.parametrize(("name", "expected"), [("single-12x20-s1", 240), ("portfolio-50-s0", 50), ("tree-9-s12", 9)])
def test_size_is_told_by_name(name: str, expected: int) -> None:
    assert size(name) == expected


def test_every_contestant_is_in_the_picture(tmp_path: Path) -> None:
    target = tmp_path / "growth.svg"
    rows = [
        row(instance=f"single-{at}x10-s0", setting=setting, total=float(at))
        for at in (10, 20)
        for setting in ("naive", "today")
    ]
    draw(rows, "total", target)
    text = target.read_text(encoding="utf-8")
    assert ">naive, highs<" in text
    assert ">today, highs<" in text
    assert ">100<" in text
    draw(rows, "total", tmp_path / "again.svg")
    assert (tmp_path / "again.svg").read_text(encoding="utf-8") == text
