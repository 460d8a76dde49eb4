"""Explanations of exactly right answers, and the truth about them by the independent search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from models.instance import Instance
from planner.series import Job, Series, Solved
from tests.planner.price.exact import answer
from tests.search.runs import Run, starts
from tests.search.search import Search
from tests.solving import optimum


class Exact(Series):
    """Answers that are exactly right, without a process for each; bounds ``left_open`` above the optimum."""

    left_open = 0.0

    def solve(self, jobs) -> Iterator[Solved]:  # type: ignore[no-untyped-def]
        for job in jobs:
            assert isinstance(job, Job)
            asked = job.options
            found = optimum(job.instance, asked.without, asked.objective, conditions=asked.conditions)
            right = answer(found)
            bound = None if right.bound is None else right.bound + self.left_open
            yield Solved(job.key, replace(right, bound=bound))


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.explain.run.Series", Exact)


def searched(instance: Instance, activity: str, keep: Callable[[Run, set[int]], bool]) -> float | None:
    """The best score of all plans whose run of ``activity`` (nodes, periods of its starts) is kept; None: no plan."""
    search = Search(instance)
    entity = "run", activity
    work = instance.activity(activity)

    def begun(run: Run) -> set[int]:
        return {instance.tree[node].period for node in starts(instance, work, run)}

    left = tuple(number for number, run in enumerate(search.candidates[entity]) if keep(run, begun(run)))
    if not left:
        return None
    search._narrow((entity, left))
    found = search.best()
    return None if found is None else found.value
