"""Each rule is awake and binds often enough in the random instances for their agreement to mean something.

Where it restricts, switching it off never lowers the optimum; where it enables, never raises it.
"""

from __future__ import annotations

from functools import cache
from math import inf

import pytest

from models.rules import RULES
from tests.random_instances import tiny
from tests.search.search import Search

FOCUSED = 26
"""Instances laid out for the rule."""
OTHERS = 6
"""Instances laid out for one rule or another, the same for all."""
LONG = {("no_substitute", 623), ("every_side_gains", 607), ("share", 601)}
"""Instances in which there is so much to choose that the search takes seconds."""
LEAST = {"awake": 18, "binding": 6}
"""Of these, instances in which the rule has something to say, and in which its absence changes the optimum."""


@cache
def _best(seed: int, focus: str | None) -> tuple[float, frozenset[str]]:
    """The optimum (minus infinity where there is no plan) and the rules that have something to say."""
    search = Search(tiny(seed, focus)[0])
    found = search.best()
    return (-inf if found is None else found.value), frozenset(search.lp.awake)


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_moves_the_optimum_its_way(rule) -> None:  # type: ignore[no-untyped-def]
    awake = binding = 0
    focused = [(seed, rule.name) for seed in range(600, 600 + FOCUSED) if (rule.name, seed) not in LONG]
    for seed, focus in [*focused, *((seed, None) for seed in range(OTHERS))]:
        value, rules = _best(seed, focus)
        if rule.name not in rules:
            continue
        awake += 1
        found = Search(tiny(seed, focus)[0], [rule.name]).best()
        free = -inf if found is None else found.value
        binding += abs(free - value) > 1e-6
        if rule.effect == "restricts":
            assert free >= value - 1e-7, f"seed {seed}: {value} with, {free} without"
        elif rule.effect == "enables":
            assert free <= value + 1e-7, f"seed {seed}: {value} with, {free} without"
    print(f"{rule.name}: awake in {awake}, binding in {binding} of {FOCUSED + OTHERS}")
    assert awake >= LEAST["awake"]
    assert binding >= LEAST["binding"]
