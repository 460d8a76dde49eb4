"""That a work starts at a node, before a period, or after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.instance import Instance
from models.model import Model, total
from models.plan import Plan
from models.rule import Linear, Row
from models.whatif.condition import Condition, column_of, keys


@dataclass(frozen=True)
class Start(Condition):
    """The work starts at the node."""

    activity: str
    node: int

    def rows(self, model: Model) -> Iterator[Row]:
        yield "start", total([column_of(model, "start", self.activity, self.node)]) >= 1

    def met(self, instance: Instance, plan: Plan) -> bool:
        return (self.activity, self.node) in keys(plan, "start")


@dataclass(frozen=True)
class StartBefore(Condition):
    """In at least one future the work starts before the period (a number, 0 being the first of the horizon)."""

    activity: str
    period: int

    def rows(self, model: Model) -> Iterator[Row]:
        starts = _starts(model, self.activity)
        yield "start_before", total(column for period, column in starts if period < self.period) >= 1

    def met(self, instance: Instance, plan: Plan) -> bool:
        starts = keys(plan, "start")
        return any(name == self.activity and instance.tree[n].period < self.period for name, n in starts)


@dataclass(frozen=True)
class StartAfter(Condition):
    """The work starts after the period in at least one future, and up to it runs in none."""

    activity: str
    period: int

    def rows(self, model: Model) -> Iterator[Row]:
        tree, on = model.instance.tree, model.columns.on.items()
        yield "not_yet", total(c for (name, n), c in on if name == self.activity and tree[n].period <= self.period) <= 0
        starts = _starts(model, self.activity)
        yield "start_after", total(column for period, column in starts if period > self.period) >= 1

    def met(self, instance: Instance, plan: Plan) -> bool:
        runs = [work for work in plan.works if work.activity == self.activity]
        late = all(instance.tree[work.node].period > self.period for work in runs)
        return late and any(work.start for work in runs)


def _starts(model: Model, activity: str) -> Iterator[tuple[int, Linear]]:
    """Columns of the starts of a work, each with its period."""
    for (name, n), column in model.columns.start.items():
        if name == activity:
            yield model.instance.tree[n].period, column
