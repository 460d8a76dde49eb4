"""Who else could pay, against every ledger there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import highspy
import pytest

from models.audit import audit
from models.instance import Instance
from models.plan import Grant, Plan
from planner.earmarks.payers import Choice, payers
from planner.solve import SolveOptions
from tests.random_instances import tiny as random_instance
from tests.solving import optimum, tiny

MOST = 1500
"""Ledgers that a test may try."""


def splits(cost: int, names: tuple[str, ...]) -> Iterator[dict[str, int]]:
    """Every way in which the named pay a cost in whole units."""
    if len(names) == 1:
        yield {names[0]: cost}
        return
    for first in range(cost + 1):
        for rest in splits(cost - first, names[1:]):
            yield {names[0]: first, **rest}


def ledgers(instance: Instance, plan: Plan) -> list[tuple[Grant, ...]] | None:
    """Every ledger that passes the audit and keeps the score; None where there are too many to try."""
    names = tuple(funder.name for funder in instance.funders)
    works = [work for work in plan.works if work.spend + work.setup]
    ways = [list(splits(work.spend + work.setup, names)) for work in works]
    number = 1
    for each in ways:
        number *= len(each)
    if number > MOST:
        return None
    score = audit(instance, plan).score
    found = []
    for chosen in product(*ways):
        grants = tuple(
            Grant(name, work.activity, work.node, amount)
            for work, split in zip(works, chosen, strict=True)
            for name, amount in split.items()
            if amount
        )
        checked = audit(instance, replace(plan, grants=grants))
        if checked.passed and float(checked.score) >= float(score) - 1e-9:
            found.append(grants)
    return found


def truth(all_of_them: list[tuple[Grant, ...]], grant: Grant, funders: list[str]) -> tuple[Choice, set[str]]:
    place = (grant.activity, grant.node)
    spared = [
        {each.funder: each.amount for each in grants if (each.activity, each.node) == place}
        for grants in all_of_them
        if not any((each.funder, each.activity, each.node) == (grant.funder, *place) for each in grants)
    ]
    others = {name for name in funders if any(paid.get(name, 0) >= grant.amount for paid in spared)}
    return (Choice.OTHERS if others else Choice.TOGETHER if spared else Choice.ONLY), others


def compare(instance: Instance) -> int:
    """Compare the answers for the best plan with all ledgers; how many grants were compared."""
    best = optimum(instance)
    every = None if best is None else ledgers(instance, best.plan)
    if best is None or every is None:
        return 0
    highspy.Highs.resetGlobalScheduler(True)
    for found in payers(instance, best.plan, SolveOptions(threads=1)):
        choice, others = truth(every, found.grant, [funder.name for funder in instance.funders])
        assert (found.choice, set(found.others), found.unsure) == (choice, others, ()), found
    return len(best.plan.grants)


@pytest.mark.parametrize("name", ["earmark", "budget", "share_donors"])
def test_tiny_ledgers(name: str) -> None:
    assert compare(tiny(name))


def test_random_ledgers() -> None:
    """Money of several tranches with all sorts of conditions."""
    focuses = ("earmark", "budget", "share", "fundraising")
    assert sum(compare(random_instance(seed, focus)[0]) for focus in focuses for seed in range(4)) > 10
