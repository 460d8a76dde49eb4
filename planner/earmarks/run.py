"""``earmarks``: what each funder's conditions cost, and who else could pay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from models.build import active_rules, build
from models.instance import Instance
from planner.earmarks.apart import payers_apart
from planner.earmarks.conditions import Release, released, releases
from planner.earmarks.gains import Earmarks, Gain, Verdict
from planner.earmarks.judge import Judge
from planner.price.awake import essence
from planner.series import Answer, Job, Listener, Series, question, versions
from planner.solve.options import SolveOptions

BASE = "with all conditions"


def earmarks(
    instance: Instance,
    options: SolveOptions | None = None,
    *,
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    **changes: Any,
) -> Earmarks:
    """Solve ``instance``, then again with each condition of its funders released, and ask who else could have paid.

    ``options`` and ``changes`` are those of ``planner.solve``, for each solve alike: the time limit holds for each of
    them, the threads are shared out among ``jobs`` solves side by side (default: the cores there are). ``resume`` is a
    file that keeps every solve that is done; it holds plans, so it is as secret as they are. ``on_progress`` is called
    in this thread. The first Ctrl-C ends with what is there; the second raises ``KeyboardInterrupt``.

    Raises ``InputError`` where an option or the file cannot be used and ``SolverFailed`` where a solve breaks down.
    """
    begin = monotonic()
    options = replace(options or SolveOptions(), **changes)
    asked = question("earmarks", instance, options)
    with Series(asked, jobs=jobs, resume=resume, on_progress=on_progress) as series:
        chosen = releases(instance, options.without)
        (base,) = (solved.answer for solved in series.solve([Job(BASE, instance, options)]))
        found = Earmarks(
            instance=instance,
            options=options,
            status=base.status,
            bound=base.bound,
            solver=base.solver,
            clash=base.clash,
            messages=base.messages,
        )
        if base.plan is not None:
            work = _Work(instance, replace(options, start=base.plan), chosen, base)
            by_key = {each.key: each for each in chosen}
            answers = {by_key[each.key]: each.answer for each in series.solve(work.jobs())}
            found = work.told(found, answers)
            assert found.plan is not None
            others = tuple(payers_apart(instance, found.plan, replace(options, start=None), series.interrupts))
            found = replace(found, payers=others)
        return replace(found, interrupted=series.interrupted, seconds=monotonic() - begin, versions=versions(options))


class _Work:
    """The releases of one instance, which of them are idle, and what the others came to."""

    def __init__(self, instance: Instance, options: SolveOptions, chosen: tuple[Release, ...], base: Answer) -> None:
        self.instance, self.options, self.chosen, self.base = instance, options, chosen, base
        self.idle: set[Release] = set()
        self._whole = self._essence(instance)

    def jobs(self) -> Iterator[Job]:
        """A solve for each release that leaves other choices than all conditions do."""
        for release in self.chosen:
            free = released(self.instance, release)
            if self._essence(free) == self._whole:
                self.idle.add(release)
            else:
                yield Job(release.key, free, self.options)

    def told(self, found: Earmarks, answers: dict[Release, Answer]) -> Earmarks:
        judge = Judge(self.instance, self.options, self.base, answers)
        kept = judge.kept()
        gains = [
            Gain(release=each, verdict=Verdict.NOTHING) if each in self.idle else judge.gain(each)
            for each in self.chosen
            if each in self.idle or each in answers
        ]
        return replace(
            found,
            plan=kept.plan,
            value=judge.value(kept.worth.low),
            bound=judge.value(kept.worth.high),
            gap=judge.gap(kept),
            gains=tuple(gains),
            left=tuple(each for each in self.chosen if each not in self.idle and each not in answers),
            messages=(*found.messages, *kept.messages),
        )

    def _essence(self, instance: Instance) -> object:
        rules = active_rules(self.instance, self.options.without)
        return essence(build(instance, objective=self.options.objective, rules=rules).problem)
