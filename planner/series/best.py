"""What answers with conditions prove: the best plan that meets them, and a bound on any."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import inf, isfinite
from typing import TYPE_CHECKING

from models.audit import audit
from models.instance import Instance
from models.plan import Plan
from planner.series.solved import Answer
from planner.solve.options import SolveOptions
from planner.solve.result import Status
from planner.solve.verdict import penalty, refutes

if TYPE_CHECKING:
    from models.whatif import Condition


def best(
    instance: Instance, options: SolveOptions, conditions: Collection[Condition], plans: Iterable[Plan | None]
) -> tuple[Plan | None, float]:
    """The best of the plans that meet the conditions and pass the audit here, with its worth.

    Where conditions have a price, it decides which is best; the worth is told without.
    """
    found, worth, most = None, -inf, -inf
    for plan in plans:
        if plan is None or not all(each.met(instance, plan) for each in conditions):
            continue
        judged = audit(instance, plan, objective=options.objective)
        own = float(judged.score) if options.objective == "progress" else -float(judged.cost)
        left = own - penalty(conditions, instance, plan, options.objective)
        if judged.passed and left > most:
            found, worth, most = plan, own, left
    return found, worth


def high(answer: Answer, worth: float, options: SolveOptions) -> float:
    """The bound of an answer on any worth; infinite where there is none, or a plan refutes it."""
    if answer.bound is None or answer.status is Status.REFUSED:
        return inf
    if isfinite(worth) and refutes(value(worth, options), answer.bound, options.objective):
        return inf
    return answer.bound if options.objective == "progress" else -answer.bound


def value(worth: float, options: SolveOptions) -> float | None:
    """A worth as score or cost; None where it is not known."""
    return None if not isfinite(worth) else worth if options.objective == "progress" else -worth
