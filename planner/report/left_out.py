"""What is not in the plan, why, and what including it would cost.

The price of a work is what the best plan is better than the best one in which the work runs at some time in every
future. Whoever must include it has no more plans to choose from, so the price is never below 0; both optima are known
by a plan and a bound, so it is an interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import inf

from models.build import active_rules
from models.plan import Plan
from models.records import Activity
from models.whatif import Condition, Include
from planner.outcome import Outcome
from planner.price.interval import difference, tightened
from planner.report.found import LeftOut
from planner.series import Answer, Interval, Job, proven
from planner.series.worth import ceiling, worth
from planner.show.inputs import left_out
from planner.solve.options import SolveOptions
from planner.solve.result import Status

BEST = "the best plan"
"""The key of the solve that prices are measured from."""


def reasons(outcome: Outcome) -> tuple[LeftOut, ...]:
    """Each work that runs nowhere, with a reason where one is plain from the rows or a rule; no prices."""
    if outcome.plan is None:
        return ()
    rules = active_rules(outcome.instance, outcome.plan.without)
    found = []
    for activity, reason in left_out(outcome):
        barring = [rule for rule in rules if rule.bars_work(outcome.instance, activity)]
        if barring:
            reason = f"ruled out by {barring[0].name}: {barring[0].sentence}"
        elif reason == "excluded":
            reason = "excluded by its own row"
        found.append(LeftOut(activity=activity, reason=reason, impossible=bool(barring) or _shut(outcome, activity)))
    return tuple(found)


def _shut(outcome: Outcome, activity: Activity) -> bool:
    window = outcome.instance.window(activity)
    return not window or outcome.instance.run_min(activity) > len(window)


def jobs(found: Iterable[LeftOut], outcome: Outcome, options: SolveOptions) -> tuple[Job, ...]:
    """A solve for each work that a row does not shut out from the beginning."""
    return tuple(
        Job(
            f"with {each.activity.name}",
            outcome.instance,
            replace(options, start=outcome.plan, conditions=(*options.conditions, Include(each.activity.name))),
        )
        for each in found
        if not each.impossible
    )


def priced(
    found: Iterable[LeftOut], answers: Mapping[str, Answer], outcome: Outcome, options: SolveOptions
) -> tuple[LeftOut, ...]:
    """The same works with their prices, as far as there are answers. ``answers`` are by the keys of the jobs."""
    weigh = _Weigh(outcome, options, answers)
    return tuple(weigh.told(each) for each in found)


class _Weigh:
    def __init__(self, outcome: Outcome, options: SolveOptions, answers: Mapping[str, Answer]) -> None:
        self.outcome, self.options, self.answers = outcome, options, answers
        plans = [outcome.plan, *(each.plan for each in answers.values())]
        low = max(self._worth(plan) for plan in plans)
        high = ceiling(answers[BEST], low, options) if BEST in answers else inf
        self.best = Interval(low, max(low, high))

    def told(self, each: LeftOut) -> LeftOut:
        answer = self.answers.get(f"with {each.activity.name}")
        if each.impossible or answer is None or BEST not in self.answers:
            return each
        if answer.status is Status.INFEASIBLE:
            why = " ".join(answer.clash) or "proven: no plan that keeps every rule and row includes it"
            return replace(each, reason=each.reason or why, impossible=True)
        low = self._including(each.activity.name)
        kept = Interval(low, max(low, ceiling(answer, low, self.options)))
        kept, best = tightened("restricts", kept, self.best)
        price = difference("restricts", kept, best)
        return replace(each, price=price, proven=proven(price, best))

    def _including(self, activity: str) -> float:
        """The worth of the best plan known that includes a work."""
        asked: Condition = Include(activity)
        plans = (each.plan for each in self.answers.values() if each.plan is not None)
        met = (self._worth(plan) for plan in plans if asked.met(self.outcome.instance, plan))
        return max(met, default=-inf)

    def _worth(self, plan: Plan | None) -> float:
        """Its score or minus its cost; minus infinity where there is none or the audit refuses it."""
        own = None if plan is None else replace(plan, without=self.options.without)
        return worth(self.outcome.instance, own, self.options)
