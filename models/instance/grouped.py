"""Rows by what they are about."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable


def grouped[R, K: Hashable](rows: Iterable[R], key: Callable[[R], K]) -> dict[K, list[R]]:
    """Rows of each key, in their order."""
    found: dict[K, list[R]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found
