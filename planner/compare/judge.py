"""From what is known of optima to cases, differences and stretches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from models.audit import binding
from planner.compare.comparison import Case, Stretch
from planner.compare.weigh import Best, Subject, Weigh
from planner.diff import Side, compare, standing
from planner.series import Interval, minus, proven
from planner.series.interval import IMPOSSIBLE


def case_of(weigh: Weigh, subject: Subject, first: Case | None = None) -> Case:
    """The case of a subject, measured from the ``first`` one; a plan that is given and refused has no value."""
    best, known = weigh.best(subject.key), _known(weigh, subject)
    answer = weigh.answers.get(subject.key)
    case = Case(
        label=subject.key,
        instance=subject.instance,
        money=subject.instance.money,
        status=None if answer is None or subject.plan is not None else answer.status,
        bound=None if subject.plan is not None else weigh.value(known.high),
        messages=() if answer is None else (*answer.clash, *answer.messages),
    )
    if best is None:
        refused = ("The audit refuses this plan.",) if subject.plan is not None else ()
        return replace(case, messages=(*refused, *case.messages))
    case = _told(case, best, weigh.value(best.worth))
    if first is None or first.plan is None:
        return case
    before = weigh.known(first.label)
    change = _change(weigh, subject.key, first.label, known, before)
    difference = compare(Side(first.instance, first.plan), Side(subject.instance, best.plan))
    return replace(case, change=change, proven=proven(change, before), difference=difference)


def _known(weigh: Weigh, subject: Subject) -> Interval:
    """What is known of the best plan, or of the one that is given: its own worth, exactly."""
    best = weigh.best(subject.key)
    if subject.plan is None:
        return weigh.known(subject.key)
    return Interval() if best is None else Interval(best.worth, best.worth)


def _told(case: Case, best: Best, value: float | None) -> Case:
    side = Side(case.instance, best.plan)
    reached = dict.fromkeys((each.rule, each.subject) for each in binding(best.audit.replay))
    return replace(
        case,
        plan=best.plan,
        value=value,
        cost=side.cost(),
        standing=standing(best.audit.replay),
        payers={each.name: side.paid(each.name) for each in case.instance.funders},
        binding=tuple(reached),
    )


def _change(weigh: Weigh, key: str, first: str, known: Interval, before: Interval) -> Interval:
    """The difference of two optima; it has the sign of the difference in money where that is all that differs."""
    change = minus(known, before)
    if weigh.subjects[key].plan is not None:
        return change
    if weigh.no_more(first, key):
        return Interval(max(change.low, 0.0), max(change.high, 0.0))
    if weigh.no_more(key, first):
        return Interval(min(change.low, 0.0), min(change.high, 0.0))
    return change


def stretches_of(weigh: Weigh, rising: Sequence[Subject]) -> tuple[Stretch, ...]:
    """What more money brings, from each to the next that has more of it, where nothing else differs."""
    found = []
    for less, more in pairwise(rising):
        extra = more.instance.money - less.instance.money
        before, after = weigh.known(less.key), weigh.known(more.key)
        if extra <= 0 or not weigh.no_more(less.key, more.key) or IMPOSSIBLE in (before, after):
            continue
        change = minus(after, before)
        change = Interval(max(change.low, 0.0), max(change.high, 0.0))
        if change.low > -inf and before.low > -inf:
            found.append(
                Stretch(before=less.key, after=more.key, money=extra, change=change, proven=proven(change, before))
            )
    return tuple(found)
