"""The solves, side by side: each in a process of its own, watched by a thread."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field, replace

from models.instance import Instance
from models.plan import Plan
from planner.price.awake import Sleep
from planner.price.solved import ALL, Solved
from planner.solve.interrupt import Interrupts
from planner.solve.options import SolveOptions
from planner.solve.result import Progress
from planner.solve.run import solve

_TICK = 0.1
"""Seconds between two looks at Ctrl-C and at what is to be told."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work is. ``rule`` is empty for the plan with all rules; ``progress`` is None once it is done."""

    rule: str
    progress: Progress | None
    done: int
    total: int


type Listener = Callable[[Step], None]


@dataclass
class Work:
    """Solves the instance without single rules, ``jobs`` at a time, each with ``threads`` threads.

    A context manager: on leaving it, nothing runs any more.
    """

    instance: Instance
    options: SolveOptions
    sleep: Sleep
    jobs: int
    interrupts: Interrupts
    tell: Listener
    _news: queue.SimpleQueue[tuple[str, Progress]] = field(default_factory=queue.SimpleQueue)

    def __enter__(self) -> Work:
        self._pool = ThreadPoolExecutor(self.jobs, thread_name_prefix="price")
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def with_all_rules(self) -> Solved:
        """The plan everything is measured from; it may use all threads."""
        (found,) = self._each({ALL: self._pool.submit(self._solve, ALL, self.options)}, 1)
        return found

    def without(self, rules: Iterable[str], start: Plan | None) -> Iterator[Solved]:
        """Each rule as it is done; those that an interruption leaves untouched are missing.

        Searches begin from the plan ``start`` where they can: one without a rule is rarely far from one with it.
        """
        own = replace(self.options, threads=max(1, self.options.threads // self.jobs), start=start)
        futures = {
            rule: self._pool.submit(self._without, rule, replace(own, without=self.options.without | {rule}))
            for rule in rules
        }
        yield from self._each(futures, len(futures))

    def _without(self, rule: str, options: SolveOptions) -> Solved:
        if self.interrupts.count == 0 and self.sleep.of(rule):
            return Solved(rule)
        return self._solve(rule, options)

    def _solve(self, rule: str, options: SolveOptions) -> Solved:
        result = solve(
            self.instance,
            options,
            on_progress=lambda progress: self._news.put((rule, progress)),
            interrupts=self.interrupts,
        )
        return Solved.of(rule, result)

    def _each(self, futures: dict[str, Future[Solved]], total: int) -> Iterator[Solved]:
        rule_of = {future: rule for rule, future in futures.items()}
        while rule_of:
            done, _ = wait(rule_of, timeout=_TICK, return_when=FIRST_COMPLETED)
            self._pass_on(total - len(rule_of), total)
            if self.interrupts.count:
                for future in [future for future in rule_of if future.cancel()]:
                    del rule_of[future]
            for future in done:
                if future in rule_of:
                    rule = rule_of.pop(future)
                    found = future.result()
                    self.tell(Step(rule, None, total - len(rule_of), total))
                    yield found

    def _pass_on(self, done: int, total: int) -> None:
        with suppress(queue.Empty):
            while True:
                rule, progress = self._news.get_nowait()
                self.tell(Step(rule, progress, done, total))
