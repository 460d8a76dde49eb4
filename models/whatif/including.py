"""That a work runs in every future, in some, or never."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.instance import Instance
from models.model import Model, total
from models.plan import Plan
from models.rule import Row
from models.whatif.condition import Condition


@dataclass(frozen=True)
class Include(Condition):
    """The work runs at some time in every future."""

    activity: str

    def rows(self, model: Model) -> Iterator[Row]:
        for leaf in model.instance.tree.leaves:
            runs = (model.columns.on.get((self.activity, n)) for n in model.instance.tree.path(leaf))
            yield f"include_n{leaf}", total(column for column in runs if column is not None) >= 1

    def met(self, instance: Instance, plan: Plan) -> bool:
        nodes = {work.node for work in plan.works if work.activity == self.activity}
        return all(nodes.intersection(instance.tree.path(leaf)) for leaf in instance.tree.leaves)


@dataclass(frozen=True)
class Exclude(Condition):
    """The work never runs."""

    activity: str

    def rows(self, model: Model) -> Iterator[Row]:
        columns = (column for (name, _), column in model.columns.on.items() if name == self.activity)
        yield "exclude", total(columns) <= 0

    def met(self, instance: Instance, plan: Plan) -> bool:
        return all(work.activity != self.activity for work in plan.works)


@dataclass(frozen=True)
class Sometimes(Condition):
    """The work runs in at least one future: whatever is not ``Exclude``."""

    activity: str

    def rows(self, model: Model) -> Iterator[Row]:
        columns = (column for (name, _), column in model.columns.on.items() if name == self.activity)
        yield "sometimes", total(columns) >= 1

    def met(self, instance: Instance, plan: Plan) -> bool:
        return any(work.activity == self.activity for work in plan.works)
