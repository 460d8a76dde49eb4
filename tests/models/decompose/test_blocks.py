"""Blocks of columns, by hand."""

from __future__ import annotations

from models.decompose.blocks import blocks_of, is_shared


def test_rows_of_what_is_shared_are_set_aside() -> None:
    rows = [[0, 1], [2, 3], [1, 3, 4], [2, 3, 5]]
    found = blocks_of([True] * 6, rows, [False, False, True, True])
    assert found.columns == ((0, 1), (2, 3, 5))  # the last row is shared in name only: it is the second block's own
    assert found.rows == ((0,), (1, 3))
    assert found.coupling == (2,)
    assert found.common == (4,)


def test_what_links_two_blocks_makes_one_of_them() -> None:
    found = blocks_of([True] * 4, [[0, 1], [2, 3], [1, 2], [0, 3]], [False, False, False, True])
    assert found.columns == ((0, 1, 2, 3),)
    assert found.coupling == ()


def test_where_nothing_is_decided_there_is_no_block() -> None:
    found = blocks_of([False, False, True, True], [[0, 1], [2], [3], [2, 3]], [False, False, False, True])
    assert found.columns == ((0, 1, 2), (3,))
    assert found.rows == ((0, 1), (2,))


def test_rows_are_known_by_the_word_of_their_rule() -> None:
    assert is_shared("budget_within_f0_n3")
    assert is_shared("asked_0_changes")
    assert not is_shared("sequence_after_l0_n1")
    assert not is_shared("money_paid_a0_n1")
