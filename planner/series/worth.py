"""From plans and answers to worths: the score, or minus the cost, so that more is better under either objective."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import inf, isfinite
from typing import TYPE_CHECKING

from models.audit import Audit, audit
from models.instance import Instance
from models.plan import Plan
from planner.series.solved import Answer
from planner.solve.options import SolveOptions
from planner.solve.result import Status
from planner.solve.verdict import penalty, refutes

if TYPE_CHECKING:
    from models.whatif import Condition

REFUTED = (
    "A bound that the solver claims to have proven is refuted by an audited plan and was thrown away. Try another "
    "solver (--solver), and please report this."
)


def worth(instance: Instance, plan: Plan | None, options: SolveOptions) -> float:
    """The worth of a plan; minus infinity where there is none or the audit refuses it."""
    if plan is None:
        return -inf
    return audited(audit(instance, plan, objective=options.objective), options)


def audited(found: Audit, options: SolveOptions) -> float:
    """The worth of a plan that was audited; minus infinity where it did not pass."""
    if not found.passed:
        return -inf
    return float(found.score) if options.objective == "progress" else -float(found.cost)


def best(
    instance: Instance, options: SolveOptions, conditions: Collection[Condition], plans: Iterable[Plan | None]
) -> tuple[Plan | None, float]:
    """The best of the plans that meet the conditions and pass the audit here, with its worth.

    Where conditions have a price, it decides which is best; the worth is told without.
    """
    found, known, most = None, -inf, -inf
    for plan in plans:
        if plan is None or not all(each.met(instance, plan) for each in conditions):
            continue
        own = worth(instance, plan, options)
        left = own - penalty(conditions, instance, plan, options.objective)
        if left > most:
            found, known, most = plan, own, left
    return found, known


def ceiling(answer: Answer, known: float, options: SolveOptions) -> float:
    """The bound of an answer on any worth, minus infinity where it proves that there is no plan; infinite where nothing
    is proven, or a plan of the ``known`` worth refutes it."""
    if answer.status is Status.REFUSED or refuted(answer, known, options):
        return inf
    if answer.status is Status.INFEASIBLE:
        return -inf
    if answer.bound is None:
        return inf
    return answer.bound if options.objective == "progress" else -answer.bound


def refuted(answer: Answer, known: float, options: SolveOptions) -> bool:
    """Whether a plan of the ``known`` worth shows that what the answer claims to have proven is wrong."""
    if answer.status is Status.INFEASIBLE:
        return isfinite(known)
    if answer.status is Status.REFUSED:
        return False
    return refutes(value(known, options), answer.bound, options.objective)


def value(amount: float, options: SolveOptions) -> float | None:
    """A worth as score or cost; None where it is not known."""
    return None if not isfinite(amount) else amount if options.objective == "progress" else -amount


def number(amount: float) -> float | None:
    """None where nothing is known."""
    return amount if isfinite(amount) else None
