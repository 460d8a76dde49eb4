"""``report``: collects what a report tells, solving where that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from time import monotonic
from typing import Any

from models.audit import audit
from models.instance import Instance
from planner.alternatives import Alternatives, alternatives
from planner.audience import Audience, hides
from planner.compare import Comparison, compare
from planner.errors import InputError
from planner.ladder import Ladder, ladder
from planner.outcome import Outcome, for_audience, outcome
from planner.report.found import LeftOut, Report
from planner.report.left_out import BEST, jobs, priced, reasons
from planner.report.parts import PARTS, QUICK, SOLVING
from planner.series import Answer, Job, Listener, Series, question, versions
from planner.solve.interrupt import Interrupts
from planner.solve.options import SolveOptions
from planner.solve.result import Result, Status, relative_gap

STEPS = tuple(Fraction(part, 10) for part in (4, 6, 8, 10))
"""Budgets of the ladder, as shares of all money."""
NUMBER = 3
"""Alternatives to look for."""
RESOLUTION = 0.2
"""Of the frontier, a share of all money."""


@dataclass(frozen=True, slots=True)
class _Asking:
    """How the solves of a report are made."""

    options: SolveOptions
    jobs: int | None
    resume: Path | None
    on_progress: Listener | None
    interrupts: Interrupts

    def file(self, part: str) -> Path | None:
        """The file a part resumes from: each question has one of its own, beside the one that was named."""
        if self.resume is None:
            return None
        return self.resume if part == "prices" else self.resume.with_name(f"{self.resume.name}.{part}")

    @property
    def manners(self) -> dict[str, Any]:
        return {"jobs": self.jobs, "on_progress": self.on_progress}


def report(
    instance: Instance,
    options: SolveOptions | None = None,
    *,
    plan: Result | Outcome | None = None,
    parts: Iterable[str] = QUICK,
    audience: Audience = "owner",
    fiscal_month: int = 1,
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    **changes: Any,
) -> Report:
    """Collect a report on the best plan of ``instance``, or on the ``plan`` given (audited by whoever gives it).

    A plan that is given is reported on under its own objective and without the rules that were off for it. ``parts``
    are words of ``planner.report.parts.PARTS``; those in ``SOLVING`` solve the instance again, once for each
    work left out or for each budget, side by side (``jobs``). ``fiscal_month`` (1 to 12) is when a fiscal year begins.
    ``resume`` is a file that keeps every solve that is done; the frontier and the ladder keep theirs beside it. The
    first Ctrl-C ends with what is there.

    Raises ``InputError`` where an option, a part or the file cannot be used, ``Unsafe`` where nothing safe can be told
    to the audience, ``SolverFailed`` where a solve breaks down.
    """
    begin = monotonic()
    wanted = _checked(parts, fiscal_month)
    options = replace(options or SolveOptions(), **changes)
    saved = None if plan is None else outcome(plan)
    if saved is not None and saved.plan is not None:
        options = replace(options, objective=saved.objective, without=saved.plan.without)
    hidden = hides(instance.records, audience)
    solving = tuple(part for part in wanted if part in SOLVING)
    with Interrupts() as interrupts:
        asking = _Asking(options, jobs, None if resume is None else Path(resume), on_progress, interrupts)
        whole, left_out, complete = _plan(instance, asking, saved, prices="prices" in solving and not hidden)
        shown = for_audience(whole, audience)
        if hidden:
            left_out = reasons(shown)
    usable = whole.plan is not None and whole.passed is not False and not hidden
    asking = replace(asking, options=replace(options, start=whole.plan))  # no answer shall be worse than what is known
    answers = _Answers(instance, asking, tuple(part for part in solving if usable))
    answers.ask()
    missing = tuple(part for part in solving if part not in answers.done and not (part == "prices" and usable))
    return Report(
        outcome=shown,
        parts=tuple(part for part in wanted if part not in missing),
        fiscal_month=fiscal_month,
        left_out=left_out,
        alternatives=answers.alternatives,
        frontier=answers.frontier,
        ladder=answers.ladder,
        notes=_notes(missing, hidden),
        complete=complete and not missing and answers.complete,
        interrupted=answers.interrupted,
        seconds=monotonic() - begin,
        missing=missing,
    )


@dataclass
class _Answers:
    """The questions that other commands ask, one after the other; after Ctrl-C no further one is begun."""

    instance: Instance
    asking: _Asking
    parts: tuple[str, ...]
    alternatives: Alternatives | None = None
    frontier: Comparison | None = None
    ladder: Ladder | None = None

    def ask(self) -> None:
        if self._next("alternatives"):
            self.alternatives = alternatives(
                self.instance, self.asking.options, number=NUMBER, beliefs="ends", **self._manners("alternatives")
            )
        if self._next("frontier"):
            self.frontier = compare(
                self.instance, self.asking.options, frontier=RESOLUTION, **self._manners("frontier")
            )
        if self._next("ladder"):
            self.ladder = ladder(self.instance, self.asking.options, budgets=STEPS, **self._manners("ladder"))

    def _next(self, part: str) -> bool:
        return part in self.parts and not self.interrupted

    def _manners(self, part: str) -> dict[str, Any]:
        return {**self.asking.manners, "resume": self.asking.file(part)}

    @property
    def _all(self) -> dict[str, Alternatives | Comparison | Ladder]:
        found = {"alternatives": self.alternatives, "frontier": self.frontier, "ladder": self.ladder}
        return {part: each for part, each in found.items() if each is not None}

    @property
    def done(self) -> frozenset[str]:
        return frozenset(self._all)

    @property
    def complete(self) -> bool:
        return all(each.complete for each in self._all.values())

    @property
    def interrupted(self) -> bool:
        return self.asking.interrupts.count > 0 or any(each.interrupted for each in self._all.values())


def _checked(parts: Iterable[str], fiscal_month: int) -> tuple[str, ...]:
    wanted = tuple(parts)
    if unknown := [part for part in wanted if part not in PARTS]:
        raise InputError(f"a report has no part {unknown[0]!r}", f"Its parts are {', '.join(PARTS)}.")
    if not 1 <= fiscal_month <= 12:
        raise InputError(f"option fiscal_month: expected a month from 1 to 12, found {fiscal_month}")
    return wanted


def _plan(
    instance: Instance, asking: _Asking, saved: Outcome | None, *, prices: bool
) -> tuple[Outcome, tuple[LeftOut, ...], bool]:
    """The plan reported on, what it leaves out (priced, if asked for), and whether every search reached its gap."""
    options = asking.options
    if saved is not None and not prices:
        return saved, reasons(saved), True
    start = saved.plan if saved is not None else options.start
    asked = question("report", instance, options)
    manners = {**asking.manners, "interrupts": asking.interrupts}
    with Series(asked, resume=asking.file("prices"), **manners) as series:
        best = [*series.solve([Job(BEST, instance, replace(options, start=start))])]
        answer = best[0].answer if best else Answer(status=Status.INTERRUPTED)
        found = saved or _outcome(instance, options, answer)
        left = reasons(found)
        if not prices:
            return found, left, _reached(answer)
        answers = {BEST: answer}
        answers |= {solved.key: solved.answer for solved in series.solve(jobs(left, found, options))}
    return found, priced(left, answers, found, options), all(_reached(each) for each in answers.values())


def _reached(answer: Answer) -> bool:
    return answer.status in (Status.SOLVED, Status.INFEASIBLE)


def _outcome(instance: Instance, options: SolveOptions, answer: Answer) -> Outcome:
    """A solve of the series as an outcome, its plan audited anew: it may come from a file."""
    result = Result(
        status=answer.status,
        instance=instance,
        options=options,
        plan=answer.plan,
        bound=answer.bound,
        seconds=answer.seconds,
        solver=answer.solver,
        clash=answer.clash,
        messages=answer.messages,
        versions=versions(options),
    )
    if answer.plan is not None:
        found = audit(instance, answer.plan, objective=options.objective)
        value = float(found.score if options.objective == "progress" else found.cost)
        gap = relative_gap(answer.bound, value, options.objective)
        result = replace(result, audit=found, gap=gap, plan=answer.plan if found.passed else None)
    return outcome(result)


def _notes(missing: tuple[str, ...], hidden: bool) -> tuple[str, ...]:
    if not missing:
        return ()
    told = ", ".join(PARTS[part] for part in missing)
    why = "these rest on all work, and some of it is not shown" if hidden else "the search was ended before"
    return (f"Left out of this report: {told}; {why}.",)
