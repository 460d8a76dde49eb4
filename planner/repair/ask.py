"""One question: does any plan satisfy this instance? Asked again and again of instances that differ in a row."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from models.audit import audit
from models.instance import Instance
from models.plan import Plan
from planner.identity import identity
from planner.repair.finding import Finding
from planner.series.journal import Journal
from planner.series.solved import Answer, Solved
from planner.solve.options import SolveOptions
from planner.solve.result import Status

_STATUS = {True: Status.SOLVED, False: Status.INFEASIBLE, None: Status.NO_PLAN}
_REMEMBERED = 8
"""Plans that are tried on the next question before anything is solved."""


type Solve = Callable[[Instance, SolveOptions, Interruption], Finding]


class Interruption(Protocol):
    """Something that counts interruptions."""

    @property
    def count(self) -> int: ...


@dataclass
class Asker:
    """Asks about instances; nothing twice, and nothing that a plan known already answers.

    May be used by several threads at once.
    """

    options: SolveOptions
    user: Interruption
    journal: Journal
    solve: Solve
    tell: Callable[[int], None] = lambda solves: None
    solves: int = 0
    _known: dict[str, Finding] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, instance: Instance, plans: list[Plan]) -> Finding:
        """Whether a plan satisfies ``instance``; ``plans`` are tried first, and what is found is put before them."""
        for plan in plans:
            if audit(instance, plan, objective=self.options.objective).passed:
                return Finding(True, plan)
        finding = self._asked(instance)
        if finding.plan is not None:
            plans.insert(0, finding.plan)
            del plans[_REMEMBERED:]
        return finding

    def _asked(self, instance: Instance) -> Finding:
        key = identity(instance)
        with self._lock:
            found = self._known.get(key) or self._kept(key)
        if found is None:
            if self.user.count:
                return Finding(None)
            found = self.solve(instance, self.options, self.user)
            with self._lock:
                self.solves += 1
                self._known[key] = found
                if not (found.possible is None and self.user.count):
                    self.journal.keep(Solved(key, Answer(status=_STATUS[found.possible], plan=found.plan)))
            self.tell(self.solves)
        return found

    def _kept(self, key: str) -> Finding | None:
        """What the file to resume from says."""
        solved = self.journal.done.get(key)
        if solved is None:
            return None
        possible = {status: value for value, status in _STATUS.items()}[solved.answer.status]
        return Finding(possible, solved.answer.plan)

    def with_threads(self, threads: int) -> None:
        """From now on each solve uses so many threads."""
        self.options = replace(self.options, threads=max(1, threads))
