"""What comes back: plans within a loss, each truly otherwise than all before it, and whether there are more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.plan import Plan
from models.whatif.differing import Respect
from planner.diff import Difference
from planner.robust.found import Robust
from planner.series.searched import Searched
from planner.solve.result import Status


class Ending(StrEnum):
    """Why no further plan was sought."""

    NUMBER = "number"
    """As many as were asked for were found; there may be more."""
    BEYOND = "beyond"
    """Proven: every plan that differs so much from all found loses more."""
    NONE = "none"
    """Proven: no plan at all differs so much from all found."""
    UNPROVEN = "unproven"
    """The next search left open whether there is one."""
    STOPPED = "stopped"
    """An interruption."""


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """A plan that differs enough from the best one and from every alternative before it.

    ``loss_low`` to ``loss_high`` holds what this plan is worse than the best there is: in points of score, under the
    objective *cost* in currency; ``percent_low`` and ``percent_high`` are the same in per cent of the score (cost) of
    the best plan found, None where that is not above 0. ``bound`` is proven of every plan that differs so much from
    those before it. ``apart`` counts the activities that are otherwise than in the best plan, then than in each
    alternative before. ``difference`` is what it does otherwise than the best plan; ``payers`` lists the activities
    whose payers count as others than there.
    """

    plan: Plan
    value: float
    bound: float | None
    loss_low: float
    loss_high: float | None
    percent_low: float | None
    percent_high: float | None
    status: Status
    apart: tuple[int, ...]
    difference: Difference
    payers: tuple[str, ...] = ()
    seconds: float = 0.0
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Alternatives(Searched):
    """The best plan and its alternatives, in the order found. ``ending`` is None where there is no best plan.

    ``next_bound`` is what is proven of any further plan, as score or cost (None: nothing), ``next_value`` the best such
    plan found, where it was not within the loss, and ``next_status`` how the search for one ended. ``robust`` tells of
    beliefs, where they were asked about.
    """

    loss: float
    differ: int
    by: tuple[Respect, ...]
    number: int
    alternatives: tuple[Alternative, ...] = ()
    ending: Ending | None = None
    next_bound: float | None = None
    next_value: float | None = None
    next_status: Status | None = None
    robust: Robust | None = None

    @property
    def complete(self) -> bool:
        """Whether every search reached the gap asked for, and it is known whether there are more alternatives."""
        proven = self.ending not in (Ending.UNPROVEN, Ending.STOPPED)
        statuses = (self.status, *(each.status for each in self.alternatives))
        reached = all(each is Status.SOLVED for each in statuses)
        return proven and reached and not self.interrupted and (self.robust is None or self.robust.complete)
