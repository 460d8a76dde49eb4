"""What answers of many solves have in common: the plan that they are measured from, and how it was searched for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models.instance import Instance
from models.plan import Plan
from planner.identity import identity
from planner.solve.options import SolveOptions
from planner.solve.result import Status


@dataclass(frozen=True, kw_only=True)
class Searched:
    """``value`` is the audited score or cost of ``plan``, ``bound`` what is proven of any plan, as narrow as all solves
    together make it; ``gap`` lies between them. Without a plan ``clash`` says what is known of the reason.
    """

    instance: Instance
    options: SolveOptions
    status: Status
    plan: Plan | None = None
    value: float | None = None
    bound: float | None = None
    gap: float | None = None
    interrupted: bool = False
    solver: str = ""
    seconds: float = 0.0
    clash: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """For JSON; null where nothing is known."""
        options = self.options
        return {
            "instance": identity(self.instance),
            "objective": options.objective,
            "unit": "points" if options.objective == "progress" else self.instance.horizon.currency,
            "status": str(self.status),
            "value": self.value,
            "bound": self.bound,
            "gap": self.gap,
            "gap_asked_for": options.gap,
            "time_limit": options.time_limit,
            "seed": options.seed,
            "solver": self.solver,
            "seconds": round(self.seconds, 3),
            "versions": dict(self.versions),
            "interrupted": self.interrupted,
            "clash": list(self.clash),
            "messages": list(self.messages),
        }
