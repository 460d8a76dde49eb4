"""What comes back: the plan that is explained, what each other choice would be worth, and where the choice flips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from models.plan import Plan
from planner.diff import Difference, Standing
from planner.earmarks.payers import Payer
from planner.series.searched import Searched
from planner.solve.result import Status

type Ask = Literal["in", "when", "who", "flip"]
ASKS: tuple[Ask, ...] = ("in", "when", "who", "flip")
"""What may be asked: why it is in or not, why then, why this funder, what would flip it."""
type Name = Literal["without", "with", "earlier", "a period earlier", "later", "not paid by", "opened"]


class Verdict(StrEnum):
    """What another choice comes to."""

    WORSE = "worse"
    """The best plan with that choice is worse: proven."""
    UNPROVEN = "unproven"
    """The searches leave more open than the choice matters: nothing separates the two."""
    IMPOSSIBLE = "impossible"
    """No plan makes that choice: proven."""
    UNKNOWN = "unknown"
    """Neither a plan with that choice nor the proof that there is none was found in time."""


@dataclass(frozen=True, kw_only=True)
class Lifted:
    """The other choice once one rule is off: it then loses between ``low`` and ``high`` (None: no limit known)."""

    rule: str
    verdict: Verdict
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """Another choice than that of the plan. It loses between ``low`` and ``high``, at least 0: points of score, or
    currency under the objective *cost*; None stands for no limit known. ``percent_low`` and ``percent_high`` are the
    same in per cent of the score (cost) of the plan. ``value``, ``bound`` and ``plan`` are of the best plan with that
    choice, ``status`` how its search ended. ``subject`` is the period or tranche it is about. ``binds`` says in words
    what holds the work back there, ``bars`` why it cannot be so, ``lifted`` what single rules have to do with it.
    """

    name: Name
    subject: str = ""
    verdict: Verdict
    low: float | None = None
    high: float | None = None
    percent_low: float | None = None
    percent_high: float | None = None
    status: Status | None = None
    value: float | None = None
    bound: float | None = None
    plan: Plan | None = None
    difference: Difference | None = None
    standing: tuple[Standing, ...] = ()
    binds: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    lifted: tuple[Lifted, ...] = ()
    messages: tuple[str, ...] = ()


class State(StrEnum):
    """Where the work is in the best plan."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"
    """The searches leave more open than it matters."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value that was tried: the best plan with the work less the best one without it is from ``low`` to ``high``."""

    value: float
    state: State
    low: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True)
class Flip:
    """How far one thing may change before the choice flips. Values are factors of what the instance states; of a
    ``window``, periods by which it opens earlier (or 0).

    ``holds`` is the last value tried, from what is stated on, at which the choice is still the same (None: not even
    there is it proven), ``flips`` the first one at which it is proven to be the other (None: none up to ``limit``).
    ``stated`` is the end of the range that the work states for its effects, None where it states none on this side.
    Values tried in between are undecided.
    """

    dial: str
    towards: State
    holds: float | None
    flips: float | None
    limit: float
    stated: float | None = None
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Explanation(Searched):
    """Answers to what was ``asked``; ``state`` says whether the work is in the ``plan`` and whether that is proven.

    ``inside`` is whether the plan runs it, ``spans`` when, ``payers`` the expected money by tranche. ``other`` is the
    plan with the opposite choice (why, or why not), ``times`` are other starts, ``funders`` what comes of it if each
    tranche that pays for it may not, ``grants`` who else could pay each of its grants. ``left`` are questions that an
    interruption left open. Without a plan there are no answers; ``clash`` says what is known of the reason.
    """

    activity: str
    asked: tuple[Ask, ...] = ASKS
    state: State = State.UNDECIDED
    inside: bool = False
    spans: tuple[str, ...] = ()
    cost: float = 0.0
    payers: Mapping[str, float] = field(default_factory=dict)
    other: Alternative | None = None
    times: tuple[Alternative, ...] = ()
    funders: tuple[Alternative, ...] = ()
    grants: tuple[Payer, ...] = ()
    standing: tuple[Standing, ...] = ()
    flips: tuple[Flip, ...] = ()
    left: tuple[Ask, ...] = ()
    cut: bool = False
    """Whether some search stopped before it reached the gap asked for."""
    solves: int = 0

    @property
    def complete(self) -> bool:
        """Whether every question was answered by searches that reached the gap."""
        return self.status is Status.SOLVED and not (self.left or self.cut or self.interrupted)
