"""How many works run otherwise than planned: a condition that limits them, or puts a price on each.

    changed:  |on[a,n] - planned[a,n]| <= changed[a]                  n of the nodes looked at
    most:     Σ changed <= most
    penalty:  price * Σ changed

A work that is moved, dropped, added, prolonged or shortened is one change, in however many futures it is so: that is
how people count. What it spends, who pays, and when what is signed, may change freely. ``changed`` needs no whole
numbers: where runs are whole, it is pressed to 1 or free to be 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.instance import Instance
from models.model import Model, Objective, constant, total
from models.plan import Plan
from models.rule import Linear, Row
from models.whatif.condition import Condition


@dataclass(frozen=True)
class Changes(Condition):
    """At most ``most`` works (None: any number) run otherwise at ``nodes`` than in ``plan``, each at a ``price``.

    The price is in points of score, under *cost* in currency units. A model can have one such condition.
    """

    plan: Plan
    nodes: frozenset[int]
    most: int | None = None
    price: float = 0.0

    def declare(self, model: Model) -> None:
        if model.columns.changed:
            raise ValueError("changes can be counted from one plan only")
        there = {name for name, n in {*model.columns.on, *self._runs(self.plan)} if n in self.nodes}
        for k, activity in enumerate(model.instance.activities):
            if activity.name in there:
                model.columns.changed[activity.name] = model.problem.add_variable(f"changed_a{k}", 0, 1)

    def rows(self, model: Model) -> Iterator[Row]:
        planned = self._runs(self.plan)
        cells = {key for key in {*model.columns.on, *planned} if key[1] in self.nodes}
        for k, (name, n) in enumerate(sorted(key for key in cells if key[0] in model.columns.changed)):
            on = model.columns.on.get((name, n), constant(0.0))
            differs = 1 - on if (name, n) in planned else 1 * on
            yield f"changed_{k}", differs <= model.columns.changed[name]
        if self.most is not None:
            yield "most", total(model.columns.changed.values()) <= self.most

    def penalty(self, model: Model) -> Linear:
        return self.price * total(model.columns.changed.values())

    def priced(self, instance: Instance, plan: Plan, objective: Objective) -> float:
        return self.price * len(self.changed(plan))

    def met(self, instance: Instance, plan: Plan) -> bool:
        return self.most is None or len(self.changed(plan)) <= self.most

    def changed(self, plan: Plan) -> frozenset[str]:
        """The works that run otherwise."""
        return frozenset(name for name, n in self._runs(plan) ^ self._runs(self.plan) if n in self.nodes)

    def _runs(self, plan: Plan) -> set[tuple[str, int]]:
        return {(work.activity, work.node) for work in plan.works}
