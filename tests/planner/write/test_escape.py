"""Texts that a spreadsheet would run are made harmless, and come back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.write.escape import escape, unescape


@pytest.mark.parametrize("text", ["=1+1", "+5", "-5", "@x", "\tx", "\rx", "#x", "＝1", "'=x", "''=x", "=", "'-"])
def test_risky_texts_are_escaped(text: str) -> None:
    assert escape(text) == f"'{text}"
    assert unescape(escape(text)) == text


@pytest.mark.parametrize("text", ["", "x", "'s-Hertogenbosch", "'", "''", "a=b", "5", "1-2"])
def test_other_texts_stay(text: str) -> None:
    assert escape(text) == text == unescape(text)


@given(st.one_of(st.text(), st.text(st.sampled_from("'=+-@#\t\r\nx"), max_size=6)))
def test_every_text_comes_back(text: str) -> None:
    assert unescape(escape(text)) == text


@given(st.text(st.sampled_from("'=+-@#\t\rx "), max_size=6))
def test_nothing_escaped_would_run(text: str) -> None:
    assert escape(text)[:1] not in tuple("=+-@\t\r")
