"""What is known of each optimum, and what it tells of others: more money is never worse.

A plan for less money is a plan for more, worth no less; so a bound for more money is a bound for less. A plan for more
money that happens to fit less money is a plan there, too, once the audit says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf

from models.audit import Audit, audit
from models.instance import Instance
from models.plan import Plan
from planner.compare import budgets
from planner.series import Answer, Interval
from planner.series import worth as worths
from planner.solve.between import Between
from planner.solve.options import SolveOptions
from planner.solve.result import TOLERANCE, relative_gap
from planner.solve.verdict import refutes


@dataclass(frozen=True)
class Subject:
    """What is compared: an instance to be solved, or one with the ``plan`` that was made for it."""

    key: str
    instance: Instance
    plan: Plan | None = None


@dataclass(frozen=True)
class Best:
    """A plan with its audit; ``worth`` is its score, or minus its cost."""

    plan: Plan
    audit: Audit
    worth: float


class Weigh:
    """Collects answers and says what follows for each subject."""

    def __init__(self, options: SolveOptions) -> None:
        self.options = options
        self.subjects: dict[str, Subject] = {}
        self.answers: dict[str, Answer] = {}
        self.messages: list[str] = []
        self._best: dict[str, Best] = {}
        self._high: dict[str, float] = {}
        self._below: dict[tuple[str, str], bool] = {}

    def add(self, subjects: Iterable[Subject]) -> None:
        for subject in subjects:
            self.subjects[subject.key] = subject

    def take(self, key: str, answer: Answer) -> None:
        """An answer; its plan is audited unless that was done where it was solved."""
        self.answers[key] = answer
        if (best := self._answered(key, answer)) is not None:
            self._offer(key, best)
            self._fit(key, best)
        low = self._best[key].worth if key in self._best else -inf
        if worths.refuted(answer, low, self.options):
            self.messages.append(worths.REFUTED)
        self._high[key] = worths.ceiling(answer, low, self.options)

    def best(self, key: str) -> Best | None:
        """The best plan known for a subject, its own or one of no more money, audited there."""
        found = self._low(key)
        if found is None or found[0] == key:
            return None if found is None else found[1]
        audited = self._audited(self.subjects[key], found[1].plan)
        if audited is not None:
            self._best[key] = audited
            return audited
        return self._best.get(key)

    def known(self, key: str) -> Interval:
        """What is known of the worth of the best plan; minus infinity twice where there is none."""
        found = self._low(key)
        low = -inf if found is None else found[1].worth
        highs = [self._high[other] for other in self._high if self.no_more(key, other)]
        high = min(highs, default=inf)
        if found is not None and self._refuted(low, high):
            return Interval(low, inf)
        return Interval(low, max(low, high))

    def settled(self, key: str) -> bool:
        """Whether what is known is within the gap asked for already, without a solve of its own."""
        found = self.known(key)
        if key in self.answers or found.high == -inf:
            return True
        gap = relative_gap(self.value(found.high), self.value(found.low), self.options.objective)
        return gap is not None and gap <= self.options.gap + TOLERANCE

    def start(self, key: str) -> Between | None:
        """The plans to begin the search from, of the next less and the next more money; None where none is known.

        Plans for money further away would leave far more open, and hardly ever a better plan.
        """
        less = [other for other in self._best if self.no_more(other, key)]
        more = [other for other in self._best if other not in less and self.no_more(key, other)]
        nearest = sorted(less, key=self._money)[-1:], sorted(more, key=self._money)[:1]
        below, above = (tuple(self._best[other].plan for other in found) for found in nearest)
        return Between(below, above) if below or above else None

    def next(self, waiting: Sequence[Subject]) -> Subject:
        """The first of those that wait; but as long as its search would begin from plans for less money alone, or for
        more alone, the one that lies nearest to what is known: such a start leaves least to do there."""
        start = self.start(waiting[0].key)
        if start is None or start.both_sides:
            return waiting[0]
        known = [self._money(key) for key in self._best]
        return min(waiting, key=lambda each: min(abs(each.instance.money - money) for money in known))

    def _money(self, key: str) -> int:
        return self.subjects[key].instance.money

    def value(self, worth: float) -> float | None:
        """A worth as score or cost; None where it is not known."""
        return worths.value(worth, self.options)

    def _low(self, key: str) -> tuple[str, Best] | None:
        if self.subjects[key].plan is not None:
            return (key, self._best[key]) if key in self._best else None
        found = ((other, best) for other, best in self._best.items() if self.no_more(other, key))
        return max(found, key=lambda each: (each[1].worth, each[0] == key), default=None)

    def _offer(self, key: str, best: Best) -> None:
        if key not in self._best or best.worth > self._best[key].worth:
            self._best[key] = best

    def _fit(self, key: str, best: Best) -> None:
        """Try a plan where there is less money but, at a glance, enough."""
        for other, subject in self.subjects.items():
            if other == key or other in self.answers or not self.no_more(other, key):
                continue
            if _affords(subject.instance, best.plan) and (found := self._audited(subject, best.plan)) is not None:
                self._offer(other, found)

    def _answered(self, key: str, answer: Answer) -> Best | None:
        """The plan of an answer, if it has one that is sound."""
        if answer.plan is None:
            return None
        if answer.audit is not None and answer.audit.passed and answer.plan.without == self.options.without:
            return Best(answer.plan, answer.audit, worths.audited(answer.audit, self.options))
        return self._audited(self.subjects[key], answer.plan)

    def _audited(self, subject: Subject, plan: Plan) -> Best | None:
        own = replace(plan, without=self.options.without)
        found = audit(subject.instance, own, objective=self.options.objective)
        return Best(own, found, worths.audited(found, self.options)) if found.passed else None

    def _refuted(self, worth: float, high: float) -> bool:
        if high == -inf:
            return True
        return refutes(self.value(worth), self.value(high), self.options.objective)

    def no_more(self, less: str, more: str) -> bool:
        """Whether the first subject is the second with no more money, by key."""
        if less == more:
            return True
        pair = less, more
        if pair not in self._below:
            self._below[pair] = budgets.no_more(self.subjects[less].instance, self.subjects[more].instance)
        return self._below[pair]


def _affords(instance: Instance, plan: Plan) -> bool:
    """Whether no tranche gives more than it has on any path; windows and carrying over are left to the audit."""
    tree = instance.tree
    for leaf in tree.leaves:
        path = set(tree.path(leaf))
        for funder in instance.funders:
            given = sum(each.amount for each in plan.grants if each.funder == funder.name and each.node in path)
            if given > funder.amount:
                return False
    return True


def by_money(subjects: Sequence[Subject]) -> list[Subject]:
    """The order to solve in: the most money and the least, then always the middle of what lies between two.

    The ends tell most of the others, and a search that begins between the plans for less and for more money is short.
    """
    rising = sorted(subjects, key=lambda each: each.instance.money)
    order, spans = [*rising[-1:], *rising[:-1][:1]], [(0, len(rising) - 1)]
    for first, last in spans:
        if last - first > 1:
            middle = (first + last) // 2
            order.append(rising[middle])
            spans += [(first, middle), (middle, last)]
    return order
