"""What is asked of the new plan besides keeping the past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from models.plan import Plan, Work
from models.whatif import Condition, Keep
from models.whatif.buyout import BuyOut
from models.whatif.changes import Changes
from planner.errors import InputError
from planner.replan.answer import Commitments


@dataclass(frozen=True)
class Wishes:
    """Promises that are kept, bought out or free, and how much may run otherwise.

    ``buy_out`` is a share (0 to 1), ``most_changes`` a number of works, ``change_cost`` points of score (under *cost*:
    currency units) a work. Raises ``InputError`` where one is out of its range, or some contradict each other.
    """

    commitments: Commitments
    buy_out: float | None
    most_changes: int | None
    change_cost: float

    def __post_init__(self) -> None:
        if self.commitments not in ("keep", "buy-out", "free"):
            raise InputError(f'option commitments: expected keep, buy-out or free, found "{self.commitments}"')
        if (self.commitments == "buy-out") is not (self.buy_out is not None):
            raise InputError(
                "a price of buying out and --commitments buy-out belong together",
                "Write --commitments buy-out --buy-out 25%: a quarter of what was promised is due where work is "
                "stopped.",
            )
        if self.buy_out is not None and not 0 <= self.buy_out <= 1:
            raise InputError(f"option buy_out: expected a share from 0 to 1, found {self.buy_out}")
        if self.most_changes is not None and self.most_changes < 0:
            raise InputError(f"option changes: expected a number of works, 0 or more, found {self.most_changes}")
        if not 0 <= self.change_cost < inf:
            raise InputError(f"option change_cost: expected points of score, 0 or more, found {self.change_cost}")

    def conditions(self, kept: tuple[Work, ...], carried: Plan, ahead: frozenset[int]) -> Iterator[Condition]:
        """What the search must heed: ``kept`` is promised work of the plan as ``carried`` on, ``ahead`` the nodes that
        can still be planned."""
        if kept and self.buy_out is None:
            yield Keep(kept)
        elif kept:
            yield BuyOut(kept, carried.grants, Fraction(str(self.buy_out)), carried.fees)
        if self.most_changes is not None or self.change_cost:
            yield Changes(carried, ahead, self.most_changes, self.change_cost)
