"""That what a plan does is done again: exactly, or at least."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.instance import Instance
from models.model import Model, total
from models.plan import Plan, Work
from models.rule import Row
from models.whatif.condition import Condition, column_of


@dataclass(frozen=True)
class Hold(Condition):
    """At ``nodes`` exactly the runs and starts of ``plan``; with ``money`` exactly its spending too."""

    plan: Plan
    nodes: frozenset[int]
    money: bool = False

    def rows(self, model: Model) -> Iterator[Row]:
        works = self.plan.work()
        for k, (activity, n) in enumerate(self._open(model)):
            work = works.get((activity, n))
            yield f"hold_on_{k}", total([column_of(model, "on", activity, n)]) == float(work is not None)
            yield f"hold_start_{k}", total([column_of(model, "start", activity, n)]) == float(bool(work and work.start))
            if self.money and work is not None and (column := model.columns.spend.get((activity, n))) is not None:
                yield f"hold_spend_{k}", total([column]) == model.money(work.spend)

    def _open(self, model: Model) -> Iterator[tuple[str, int]]:
        """Every work and node held: those that may run, and those of the plan that may not, so that it shows."""
        known = {*model.columns.on, *((work.activity, work.node) for work in self.plan.works)}
        yield from sorted(key for key in known if key[1] in self.nodes)

    def met(self, instance: Instance, plan: Plan) -> bool:
        return self._held(plan) == self._held(self.plan)

    def _held(self, plan: Plan) -> set[tuple[str, int, bool, int | None]]:
        works = (work for work in plan.works if work.node in self.nodes)
        return {(work.activity, work.node, work.start, work.spend if self.money else None) for work in works}


@dataclass(frozen=True)
class Keep(Condition):
    """What was promised: each of ``works`` runs where it ran, starts where it started, with at least its money."""

    works: tuple[Work, ...]
    money: bool = True

    def rows(self, model: Model) -> Iterator[Row]:
        for k, work in enumerate(self.works):
            yield f"keep_on_{k}", total([column_of(model, "on", work.activity, work.node)]) >= 1
            if work.start:
                yield f"keep_start_{k}", total([column_of(model, "start", work.activity, work.node)]) >= 1
            column = model.columns.spend.get((work.activity, work.node))
            if self.money and work.spend and column is not None:
                yield f"keep_spend_{k}", total([column]) >= model.money(work.spend)

    def met(self, instance: Instance, plan: Plan) -> bool:
        found = plan.work()
        return all(
            (now := found.get((work.activity, work.node))) is not None
            and (now.start or not work.start)
            and (now.spend >= work.spend or not self.money)
            for work in self.works
        )
