"""A condition: what is asked of a plan beyond its instance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from models.instance import Instance
from models.model import ZERO, Model, Objective, constant
from models.plan import Plan
from models.rule import Linear, Row

if TYPE_CHECKING:
    from models.payers import Ledger

type Over = Literal["on", "start"]
"""Periods in which a work runs, or starts."""


@dataclass(frozen=True)
class Condition:
    """What is asked of a plan. Rows are named within the condition; ``models.build`` tells conditions apart."""

    def declare(self, model: Model) -> None:
        """Make columns of its own, where it needs any."""

    def penalty(self, model: Model) -> Linear:
        """What it takes from what is optimised: points of score, or currency units where cost is minimised."""
        return ZERO

    def priced(self, instance: Instance, plan: Plan, objective: Objective) -> float:
        """The penalty of a finished plan. No audit counts it: scores and costs are told without."""
        return 0.0

    def rows(self, model: Model) -> Iterator[Row]:
        """Rows over columns of any sort."""
        raise NotImplementedError

    def paying(self, ledger: Ledger) -> Iterator[Row]:
        """Rows over grants alone, for the ledger, which decides anew who pays; none where ``rows`` name no grants."""
        return iter(())

    def met(self, instance: Instance, plan: Plan) -> bool:
        """Whether a finished plan is as asked."""
        raise NotImplementedError


def column_of(model: Model, over: Over, activity: str, node: int) -> Linear:
    """The column; 0 where the model has none."""
    columns = model.columns.on if over == "on" else model.columns.start
    return columns.get((activity, node), constant(0.0))


def keys(plan: Plan, over: Over) -> set[tuple[str, int]]:
    return {(work.activity, work.node) for work in plan.works if over == "on" or work.start}
