"""The search of the search: it misses nothing that visiting every combination of runs and signings finds."""

from __future__ import annotations

from math import prod

import pytest

from tests.random_instances import tiny
from tests.search.search import Search, exhaust

MOST = 600
"""Combinations of runs and signings an instance may have to be visited whole."""


@pytest.mark.parametrize("seed", range(1000, 1064))
def test_finds_what_exhaustion_finds(seed: int) -> None:
    instance, _ = tiny(seed)
    search = Search(instance)
    if prod(len(found) for found in search.candidates.values()) > MOST:
        pytest.skip("too many combinations")
    found, visited = search.best(), exhaust(instance)
    assert (found is None) == (visited is None)
    if found is not None and visited is not None:
        assert found.value == pytest.approx(visited.value, abs=1e-7)
