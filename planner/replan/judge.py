"""From answers to the new plan and the price of its stability."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf, isfinite

from models.audit import audit
from models.plan import Grant, Plan
from models.whatif.buyout import BuyOut
from models.whatif.changes import Changes
from planner.diff import Side, compare
from planner.price.interval import difference, tightened
from planner.replan.answer import Free, Replan
from planner.series import Answer, Interval, Job, proven
from planner.series.worth import best, ceiling, value
from planner.solve.result import TOLERANCE, Result, Status, relative_gap
from planner.solve.verdict import penalty


def judged(job: Job, answer: Answer | None, others: Iterable[Plan | None], versions: Mapping[str, str]) -> Result:
    """The result of a job: its best plan, be it another's that meets its conditions, and what is proven of it."""
    options = replace(job.options, start=None)
    answer = answer or Answer(status=Status.INTERRUPTED)
    result = Result(
        status=answer.status,
        instance=job.instance,
        options=options,
        bound=answer.bound,
        seconds=answer.seconds,
        solver=answer.solver,
        clash=answer.clash,
        messages=answer.messages,
        versions=versions,
    )
    if answer.status in (Status.INFEASIBLE, Status.REFUSED):
        return result
    plan, worth = best(job.instance, options, options.conditions, (answer.plan, *others))
    if plan is None:
        unmet = answer.plan is not None
        return replace(result, status=Status.REFUSED if unmet else result.status, bound=None if unmet else result.bound)
    answer = replace(answer, bound=_allowing(job, answer, plan))
    plan = replace(plan, fees=_fees(job, plan))
    most = value(ceiling(answer, worth, options), options)
    gap = relative_gap(most, value(worth, options), options.objective)
    status = answer.status
    if gap is not None and gap <= options.gap + TOLERANCE:
        status = Status.SOLVED
    elif status in (Status.SOLVED, Status.NO_PLAN):
        status = Status.LIMIT
    return replace(
        result,
        status=status,
        plan=plan,
        audit=audit(job.instance, plan, objective=options.objective),
        bound=most,
        gap=gap,
    )


def _fees(job: Job, plan: Plan) -> tuple[Grant, ...]:
    """What is paid for promised work that the plan does not do; the last condition about that counts what was due."""
    asked = [each for each in job.options.conditions if isinstance(each, BuyOut)]
    return asked[-1].paid_out(job.instance, plan) if asked else ()


def _allowing(job: Job, answer: Answer, plan: Plan) -> float | None:
    """The bound on plans from which conditions take no more than from ``plan``; that of an answer is for its own."""
    if answer.bound is None:
        return None
    asked, objective = job.options.conditions, job.options.objective
    more = penalty(asked, job.instance, plan, objective)
    if answer.plan is not None:
        more -= penalty(asked, job.instance, answer.plan, objective)
    return answer.bound + more if objective == "progress" else answer.bound - more


def compared(found: Replan, jobs: Sequence[Job], answers: Mapping[str, Answer], ahead: frozenset[int]) -> Replan:
    """With what the new plan does otherwise, and what the best plan with the same past is better."""
    instance, plan = found.instance, found.plan
    if plan is not None:
        changed = Changes(found.carried.plan, ahead).changed(plan)
        order = [activity.name for activity in instance.activities]
        found = replace(
            found,
            changed=tuple(name for name in order if name in changed),
            difference=compare(Side(instance, found.carried.plan), Side(instance, plan)),
            fees=tuple(each for each in plan.fees if each not in found.carried.plan.fees),
        )
    if len(jobs) < 2:
        return found
    others = (plan, found.carried.plan)
    free = judged(jobs[1], answers.get(jobs[1].key), others, found.result.versions)
    return replace(found, free=_free(found.result, free))


def _free(new: Result, free: Result) -> Free:
    """Both optima, as narrow as their order makes them, and the price between them."""
    if new.plan is None or free.plan is None:
        return Free(status=free.status, plan=free.plan, value=free.value, bound=free.bound)
    keeping, without = tightened("restricts", _known(new), _known(free))
    price = difference("restricts", keeping, without)
    return Free(
        status=free.status,
        plan=free.plan,
        value=value(without.low, free.options),
        bound=value(without.high, free.options),
        price=price,
        proven=proven(price, keeping),
    )


def _known(result: Result) -> Interval:
    """What is known of the worth of the best plan."""
    sign = 1.0 if result.options.objective == "progress" else -1.0
    low = -inf if result.value is None else sign * result.value
    most = inf if result.bound is None else sign * result.bound
    return Interval(low, max(low, most) if isfinite(most) else most)
