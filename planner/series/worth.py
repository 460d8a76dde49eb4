"""From plans and answers to worths: the score, or minus the cost, so that more is better under either objective."""

from __future__ import annotations

from math import inf, isfinite

from models.audit import audit
from models.instance import Instance
from models.plan import Plan
from planner.series.solved import Answer
from planner.solve.options import SolveOptions
from planner.solve.result import Status
from planner.solve.verdict import refutes


def worth(instance: Instance, plan: Plan | None, options: SolveOptions) -> float:
    """The worth of a plan; minus infinity where there is none or the audit refuses it."""
    if plan is None:
        return -inf
    found = audit(instance, plan, objective=options.objective)
    if not found.passed:
        return -inf
    return float(found.score) if options.objective == "progress" else -float(found.cost)


def ceiling(answer: Answer, known: float, options: SolveOptions) -> float:
    """The bound of an answer on any worth, minus infinity where it proves that there is no plan; infinite where nothing
    is proven, or a plan of the ``known`` worth refutes it."""
    if answer.status is Status.INFEASIBLE:
        return inf if isfinite(known) else -inf
    if answer.bound is None or answer.status is Status.REFUSED:
        return inf
    if isfinite(known) and refutes(value(known, options), answer.bound, options.objective):
        return inf
    return answer.bound if options.objective == "progress" else -answer.bound


def value(amount: float, options: SolveOptions) -> float | None:
    """A worth as score or cost; None where it is not known."""
    return None if not isfinite(amount) else amount if options.objective == "progress" else -amount


def number(amount: float) -> float | None:
    """None where nothing is known."""
    return amount if isfinite(amount) else None
