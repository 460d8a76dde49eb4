"""A plan with how it came about: what a result, a plan file and a plan made by hand have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from models.instance import Instance
from models.plan import Plan
from planner.audience import Audience, see

if TYPE_CHECKING:
    from models.audit import Audit
    from planner.solve import Result

FORMAT = 1
"""Version of the plan file format, of JSON on standard output too."""
Objective = Literal["progress", "cost"]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What renderers and plan files say. Made by :func:`outcome` or read from a file, reduced by :func:`for_audience`.

    ``status`` is a word of ``planner.solve.Status`` or ``by hand``. ``score`` and ``cost`` (expected, undiscounted) are
    the audited ones; ``bound`` is on the one that is optimised, ``gap`` relative to it; all None where unknown or
    withheld. ``passed`` is whether an audit passed, None where none was made; a plan that failed one is never reduced
    for others. ``hidden``, ``payers_hidden`` and ``scenarios_hidden`` say that something was taken out for the
    ``audience``.
    """

    instance: Instance
    plan: Plan | None
    status: str = "by hand"
    objective: Objective = "progress"
    audit: Audit | None = None
    passed: bool | None = None
    score: float | None = None
    cost: float | None = None
    bound: float | None = None
    gap: float | None = None
    solver: str = ""
    seconds: float | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    clash: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    audience: Audience = "owner"
    hidden: bool = False
    payers_hidden: bool = False
    scenarios_hidden: bool = False


def outcome(result: Result | Outcome) -> Outcome:
    """The outcome of a solve. A plan whose audit did not pass is not in it."""
    if isinstance(result, Outcome):
        return result
    options = result.options
    given = {
        "gap": options.gap,
        "time_limit": options.time_limit,
        "threads": options.solver_threads,
        "seed": options.seed,
        "nodes": options.node_limit,
        "reproducible": "yes" if options.reproducible else "no",
        **{f"solver.{name}": value for name, value in options.solver_options.items()},
    }
    return Outcome(
        instance=result.instance,
        plan=result.plan,
        status=str(result.status),
        objective=options.objective,
        audit=result.audit,
        passed=None if result.audit is None else result.audit.passed,
        score=None if result.audit is None else float(result.audit.score),
        cost=None if result.audit is None else float(result.audit.cost),
        bound=result.bound,
        gap=result.gap,
        solver=result.solver,
        seconds=result.seconds,
        options={name: str(value) for name, value in given.items() if value is not None},
        versions=dict(result.versions),
        clash=result.clash,
        messages=result.messages,
    )


def audited(saved: Outcome) -> Outcome:
    """The outcome with a fresh audit of its plan, and the score and cost the audit finds.

    A plan of which part is withheld cannot be audited and stays as it is.
    """
    from models.audit import audit

    if saved.plan is None or saved.hidden:
        return saved
    found = audit(saved.instance, saved.plan, objective=saved.objective)
    return replace(saved, audit=found, passed=found.passed, score=float(found.score), cost=float(found.cost))


def for_audience(result: Result | Outcome, audience: Audience) -> Outcome:
    """What the audience may see of a result; renderers get nothing else. Raises ``audience.Unsafe``.

    Where anything is hidden, all that rests on all work is withheld: audit and replay, score, cost, bound, gap,
    seconds, clashes and messages. That the audit passed is still true, and said. What was reduced before stays so.
    """
    whole = outcome(result)
    shown = see(whole.instance, whole.plan, audience)
    if not shown.anything:
        return whole if whole.hidden else replace(whole, audience=audience)
    return Outcome(
        instance=shown.instance,
        plan=None if whole.passed is False else shown.plan,
        status="refused" if whole.passed is False else whole.status,
        objective=whole.objective,
        passed=whole.passed,
        solver=whole.solver,
        options=whole.options,
        versions=whole.versions,
        audience=audience,
        hidden=True,
        payers_hidden=shown.payers or whole.payers_hidden,
        scenarios_hidden=shown.scenarios or whole.scenarios_hidden,
    )
