"""``price``: what each rule of an instance costs or brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any

from models.build import active_rules
from models.instance import Instance
from models.rule import Rule
from models.rules import RULES
from planner.diff import standing
from planner.errors import InputError
from planner.price.awake import Sleep
from planner.price.judge import Judge
from planner.price.prices import Prices
from planner.price.solved import ALL, Without
from planner.series import Answer, Job, Listener, Series, Step, question
from planner.series import versions as known_versions
from planner.solve.options import SolveOptions


def price(
    instance: Instance,
    options: SolveOptions | None = None,
    *,
    rules: Iterable[str] | None = None,
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    **changes: Any,
) -> Prices:
    """Solve ``instance``, then again without each rule that has a say in it.

    ``options`` and ``changes`` are those of ``planner.solve``, for each solve alike: the time limit holds for each of
    them, the threads are shared out among ``jobs`` solves side by side (default: the cores there are). ``rules`` names
    those to price (default: all that are on). ``resume`` is a file that keeps every solve that is done, so that a run
    that was ended goes on where it was; it holds plans, so it is as secret as they are. ``on_progress`` is called in
    this thread. The first Ctrl-C ends with what is there, the searches under way included; the second raises
    ``KeyboardInterrupt``.

    Raises ``InputError`` where an option or the file cannot be used and ``SolverFailed`` where a solve breaks down.
    """
    begin = monotonic()
    options = replace(options or SolveOptions(), **changes)
    awake = active_rules(instance, options.without)
    chosen = [rule.name for rule in candidates(awake, rules)]
    told = _Told(on_progress or _ignore)
    with Series(question("price", instance, options), jobs=jobs, resume=resume, on_progress=told) as series:
        (first,) = series.solve([Job(ALL, instance, options)])
        work = _Work(instance, options, Sleep(instance, options.objective, awake), told)
        if first.answer.plan is not None and not series.interrupted:
            told.begin(len(chosen))
            for solved in series.solve(work.jobs(chosen, first.answer)):
                work.done[solved.key] = Without(solved.key, solved.answer)
    found = _prices(instance, options, awake, first.answer, [work.done[each] for each in chosen if each in work.done])
    return replace(
        found,
        left=tuple(rule for rule in chosen if rule not in work.done),
        interrupted=series.interrupted,
        seconds=monotonic() - begin,
        versions=known_versions(options),
    )


class _Told:
    """Tells steps with the number of rules done, those that sleep included."""

    def __init__(self, tell: Listener) -> None:
        self._tell = tell
        self.begin(1)

    def begin(self, total: int) -> None:
        self._done, self._total = 0, total

    def __call__(self, step: Step) -> None:
        self._done += step.progress is None
        self._tell(replace(step, done=self._done, total=self._total))


@dataclass
class _Work:
    """The instance without single rules, each from the plan with all of them: one without a rule is rarely far."""

    instance: Instance
    options: SolveOptions
    sleep: Sleep
    told: _Told

    def __post_init__(self) -> None:
        self.done: dict[str, Without] = {}

    def jobs(self, rules: Iterable[str], base: Answer) -> Iterator[Job]:
        """A job for each rule that is awake; the others are done with that."""
        for rule in rules:
            if self.sleep.of(rule):
                self.done[rule] = Without(rule)
                self.told(Step(rule, None, 0, 0))
            else:
                off = self.options.without | {rule}
                yield Job(rule, self.instance, replace(self.options, without=off, start=base.plan))


def candidates(awake: Iterable[Rule], asked: Iterable[str] | None) -> list[Rule]:
    """The rules to price, in the order of the book: those ``asked`` for, or all that are ``awake``.

    A veto, which no gain may buy off, has no price and is left out.
    Raises ``InputError`` for words that are no rule, one that is off, or a veto.
    """
    awake = tuple(awake)
    if asked is None:
        return [rule for rule in awake if not rule.veto]
    words = set(asked)
    book = [rule.name for rule in RULES]
    if unknown := sorted(words - set(book)):
        raise InputError(f"no rule is called {', '.join(unknown)}", f"The rules are {', '.join(book)}.")
    if off := sorted(words - {rule.name for rule in awake}):
        raise InputError(f"rules that are off have no price: {', '.join(off)}", "Switch them on, or leave them out.")
    if vetoes := [rule.name for rule in awake if rule.name in words and rule.veto]:
        raise InputError(f"a veto has no price: {', '.join(vetoes)}", "No gain may buy it off; leave it out.")
    return [rule for rule in awake if rule.name in words]


def _prices(
    instance: Instance, options: SolveOptions, awake: tuple[Rule, ...], base: Answer, solved: list[Without]
) -> Prices:
    """What the answers come to; without a plan with all rules only how that search ended."""
    found = Prices(
        instance=instance,
        options=options,
        status=base.status,
        off=tuple(rule.name for rule in RULES if rule not in awake),
        solver=base.solver,
        bound=base.bound,
        clash=base.clash,
        messages=base.messages,
    )
    if base.plan is None:
        return found
    judge = Judge(instance, options, {rule.name: rule for rule in awake})
    best, kept, prices = judge.prices(base, solved)
    return replace(
        found,
        plan=best.plan,
        value=judge.value(best.worth),
        bound=judge.value(kept.high),
        gap=judge.gap(kept),
        standing=standing(best.audit.replay),
        prices=prices,
        messages=(*base.messages, *judge.messages, *_vetoes(awake)),
    )


def _vetoes(awake: tuple[Rule, ...]) -> tuple[str, ...]:
    """That vetoes are not priced, where there are any."""
    names = ", ".join(rule.name for rule in awake if rule.veto)
    return (f"Not priced, since no gain may buy it off: {names}.",) if names else ()


def _ignore(step: Step) -> None:
    pass
