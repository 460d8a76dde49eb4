"""``alternatives``: plans within a loss of the best one, each truly otherwise than all before it.

They are found one after the other: the best plan that differs enough from all found so far, until as many as asked for
are there, or the next one is proven to lose more than that, or to be none. So no plan within the loss that differs
enough from all that are told was missed, once that is proven.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any

from models.differing import RESPECTS, AtLeastDifferent, Respect, different
from models.instance import Instance
from models.plan import Plan
from planner.alternatives.found import Alternative, Alternatives, Ending
from planner.diff import Side, compare
from planner.errors import InputError
from planner.options import did_you_mean
from planner.robust.beliefs import Asked, beliefs_of
from planner.robust.run import BASE, believed
from planner.series import Answer, Job, Listener, Series, question, versions
from planner.series.worth import ceiling, number, value, worth
from planner.solve.options import SolveOptions
from planner.solve.result import TOLERANCE, Status, relative_gap

_NOT_SO = "The plan found does not differ as was asked: a mistake of the program, please report it. It is not shown."


def alternatives(
    instance: Instance,
    options: SolveOptions | None = None,
    *,
    loss: float = 0.02,
    differ: int = 2,
    by: Iterable[Respect] = ("activities",),
    number: int = 5,
    beliefs: Asked | None = None,
    prove: bool = False,
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    **changes: Any,
) -> Alternatives:
    """Up to ``number`` plans that lose at most ``loss`` (a share of the score, or of the cost, of the best plan), each
    with at least ``differ`` activities otherwise than the best plan and than each one before it.

    An activity is otherwise in one of the respects ``by`` (``models.differing``): whether it runs, when it starts, or
    who pays for it. ``beliefs`` asks, too, which work stays in the best plan whatever is believed of effects, and which
    belief matters most (``planner.robust``). The other arguments are those of ``planner.price``.

    Raises ``InputError`` where an option or the file cannot be used and ``SolverFailed`` where a solve breaks down.
    """
    begin = monotonic()
    options = replace(options or SolveOptions(), **changes)
    respects = _checked(loss, differ, tuple(dict.fromkeys(by)), number)
    asked_beliefs = None if beliefs is None else beliefs_of(instance, beliefs, options.seed)
    with Series(
        question("alternatives", instance, options), jobs=jobs, resume=resume, on_progress=on_progress
    ) as series:
        (base,) = (solved.answer for solved in series.solve([Job(BASE, instance, options)]))
        search = _Search(instance, options, loss, differ, respects)
        found = Alternatives(
            instance=instance,
            options=options,
            loss=loss,
            differ=differ,
            by=respects,
            number=number,
            status=base.status,
            bound=base.bound,
            solver=base.solver,
            clash=base.clash,
            messages=base.messages,
        )
        if base.plan is not None:
            search.begin(base)
            ending = search.run(series, number)
            found = search.told(found, ending)
            if asked_beliefs is not None and found.plan is not None:
                found = replace(found, robust=believed(series, instance, options, base, asked_beliefs, prove=prove))
        return replace(found, interrupted=series.interrupted, seconds=monotonic() - begin, versions=versions(options))


def _checked(loss: float, differ: int, by: tuple[Respect, ...], number: int) -> tuple[Respect, ...]:
    if not 0 <= loss < 1:
        raise InputError(f"option loss: expected a share from 0 to below 100 %, such as 0.02, found {loss}")
    if differ < 1 or number < 0:
        raise InputError("options differ and number: expected whole numbers, at least 1 and 0")
    if unknown := [each for each in by if each not in RESPECTS]:
        raise InputError(
            f"option by: expected {', '.join(RESPECTS)}, found {', '.join(unknown)}", did_you_mean(unknown[0], RESPECTS)
        )
    if not by:
        raise InputError(f"option by: expected one or more of {', '.join(RESPECTS)}")
    return by


class _Search:
    """The plans found so far, and what is known of each."""

    def __init__(
        self, instance: Instance, options: SolveOptions, loss: float, differ: int, by: tuple[Respect, ...]
    ) -> None:
        self.instance, self.options, self.loss = instance, options, loss
        self.differ, self.by = differ, by
        self.plans: list[Plan] = []
        self.worths: list[float] = []
        self.highs: list[float] = []
        self.answers: list[Answer] = []
        self.next_high, self.next_own = inf, -inf
        self.next_status: Status | None = None
        self.messages: list[str] = []

    def begin(self, base: Answer) -> None:
        own = worth(self.instance, base.plan, self.options)
        if base.plan is None or own == -inf:
            raise InputError("The plan to resume from is refused by the audit", "Remove the file and begin anew.")
        self._take(base.plan, own, base)

    def run(self, series: Series, number: int) -> Ending:
        while len(self.plans) <= number:
            condition = AtLeastDifferent(tuple(self.plans), self.differ, self.by)
            options = replace(self.options, conditions=(*self.options.conditions, condition))
            job = Job(f"alternative {len(self.plans)}", self.instance, options)
            answer = next((solved.answer for solved in series.solve([job])), None)
            if answer is None:
                return Ending.STOPPED
            own = worth(self.instance, answer.plan, self.options)
            if answer.plan is not None and not condition.met(self.instance, answer.plan):
                self.messages.append(_NOT_SO)
                return Ending.UNPROVEN
            # Whoever differs from more plans differs from fewer, too: bounds only fall.
            self.next_high = min(ceiling(answer, own, self.options), self.highs[-1])
            self.next_own, self.next_status = own, answer.status
            self.messages += answer.messages if answer.plan is None else ()
            if own >= self._least:
                assert answer.plan is not None
                self._take(answer.plan, own, answer)
            elif self.next_high < self._least:
                return Ending.NONE if self.next_high == -inf else Ending.BEYOND
            else:
                return Ending.STOPPED if series.interrupted else Ending.UNPROVEN
        return Ending.NUMBER

    @property
    def _least(self) -> float:
        """The least worth within the loss; equal as far as solvers can tell counts as equal."""
        best = max(self.worths)
        return best - (self.loss + TOLERANCE) * abs(best)

    def _take(self, plan: Plan, own: float, answer: Answer) -> None:
        high = max(own, min([ceiling(answer, own, self.options), *self.highs[-1:]]))
        self.plans.append(plan)
        self.worths.append(own)
        self.highs.append(high)
        self.answers.append(answer)

    def told(self, found: Alternatives, ending: Ending) -> Alternatives:
        bound = value(max(self.highs[0], *self.worths), self.options)
        own = value(self.worths[0], self.options)
        return replace(
            found,
            plan=self.plans[0],
            value=own,
            bound=bound,
            gap=relative_gap(bound, own, self.options.objective),
            alternatives=tuple(self._alternative(k) for k in range(1, len(self.plans))),
            ending=ending,
            next_bound=None if ending is Ending.NUMBER else value(self.next_high, self.options),
            next_value=None if ending is Ending.NUMBER else value(self.next_own, self.options),
            next_status=None if ending is Ending.NUMBER else self.next_status,
            messages=(*found.messages, *self.messages),
        )

    def _alternative(self, k: int) -> Alternative:
        plan, own, answer = self.plans[k], self.worths[k], self.answers[k]
        best = max(self.worths)
        low, high = best - own, max(self.highs[0], best) - own
        share = 100 / abs(best) if (value(best, self.options) or 0.0) > 0 else None
        money = value(own, self.options)
        assert money is not None
        return Alternative(
            plan=plan,
            value=money,
            bound=value(self.highs[k], self.options),
            loss_low=low,
            loss_high=number(high),
            percent_low=None if share is None else low * share,
            percent_high=None if share is None else number(high * share),
            status=answer.status,
            apart=tuple(len(different(self.instance, plan, other, self.by)) for other in self.plans[:k]),
            difference=compare(Side(self.instance, self.plans[0]), Side(self.instance, plan)),
            payers=tuple(sorted(different(self.instance, plan, self.plans[0], ("payers",)))),
            seconds=answer.seconds,
            messages=answer.messages,
        )
