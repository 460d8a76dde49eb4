"""Every rule and every part of the core writes exactly the rows it wrote when somebody last read them."""

from __future__ import annotations

import pytest

from tests.golden.rows import GOLDEN, golden, words


@pytest.mark.parametrize("word", words())
def test_rows_are_as_they_were_read(word: str) -> None:
    assert golden(word) == (GOLDEN / f"{word}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", words())
def test_no_rule_lacks_golden_rows(word: str) -> None:
    assert (GOLDEN / f"{word}.txt").read_text(encoding="utf-8").count("\n") >= 1


def test_no_golden_rows_are_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(words())
