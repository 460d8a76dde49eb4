"""The search of the search: it misses nothing that visiting every combination of runs and signings finds."""

from __future__ import annotations

from math import prod

import pytest

from tests.random_instances import tiny
from tests.search.search import Search, exhaust

MOST = 400
"""Combinations of runs and signings an instance may have to be visited whole."""


@pytest.mark.slow
@pytest.mark.parametrize("first", range(1000, 1080, 20))
def test_finds_what_exhaustion_finds(first: int) -> None:
    visited = 0
    for seed in range(first, first + 20):
        instance, _ = tiny(seed)
        search = Search(instance)
        if prod(len(found) for found in search.candidates.values()) > MOST:
            continue
        visited += 1
        found, whole = search.best(), exhaust(instance)
        assert (found is None) == (whole is None), f"seed {seed}"
        if found is not None and whole is not None:
            assert found.value == pytest.approx(whole.value, abs=1e-7), f"seed {seed}"
    assert visited >= 8
