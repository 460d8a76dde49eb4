"""Exact answers to single solves, and an independent enumeration to hold them against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from models.build import active_rules, build
from models.extract import plan_of
from models.instance import Instance, exact
from models.kinds import CATEGORIES
from models.plan import Plan
from models.records import Activity
from planner.series import Answer, Job, Series, Solved
from planner.series.worth import value, worth
from planner.solve import SolveOptions, Status
from tests.random_instances import tiny as drawn
from tests.search.runs import Run, starts
from tests.search.search import Search, combinations_of
from tests.solving import _solve

SAME = 2e-6
EXACT = SolveOptions(gap=0.0)


class Exact(Series):
    """Answers that are exactly right, without a process for each."""

    def solve(self, jobs) -> Iterator[Solved]:  # type: ignore[no-untyped-def, override]
        for job in jobs:
            assert isinstance(job, Job)
            yield Solved(job.key, best(job.instance, job.options))


def best(instance: Instance, options: SolveOptions) -> Answer:
    """The best plan in whole money that meets the conditions."""
    rules = active_rules(instance, options.without)
    model = build(instance, objective=options.objective, rules=rules, whole_money=True, conditions=options.conditions)
    values = _solve(model, "highs")
    if values is None:
        return Answer(status=Status.INFEASIBLE)
    plan = plan_of(model, values)
    for condition in options.conditions:
        assert condition.met(instance, plan)
    return Answer(status=Status.SOLVED, plan=plan, bound=value(worth(instance, plan, options), options))


def few(seeds: range, most: int) -> Iterator[Instance]:
    """Random instances with several ways to run their work, but at most so many."""
    for seed in seeds:
        instance = drawn(seed)[0]
        ways = 1
        for found in Search(instance).candidates.values():
            ways *= len(found)
        if 12 <= ways <= most and len(instance.activities) > 1:
            yield instance


def ranges(instance: Instance, **given: tuple[float, float]) -> Instance:
    """The instance with a low and a high for each activity named."""
    return _with(instance, given, lambda ends: {"low": ends[0], "high": ends[1]})


def scaled(instance: Instance, factors: dict[str, float]) -> Instance:
    """The instance with the effects of work multiplied."""
    return Instance(
        row.model_copy(
            update={word: float(exact(getattr(row, word)) * exact(factors[row.name])) for word in CATEGORIES}
        )
        if isinstance(row, Activity) and row.name in factors
        else row
        for row in instance.records
    )


def _with(instance: Instance, given: dict[str, Any], told: Callable[[Any], dict[str, Any]]) -> Instance:
    return Instance(
        row.model_copy(update=told(given[row.name])) if isinstance(row, Activity) and row.name in given else row
        for row in instance.records
    )


type Runs = dict[str, Run]


def every_way(instance: Instance) -> list[tuple[Runs, float]]:
    """Every combination of runs that a plan can have, with the best score of such plans."""
    whole = Search(instance)
    runs = [entity for entity in whole.candidates if entity[0] == "run"]
    found: dict[tuple[Run, ...], float] = {}
    for numbers in combinations_of(whole):
        parts: Any = [(entity, (number,)) for entity, number in zip(whole.candidates, numbers, strict=True)]
        before = [whole._narrow(part) for part in parts]
        whole.found, whole._bound = None, float("-inf")
        whole._visit()
        for part in before:
            whole._narrow(part)
        if whole.found is not None:
            picked = dict(zip(whole.candidates, numbers, strict=True))
            key = tuple(whole.candidates[entity][picked[entity]] for entity in runs)
            found[key] = max(whole.found.value, found.get(key, float("-inf")))
    return [({name: run for (_, name), run in zip(runs, key, strict=True)}, number) for key, number in found.items()]


def runs_of(instance: Instance, plan: Plan) -> Runs:
    return {
        each.name: frozenset(work.node for work in plan.works if work.activity == each.name)
        for each in instance.activities
    }


def apart(instance: Instance, one: Runs, other: Runs, by: str) -> int:
    """Activities that run in one only, or start elsewhere."""

    def told(name: str, run: Run) -> object:
        if by == "activities":
            return bool(run)
        activity = instance.activity(name)
        goes_on = activity.status == "running" and 0 in run
        return starts(instance, activity, run), goes_on

    return sum(told(name, one[name]) != told(name, other[name]) for name in one)


def value_where(instance: Instance, wanted: Callable[[str, Run], bool], money: Plan | None = None) -> float | None:
    """The best score of plans whose runs are wanted (by name and run), with the spending of ``money`` if given."""
    search = Search(instance)
    for (sort, name), candidates in search.candidates.items():
        if sort == "run":
            left = tuple(number for number, run in enumerate(candidates) if wanted(name, run))
            if not left:
                return None
            search._narrow((("run", name), left))
    if money is not None:
        for work in money.works:
            search._narrow((("spend", work.activity, work.node), (work.spend, work.spend)))
    found = search.best()
    return None if found is None else found.value
