"""What has happened cannot be chosen any more: a condition that holds it, whole.

    past_*: at the nodes that lie behind, runs, starts, spending, payments and signings are those of the plan,
            and outputs, transfers and bonuses are what counted of it (within ``SLIP``)

The plan given states what *counts* in the instance at hand (``models.audit.replay``): where a fact has come to light
that lowers what work achieved, the past holds the lower figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulp import LpVariable

from models.instance import Instance
from models.model import Model, constant, total
from models.plan import Plan
from models.rule import Row
from models.whatif.condition import Condition
from models.whatif.holding import Hold

SLIP = 1e-5
"""How far shares may stay below what counted: solvers err by about a millionth, and stocks add such slips up."""


@dataclass(frozen=True)
class Past(Condition):
    """At ``nodes`` everything is as in ``plan``, who paid included."""

    plan: Plan
    nodes: frozenset[int]

    def rows(self, model: Model) -> Iterator[Row]:
        yield from Hold(self.plan, self.nodes, money=True).rows(model)
        yield from self.paying(model)
        signed = {(each.milestone, each.node) for each in self.plan.signings}
        for k, (key, column) in enumerate(_at(self.nodes, model.columns.signed)):
            yield f"past_signed_{k}", total([column]) == float(key in signed)
        for name, columns, counted in self._shares(model):
            for k, (key, column) in enumerate(_at(self.nodes, columns)):
                share = counted.get(key, 0.0)
                yield f"past_{name}_most_{k}", total([column]) <= share
                if share > SLIP:
                    yield f"past_{name}_least_{k}", total([column]) >= share - SLIP

    def paying(self, model: Model) -> Iterator[Row]:
        paid = {(each.funder, each.activity, each.node): each.amount for each in self.plan.grants}
        columns = model.columns.grant
        for k, key in enumerate(sorted(key for key in {*columns, *paid} if key[2] in self.nodes)):
            amount = model.money(paid.get(key, 0))
            if key in columns or amount:
                yield f"past_grant_{k}", total([columns.get(key, constant(0.0))]) == amount

    def _shares(self, model: Model) -> Iterator[tuple[str, Mapping[Any, LpVariable], Mapping[Any, float]]]:
        """Columns of shares, with what counted of them by the same keys; what the plan leaves open is left out."""
        columns, plan = model.columns, self.plan
        output = {(work.activity, work.node): work.output for work in plan.works if work.output is not None}
        yield "output", {key: column for key, column in columns.output.items() if key in output}, output
        if plan.transfers is not None:
            carried: dict[tuple[str, int], float] = {}
            for each in plan.transfers:
                carried[each.conflict, each.node] = carried.get((each.conflict, each.node), 0.0) + each.amount
            yield "carried", columns.carried, carried
            by_way = {(each.link, each.conflict, each.node): each.amount for each in plan.transfers}
            yield "transfer", columns.transfer, by_way
        if plan.bonuses is not None:
            yield "bonus", columns.bonus, {(each.link, each.node): each.level for each in plan.bonuses}

    def met(self, instance: Instance, plan: Plan) -> bool:
        return self._decided(plan) == self._decided(self.plan) and self._near(plan)

    def _decided(self, plan: Plan) -> set[tuple[object, ...]]:
        works = {(each.activity, each.node, each.spend, each.setup, each.start) for each in plan.works}
        grants = {(each.funder, each.activity, each.node, each.amount) for each in plan.grants}
        signings = {(each.milestone, each.node) for each in plan.signings}
        return (
            {("work", *each) for each in works if each[1] in self.nodes}
            | {("grant", *each) for each in grants if each[2] in self.nodes}
            | {("signing", *each) for each in signings if each[1] in self.nodes}
        )

    def _near(self, plan: Plan) -> bool:
        """Whether outputs are as they counted, where both plans state them."""
        now = plan.work()
        return all(
            work.output is None
            or (there := now[work.activity, work.node].output) is None
            or abs(there - work.output) <= 2 * SLIP
            for work in self.plan.works
            if work.node in self.nodes
        )


def _at(nodes: frozenset[int], columns: Mapping[Any, LpVariable]) -> list[tuple[Any, LpVariable]]:
    """The columns at the nodes; the node stands last in every key."""
    return [(key, column) for key, column in columns.items() if key[-1] in nodes]
