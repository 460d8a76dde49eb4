"""The rule of comparison itself."""

from __future__ import annotations

import pytest

from tests.documents.blocks import ROOT, Block, commands, same
from tests.documents.refresh import refilled


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("a\nb", "a\nb\n"),
        ("took 1.2 s", "took 33 s\n"),
        ("highs 1.2.3", "highs 1.16.0\n"),
        ("a\n…\nz", "a\nb\nc\nz\n"),
        ("a\n…\nz", "a\nz\n"),
        ("begins …", "begins and goes on\n"),
        ("", ""),
    ],
)
def test_same(shown: str, found: str) -> None:
    assert same(shown, found)


@pytest.mark.parametrize(
    ("shown", "found"), [("a", "b\n"), ("a", "a\nb\n"), ("a\nb", "a\n"), ("1.2", "1.3\n"), ("", "x\n")]
)
def test_not_the_same(shown: str, found: str) -> None:
    assert not same(shown, found)


def test_commands_of_a_block() -> None:
    block = Block(ROOT / "README.md", 1, "console", "$ plan rules\none\ntwo\n\n$ plan schema\nthree\n")
    assert commands(block) == [("plan rules", "one\ntwo"), ("plan schema", "three")]


def test_refilled_where_something_is_left_out() -> None:
    shown = "Title one\n\nStage 1\n a\n\n…\nPaid by\n 1\n\n…\nSolver x"
    found = "Title two\n\nStage 1\n b\n\nStage 2\n c\n\nPaid by\n 2\n\nLedger\n 3\n\nSolver y"
    again = refilled(shown, found)
    assert again == "Title two\n\nStage 1\n b\n\n…\nPaid by\n 2\n\n…\nSolver y"
    assert same(again, found)
