"""``ladder``: plans over rising budgets in which every step keeps the one before.

The promise: whatever the step below does, the step above does too. Each of its works runs in every period in which it
ran, starts where it started, and spends there at least as much. So whoever begins with little money never has to undo
anything when more comes. Who pays, and when what is signed, is not promised. It is kept greedily from below: each
step is the best that keeps the very plan below it. The price of the promise at a step is what the best plan of that
budget is better than the best one that keeps it.

More money takes nothing away, so the plan below is itself a plan of the step above: every step exists once one does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from math import floor, inf, isfinite
from pathlib import Path
from time import monotonic
from typing import Any

from models.instance import Instance
from models.plan import Plan
from models.records import Funder
from models.whatif import Keep
from planner.errors import InputError
from planner.ladder.steps import Ladder, Step
from planner.price.interval import difference, tightened
from planner.series import Answer, Interval, Job, Listener, Series, proven, question, versions
from planner.series.worth import ceiling, number, value, worth
from planner.solve.options import SolveOptions


def scaled(instance: Instance, share: Fraction) -> Instance:
    """The instance with that share of the money of every tranche, in whole units, rounded down."""
    return Instance(
        record.model_copy(update={"amount": floor(record.amount * share)}) if isinstance(record, Funder) else record
        for record in instance.records
    )


def ladder(
    instance: Instance,
    options: SolveOptions | None = None,
    *,
    budgets: Iterable[Fraction],
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    **changes: Any,
) -> Ladder:
    """A plan for each share of all money in ``budgets`` (above 0, in any order), each keeping the one below.

    ``options`` and ``changes`` are those of ``planner.solve``, for each solve alike. The best plans of each budget are
    solved side by side (``jobs``, default: the cores there are), then the steps one after the other. ``resume`` is a
    file that keeps every solve that is done. The first Ctrl-C ends with what is there.

    Raises ``InputError`` where an option or the file cannot be used and ``SolverFailed`` where a solve breaks down.
    """
    begin = monotonic()
    options = replace(options or SolveOptions(), **changes)
    shares = sorted(set(budgets))
    if not shares or shares[0] <= 0:
        raise InputError("option budgets: expected shares of the money above 0, such as 40% and 100%")
    steps: list[Step] = []
    with Series(question("ladder", instance, options), jobs=jobs, resume=resume, on_progress=on_progress) as series:
        instances = {share: scaled(instance, share) for share in shares}
        keys = {f"best plan of {float(share * 100):.9g} %": share for share in shares}
        asked = [Job(key, instances[share], options) for key, share in keys.items()]
        free = {keys[solved.key]: solved.answer for solved in series.solve(asked)}
        below: Plan | None = None
        for share in shares:
            if share not in free:
                break
            answer: Answer | None = free[share]
            if below is not None:
                held = replace(options, start=below, conditions=(*options.conditions, Keep(below.works)))
                job = Job(f"{float(share * 100):.9g} %, keeping what is below", instances[share], held)
                answer = next((solved.answer for solved in series.solve([job])), None)
            if answer is None:
                break
            step = _step(instances[share], options, share, free[share], answer, below)
            below = step.plan or below
            steps.append(step)
        return Ladder(
            instance=instance,
            options=options,
            steps=tuple(steps),
            left=tuple(shares[len(steps) :]),
            interrupted=series.interrupted,
            seconds=monotonic() - begin,
            versions=versions(options),
        )


def _step(
    instance: Instance, options: SolveOptions, share: Fraction, free: Answer, kept: Answer, below: Plan | None
) -> Step:
    """Both optima of a budget, as narrow as their order makes them, and the price between them."""
    promise = Keep(()) if below is None else Keep(below.works)
    plan, low = _best(instance, options, promise, (kept.plan, below, free.plan))
    _, most = _best(instance, options, Keep(()), (free.plan, plan))
    keeping, without = tightened(
        "restricts",
        Interval(low, max(low, ceiling(kept, low, options))),
        Interval(most, max(most, ceiling(free, most, options))),
    )
    price = difference("restricts", keeping, without) if isfinite(low) else Interval()
    return Step(
        share=share,
        instance=instance,
        status=kept.status,
        plan=plan,
        value=value(keeping.low, options),
        bound=value(keeping.high, options),
        free_status=free.status,
        free_value=value(without.low, options),
        free_bound=value(without.high, options),
        price_low=0.0 if below is None and plan else number(price.low),
        price_high=0.0 if below is None and plan else number(price.high),
        proven=below is not None and isfinite(low) and proven(price, keeping),
    )


def _best(
    instance: Instance, options: SolveOptions, promise: Keep, plans: Iterable[Plan | None]
) -> tuple[Plan | None, float]:
    """The best of the plans that keep the promise and pass the audit of this budget, with its worth."""
    best, most = None, -inf
    for plan in plans:
        if plan is None or not promise.met(instance, plan):
            continue
        if (own := worth(instance, plan, options)) > most:
            best, most = plan, own
    return best, most
