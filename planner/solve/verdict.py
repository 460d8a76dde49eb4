"""From the child's answer to a result: the audit, the gap to the audited score, and the status that follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Literal

from models.instance import Instance
from models.plan import Plan
from planner.solve.messages import Answer, Size
from planner.solve.options import SolveOptions
from planner.solve.result import TOLERANCE, Effort, Result, Status, relative_gap
from planner.solvers.ending import Ending

if TYPE_CHECKING:
    from models.whatif import Condition

_LOST = (
    "The search reached the gap, but its best solution could not be put into whole currency units in the time left "
    "without losing more than the gap allows."
)

_REFUTED = (
    "The audited plan is better than the bound the solver claims to have proven. That bound is false and was thrown "
    "away; the plan is sound. Try another solver (--solver), and please report this."
)
_DOUBT = 1e-4
"""Share of the value by which a plan must beat a bound to refute it; below, the tolerances of solvers explain it."""


def refutes(value: float | None, bound: float | None, objective: str) -> bool:
    """Whether an audited ``value`` proves that ``bound`` is none."""
    if value is None or bound is None:
        return False
    excess = value - bound if objective == "progress" else bound - value
    return excess > _DOUBT * max(abs(value), 0.1)


def penalty(
    conditions: Iterable[Condition], instance: Instance, plan: Plan, objective: Literal["progress", "cost"]
) -> float:
    """What all conditions take from a finished plan."""
    return sum(condition.priced(instance, plan, objective) for condition in conditions)


def allowing(bound: float | None, taken: float, objective: str) -> float | None:
    """From a bound on what is optimised to one on the score (or cost) of all plans from which conditions take no more
    than ``taken``."""
    if bound is None:
        return None
    return bound + taken if objective == "progress" else bound - taken


def verdict(
    instance: Instance,
    options: SolveOptions,
    answer: Answer,
    size: Size,
    *,
    interrupted: bool,
    begin: float,
    ready: float | None,
    versions: Mapping[str, str],
) -> Result:
    """Audit the plan, if there is one, and say how the solve ended. ``begin`` is when it began (``monotonic``),
    ``ready`` when the solving process was up (None: never)."""
    result = Result(
        status=_without_plan(answer, interrupted),
        instance=instance,
        options=options,
        bound=answer.bound,
        solver=answer.solver,
        rows=size.rows,
        columns=size.columns,
        nonzeros=size.nonzeros,
        nodes=answer.nodes,
        root_bound=answer.root_bound,
        clash=answer.clash,
        messages=answer.messages,
        effort=Effort(
            start=0.0 if ready is None else ready - begin,
            build=answer.build,
            search=answer.search,
            polish=answer.polish,
            first_plan=answer.first_plan,
            trace=answer.trace,
            peak_memory=answer.peak_memory,
        ),
        versions=versions,
    )
    if answer.plan is not None:
        result = _audited(result, answer, interrupted)
    return replace(result, seconds=monotonic() - begin)


def _without_plan(answer: Answer, interrupted: bool) -> Status:
    if answer.ending is Ending.INFEASIBLE:
        return Status.INFEASIBLE
    return Status.INTERRUPTED if interrupted else Status.NO_PLAN


def _audited(result: Result, answer: Answer, interrupted: bool) -> Result:
    from models.audit import audit

    assert answer.plan is not None
    options, plan, before = result.options, answer.plan, monotonic()
    found = audit(result.instance, plan, objective=options.objective)
    result = replace(result, audit=found, effort=replace(result.effort, audit=monotonic() - before))
    if not found.passed:
        return replace(result, status=Status.REFUSED, rejected=plan)
    taken = penalty(options.conditions, result.instance, plan, options.objective)
    bound = allowing(answer.bound, taken, options.objective)
    root = allowing(answer.root_bound, taken, options.objective)
    result = replace(result, plan=plan, bound=bound, root_bound=root)
    if refutes(result.value, bound, options.objective):
        return replace(result, status=Status.LIMIT, bound=None, root_bound=None, messages=(*result.messages, _REFUTED))
    gap = relative_gap(bound, result.value, options.objective)
    within = gap is not None and gap <= options.gap + TOLERANCE
    status = Status.SOLVED if within else Status.INTERRUPTED if interrupted else Status.LIMIT
    messages = result.messages
    if status is Status.LIMIT and answer.ending is Ending.OPTIMAL:
        messages += (_LOST,)
    return replace(result, status=status, gap=gap, messages=messages)
