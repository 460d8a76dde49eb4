"""The best plan of a tiny instance, short enough to write down in a test."""

from __future__ import annotations

from typing import NamedTuple

from tests.solving import optimum, tiny


class Best(NamedTuple):
    """The score, and the works as ``Talks Q2`` in the order of their names."""

    score: float
    works: list[str]


def best(name: str, *without: str) -> Best:
    """The optimum of ``instances/tiny/<name>.csv`` without the rules named; there is one."""
    instance = tiny(name)
    found = optimum(instance, without)
    assert found is not None
    works = (f"{work.activity} {instance.label(work.node).removeprefix('2000-')}" for work in found.plan.works)
    return Best(found.value, sorted(works))
