"""What comes back: the plan with all rules, and a price for each rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.plan import Plan
from models.rule import Effect
from planner.diff import Difference, Standing
from planner.series.searched import Searched
from planner.solve.result import Status


class Verdict(StrEnum):
    """What a price comes to."""

    COSTS = "costs"
    """Without the rule the best plan is better: proven."""
    BRINGS = "brings"
    """Without the rule the best plan is worse: proven."""
    NEEDED = "needed"
    """Without the rule no plan meets every requirement: proven."""
    UNPROVEN = "unproven"
    """The interval contains 0 or lies within the gap: the searches left more open than the rule matters."""
    ASLEEP = "asleep"
    """The rule has nothing to say in this instance; its price is exactly 0."""


@dataclass(frozen=True, kw_only=True)
class Price:
    """What a rule costs (above 0) or brings (below 0), the true price being between ``low`` and ``high``.

    Prices are in points of score: score without the rule - score with it; under the objective *cost* in currency: cost
    with it - cost without it. ``percent_low`` and ``percent_high`` are the same in per cent of the score (cost) of the
    plan with all rules; None where that is not above 0. None stands for no limit known. ``value``, ``bound`` and
    ``plan`` are what the search without the rule found, ``status`` how it ended (None: the rule sleeps).
    ``difference`` is what the plan without the rule does otherwise, ``standing`` where that plan ends.
    """

    rule: str
    effect: Effect
    sentence: str
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
    seconds: float = 0.0
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Prices(Searched):
    """Prices in the order of the book, and the plan with all rules that they are measured from.

    ``value`` is the audited score or cost of ``plan``, ``bound`` what is proven of any plan, as narrow as all solves
    together make it. Without a plan there are no prices; ``clash`` says what is known of the reason. ``left`` names the
    rules that an interruption left without a price.
    """

    standing: tuple[Standing, ...] = ()
    prices: tuple[Price, ...] = ()
    left: tuple[str, ...] = ()
    off: tuple[str, ...] = ()

    def __getitem__(self, rule: str) -> Price:
        """The price of a rule, by its word. Raises ``KeyError`` where it has none."""
        for price in self.prices:
            if price.rule == rule:
                return price
        raise KeyError(rule)

    @property
    def complete(self) -> bool:
        """Whether every search reached the gap asked for."""
        good = (None, Status.SOLVED, Status.INFEASIBLE)
        return not self.left and self.status is Status.SOLVED and all(price.status in good for price in self.prices)
