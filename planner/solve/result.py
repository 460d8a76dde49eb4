"""What a solve gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from models.instance import Instance
from models.plan import Plan
from planner.solve.options import SolveOptions

if TYPE_CHECKING:
    from models.audit import Audit

TOLERANCE = 1e-6
"""Relative difference below which solvers cannot tell two values apart; a gap may exceed the one asked for by it."""


class Status(StrEnum):
    """How a solve ended."""

    SOLVED = "solved"
    """An audited plan within the gap asked for."""
    LIMIT = "limit"
    """An audited plan, but a limit came first; ``gap`` says how far it may be from the best."""
    INTERRUPTED = "interrupted"
    """The user stopped the search; the plan, if there is one, is audited but unproven."""
    INFEASIBLE = "infeasible"
    """It is proven that no plan meets every requirement."""
    NO_PLAN = "no_plan"
    """A limit came before any plan was found."""
    REFUSED = "refused"
    """The audit found that the plan breaks a rule: a bug. The plan is in ``rejected``, never in ``plan``."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search is. ``incumbent`` and ``bound`` are in the sense of the objective; None: none yet."""

    stage: str
    """``build``, ``search``, ``polish``, ``clash`` or ``audit``."""
    seconds: float
    incumbent: float | None = None
    bound: float | None = None
    gap: float | None = None
    nodes: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """What a search had found after ``seconds``; values in the sense of the objective, None: none yet."""

    seconds: float
    incumbent: float | None
    bound: float | None


@dataclass(frozen=True, slots=True)
class Effort:
    """What a solve took: seconds of wall clock by stage, memory in bytes (None where the system does not tell)."""

    start: float = 0.0
    """Until the process that solves is up and has loaded what it needs; all other times begin after that."""
    build: float = 0.0
    search: float = 0.0
    polish: float = 0.0
    audit: float = 0.0
    first_plan: float | None = None
    """Seconds from the beginning of building to the first incumbent."""
    trace: tuple[Point, ...] = ()
    """Every incumbent and bound as the search came to them, to a twentieth of a second, from the same beginning."""
    peak_memory: int | None = None
    """Greatest resident memory of the process that solved, in bytes; None also where it had solved something before."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """A plan with its proof, or the reason why there is none.

    ``bound`` is the solver's, on the score (or cost) of any plan (where conditions have a price: of any plan from which
    they take no more than from this one); ``gap`` is relative and measured from the bound to
    the *audited* score (or cost), never to the solver's own. ``root_bound`` is the last bound proven before the
    first branching. ``clash`` says in words what makes an infeasible instance infeasible, as far as a cheap check
    can tell. ``messages`` are for people.
    """

    status: Status
    instance: Instance
    options: SolveOptions
    plan: Plan | None = None
    audit: Audit | None = None
    bound: float | None = None
    gap: float | None = None
    seconds: float = 0.0
    solver: str = ""
    rows: int = 0
    columns: int = 0
    nonzeros: int = 0
    nodes: int = 0
    root_bound: float | None = None
    rejected: Plan | None = None
    clash: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    effort: Effort = Effort()
    versions: Mapping[str, str] = field(default_factory=dict)
    """Versions of the planner, PuLP, the solver and Python."""

    @property
    def value(self) -> float | None:
        """The audited score, or the audited cost under the objective ``cost``."""
        if self.audit is None:
            return None
        return float(self.audit.score if self.options.objective == "progress" else self.audit.cost)

    @property
    def root_gap(self) -> float | None:
        """Relative gap between the bound at the root and the audited plan."""
        return relative_gap(self.root_bound, self.value, self.options.objective)


def relative_gap(bound: float | None, value: float | None, objective: str) -> float | None:
    """``(bound - value) / max(|value|, 1e-9)``, mirrored where the objective is minimised; never below 0."""
    if bound is None or value is None:
        return None
    distance = bound - value if objective == "progress" else value - bound
    return max(0.0, distance / max(abs(value), 1e-9))
