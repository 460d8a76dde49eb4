"""``compare``: the same question with other money, to other instances, or of given plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any

from models.instance import Instance
from models.plan import Plan
from planner.compare.budgets import Budget
from planner.compare.comparison import Comparison
from planner.compare.judge import case_of, stretches_of
from planner.compare.weigh import Subject, Weigh, by_money
from planner.errors import InputError
from planner.identity import identity
from planner.series import Answer, Job, Listener, Series, question, versions
from planner.solve.options import SolveOptions
from planner.solve.result import Status
from planner.solve.workers import Workers

AS_IT_IS = "all money"
_LEAST = Fraction(1, 200)
"""The finest resolution of a frontier."""


def compare(
    instance: Instance,
    options: SolveOptions | None = None,
    *,
    budgets: Iterable[str | Budget] = (),
    instances: Mapping[str, Instance] | None = None,
    plans: Mapping[str, Plan] | None = None,
    frontier: float | None = None,
    name: str = AS_IT_IS,
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    workers: Workers | None = None,
    **changes: Any,
) -> Comparison:
    """Compare ``instance`` with itself under other ``budgets``, with other ``instances``, or with given ``plans``.

    Everything is measured from the best plan of ``instance`` as it is, called ``name``. ``budgets`` are words such as
    ``60%``, ``2.5M`` or ``EU=60%``. ``frontier`` is a resolution, a share of all money from 0.005 to 0.5: budgets are
    then chosen so that wherever the best plan gets better by more than the gap, that is known to this resolution.
    Plans are audited, not solved. ``workers`` are processes started ahead (``planner.series.started``). The other
    arguments are those of ``planner.price``.

    Raises ``InputError`` where a budget, an option or the file cannot be used, ``SolverFailed`` where a solve breaks
    down.
    """
    begin = monotonic()
    options = replace(options or SolveOptions(), **changes)
    subjects = [Subject(name, instance)]
    for budget in dict.fromkeys(each if isinstance(each, Budget) else Budget.of(each) for each in budgets):
        subjects.append(Subject(budget.label, budget.applied(instance)))
    subjects += [Subject(key, each) for key, each in (instances or {}).items()]
    subjects += [Subject(key, instance, plan) for key, plan in (plans or {}).items()]
    if len({each.key for each in subjects}) < len(subjects):
        raise InputError("two of what is compared bear one name")
    weigh = Weigh(options)
    asked = question("compare", instance, options, others=[identity(each.instance) for each in subjects[1:]])
    with Series(asked, jobs=jobs, resume=resume, on_progress=on_progress, workers=workers) as series:
        _solve(series, weigh, subjects)
        if frontier is not None:
            subjects += _refined(series, weigh, subjects[0], Fraction(str(frontier)))
    rising = sorted(subjects, key=lambda each: each.instance.money)
    shown = rising[::-1] if frontier is not None else subjects
    known = [each for each in shown if each.plan is not None or weigh.settled(each.key)]
    first = case_of(weigh, subjects[0])
    return Comparison(
        options=options,
        cases=tuple(first if each is subjects[0] else case_of(weigh, each, first) for each in known),
        stretches=stretches_of(weigh, [each for each in rising if each in known and each.plan is None]),
        left=tuple(each.key for each in subjects if each not in known),
        solved=len(weigh.answers) - len(plans or {}),
        interrupted=series.interrupted,
        seconds=monotonic() - begin,
        resolution=frontier,
        messages=tuple(dict.fromkeys(weigh.messages)),
        versions=versions(options),
    )


def _solve(series: Series, weigh: Weigh, subjects: Sequence[Subject]) -> None:
    """Solve what neighbours do not tell, and take in the plans that are given."""
    weigh.add(subjects)
    for each in subjects:
        if each.plan is not None:
            weigh.take(each.key, Answer(status=Status.SOLVED, plan=each.plan))
    for solved in series.solve(_jobs(weigh, by_money([each for each in subjects if each.plan is None]))):
        weigh.take(solved.key, solved.answer)


def _jobs(weigh: Weigh, waiting: list[Subject]) -> Iterator[Job | None]:
    """Read one by one, while others are being solved: what has come to be known meanwhile needs no job. Where one end
    is known, the other is waited for, though no longer than the first one took: a search from plans for more money
    alone, or for less alone, takes longer than one that begins between them.
    """
    ends, begin, first = [each.key for each in waiting[:2]], monotonic(), inf
    while waiting:
        if waiting[0].key not in ends and sum(map(weigh.settled, ends)) == 1:
            first = min(first, monotonic())
            if monotonic() - first < first - begin:
                yield None
                continue
        each = weigh.next(waiting)
        waiting.remove(each)
        if not weigh.settled(each.key):
            yield Job(
                each.key, each.instance, replace(weigh.options, start=weigh.start(each.key) or weigh.options.start)
            )


def _refined(series: Series, weigh: Weigh, whole: Subject, resolution: Fraction) -> list[Subject]:
    """Budgets between which the best plan gets no better by more than the gap, or that lie no further apart than the
    resolution."""
    if not _LEAST <= resolution <= Fraction(1, 2):
        raise InputError(f"option resolution: expected a share from 0.5% to 50%, found {float(resolution):.3%}")
    points = {resolution: _at(whole.instance, resolution), Fraction(1): whole}
    while not series.interrupted:
        _solve(series, weigh, list(points.values()))
        shares = sorted(points)
        middles = {
            (a + b) / 2 for a, b in pairwise(shares) if b - a > resolution and _rises(weigh, points[a], points[b])
        }
        if not middles:
            break
        points |= {share: _at(whole.instance, share) for share in middles}
    return [each for share, each in points.items() if share != 1]


def _at(instance: Instance, share: Fraction) -> Subject:
    budget = Budget(f"{float(100 * share):g}%", share=share)
    return Subject(budget.label, budget.applied(instance))


def _rises(weigh: Weigh, less: Subject, more: Subject) -> bool:
    """Whether more than the gap may lie between the best plans with less and with more money."""
    low, high = weigh.known(less.key), weigh.known(more.key)
    return high.high - low.low > 2 * weigh.options.gap * max(abs(high.low), 1e-9)
