"""What comes back: what each condition costs, and who else could have paid."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.plan import Plan
from planner.diff import Difference
from planner.earmarks.conditions import Release
from planner.earmarks.payers import Payer
from planner.series.searched import Searched
from planner.solve.result import Status


class Verdict(StrEnum):
    """What releasing a condition comes to."""

    BUYS = "buys"
    """Without the condition a better plan exists: proven."""
    UNPROVEN = "unproven"
    """The interval reaches down to 0 or lies within the gap."""
    NOTHING = "nothing"
    """Proven: the condition keeps no better plan away. Where it leaves all choices as they are, nothing was solved."""


@dataclass(frozen=True, kw_only=True)
class Gain:
    """What releasing conditions would buy: between ``low`` and ``high``, both at least 0.

    In points of score; under the objective *cost* in currency saved. ``percent_low`` and ``percent_high`` are the same
    in per cent of the score (cost) of the plan with all conditions; None where that is not above 0. None stands for no
    limit known. ``value``, ``bound`` and ``plan`` are of the best plan known without the conditions, ``status`` how its
    search ended (None: there was no need of one). ``difference`` is what that plan does otherwise.
    """

    release: Release
    verdict: Verdict
    low: float | None = 0.0
    high: float | None = 0.0
    percent_low: float | None = 0.0
    percent_high: float | None = 0.0
    status: Status | None = None
    value: float | None = None
    bound: float | None = None
    plan: Plan | None = None
    difference: Difference | None = None
    seconds: float = 0.0
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Earmarks(Searched):
    """The plan with all conditions, what each of them costs, and who else could pay for that plan.

    ``value`` is the audited score or cost of ``plan``, ``bound`` what is proven of any plan. Without a plan there are
    no ``gains`` and no ``payers``. ``left`` are releases that an interruption left unsolved.
    """

    gains: tuple[Gain, ...] = ()
    payers: tuple[Payer, ...] = ()
    left: tuple[Release, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every search reached the gap asked for, and every grant was asked about."""
        good = (None, Status.SOLVED)
        asked = self.plan is None or len(self.payers) == len(self.plan.grants)
        return (
            not self.left and asked and self.status is Status.SOLVED and all(each.status in good for each in self.gains)
        )
