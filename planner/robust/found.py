"""What comes back: which work stays whatever is believed of effects, and which belief matters most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.instance import Instance
from models.plan import Plan
from planner.robust.beliefs import Belief
from planner.series import Interval
from planner.solve.options import SolveOptions
from planner.solve.result import Status


class Role(StrEnum):
    """Where an activity stands over the beliefs that were solved."""

    CORE = "core"
    """It runs in the best plan under every one of them."""
    BORDERLINE = "borderline"
    """It runs in the best plan under some; or a plan just as good is otherwise."""
    EXTERIOR = "exterior"
    """It runs in the best plan under none of them."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """The role of an activity; ``share`` of the beliefs in whose best plan found it runs.

    ``proven``: under each belief solved, no plan that is otherwise in this is as good (or the work is committed, or
    excluded). If not, that is so of the plans found, as far as the gaps go. Of beliefs in between nothing is proven.
    """

    activity: str
    role: Role
    share: float
    proven: bool


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is known under one belief. *Worth* is the score, or minus the cost.

    ``best`` holds the worth of the best plan there; ``held`` that of the adopted plan there, its works, starts and
    spending as adopted, while signings and what is carried follow; minus infinity twice where there is none. ``regret``
    holds what the adopted plan is worse there than the best one, at least 0.
    """

    belief: Belief
    status: Status
    held_status: Status
    plan: Plan | None
    best: Interval
    held: Interval
    regret: Interval


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What it would mean to learn what one activity achieves. Ends of the range that are as stated are the base case.

    ``swing``: the worth of the best plan if it is known to be high, less that if it is known to be low. ``moves``: the
    same of the adopted plan, unchanged. ``regret``: the greatest loss of keeping the adopted plan, over both ends.
    """

    activity: str
    low: Case
    high: Case
    swing: Interval
    moves: Interval
    regret: Interval


@dataclass(frozen=True, kw_only=True)
class Robust:
    """Roles in the order of the instance; ``turns`` by what the best plan found gains from low to high, most first.

    ``leading``: it is proven that no other range makes the best plan's score swing more than the first of ``turns``.
    ``corners``: every corner of all ranges was solved; ``proving``: proofs were asked for. ``left`` are labels of
    beliefs that an interruption left out.
    """

    instance: Instance
    options: SolveOptions
    status: Status
    plan: Plan | None = None
    cases: tuple[Case, ...] = ()
    places: tuple[Place, ...] = ()
    turns: tuple[Turn, ...] = ()
    leading: bool = False
    corners: bool = False
    proving: bool = False
    left: tuple[str, ...] = ()
    interrupted: bool = False
    seconds: float = 0.0
    messages: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether every search reached the gap asked for."""
        good = (Status.SOLVED, Status.INFEASIBLE)
        return not self.left and all(each.status in good and each.held_status in good for each in self.cases)

    def of(self, role: Role) -> tuple[Place, ...]:
        return tuple(each for each in self.places if each.role is role)
