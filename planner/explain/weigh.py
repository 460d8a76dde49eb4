"""What is known of each optimum that is asked about, and the search for those that are not known yet.

A question is a generator: it asks for optima (``Case``) and goes on once they are known. All questions advance in
rounds, so that whatever they ask for at one time is solved side by side, and each thing once.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from math import inf

from models.instance import Instance
from models.plan import Plan
from models.whatif import Condition
from planner.price.interval import difference, tightened
from planner.price.judge import Best, Judge
from planner.series import Answer, Interval, Job, Series, minus, proven
from planner.series.interval import IMPOSSIBLE
from planner.solve.options import SolveOptions
from planner.solve.result import Status


@dataclass(frozen=True)
class Case:
    """One optimum: of ``instance``, with ``conditions``, without the ``off`` rules. ``key`` is what people read."""

    key: str
    instance: Instance
    conditions: tuple[Condition, ...] = ()
    off: frozenset[str] = frozenset()
    start: Plan | None = None


type Asking[Found] = Generator[tuple[Case, ...], None, Found]
"""Yields what has to be known next, and returns what it found."""


@dataclass(frozen=True)
class Optimum:
    """``worth`` of an optimum: of the best plan known, and the bound. ``best`` is that plan, None where none is."""

    worth: Interval
    best: Best | None = None
    messages: tuple[str, ...] = ()


class Weigh:
    """Answers by the key of their case, and what follows from them."""

    def __init__(self, options: SolveOptions) -> None:
        self.options = options
        self.answers: dict[str, Answer] = {}
        self._tried: dict[tuple[str, Plan], Best | None] = {}

    def judge(self, case: Case) -> Judge:
        """Weighs plans under the rules of a case."""
        return Judge(case.instance, replace(self.options, without=self.options.without | case.off), {})

    def best(self, case: Case, plans: Iterable[Plan | None]) -> Best | None:
        """The best of the plans that are as the case asks, each audited under its instance and rules."""
        found = (self._audited(case, plan) for plan in plans if plan is not None)
        return max((each for each in found if each is not None), key=lambda each: each.worth, default=None)

    def _audited(self, case: Case, plan: Plan) -> Best | None:
        key = case.key, plan
        if key not in self._tried:
            met = all(condition.met(case.instance, plan) for condition in case.conditions)
            self._tried[key] = self.judge(case).best([plan]) if met else None
        return self._tried[key]

    def known(self, case: Case, plans: Iterable[Plan | None] = ()) -> Optimum:
        """What its own answer says, and ``plans`` that others found; nothing but the plans where it was not solved."""
        answer = self.answers.get(case.key)
        if answer is None:
            best = self.best(case, plans)
            return Optimum(Interval(best.worth if best else -inf, inf), best)
        best = self.best(case, [answer.plan, *plans])
        worth, messages = self.judge(case).known(answer, best)
        return Optimum(worth, best, messages)

    def cut(self) -> bool:
        """Whether some search stopped before the gap asked for."""
        return any(answer.status not in (Status.SOLVED, Status.INFEASIBLE) for answer in self.answers.values())


def loss(free: Interval, asked: Interval) -> tuple[Interval, Interval]:
    """What the best plan loses by being asked for more, and what is known of the free one given both.

    Whoever asks for more leaves fewer plans, so that the loss is never below 0.
    """
    kept, free = tightened("restricts", asked, free)
    free = Interval(free.low, max(free.low, free.high))
    if asked == IMPOSSIBLE:
        return Interval(inf, inf), free
    lost = minus(free, kept)
    low = max(lost.low, 0.0)
    return (difference("restricts", kept, free) if kept.low > -inf else Interval(low, inf)), free


def separated(lost: Interval, free: Interval) -> bool:
    """Whether the loss is more than the searches left open."""
    return proven(lost, free)


def drive(series: Series, weigh: Weigh, asking: Mapping[str, Asking[object]]) -> dict[str, object]:
    """What each question found; those that an interruption left open are missing."""
    found: dict[str, object] = {}
    wanted: dict[str, tuple[Case, ...]] = {}
    for name, question in asking.items():
        _advance(name, question, wanted, found)
    while wanted:
        cases = {case.key: case for each in wanted.values() for case in each if case.key not in weigh.answers}
        jobs = [Job(case.key, case.instance, _asked(weigh.options, case)) for case in cases.values()]
        for solved in series.solve(jobs):
            weigh.answers[solved.key] = solved.answer
        ready = [name for name, each in wanted.items() if all(case.key in weigh.answers for case in each)]
        if series.interrupted:
            for name in ready:
                _advance(name, asking[name], {}, found)
            return found
        for name in ready:
            _advance(name, asking[name], wanted, found)
    return found


def _advance(
    name: str, question: Asking[object], wanted: dict[str, tuple[Case, ...]], found: dict[str, object]
) -> None:
    try:
        wanted[name] = next(question)
    except StopIteration as end:
        wanted.pop(name, None)
        found[name] = end.value


def _asked(options: SolveOptions, case: Case) -> SolveOptions:
    return replace(
        options,
        without=options.without | case.off,
        conditions=(*options.conditions, *case.conditions),
        start=case.start,
    )
