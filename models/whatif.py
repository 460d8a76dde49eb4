"""What may be asked of a plan beyond its instance: that it includes a work, or keeps a promise.

A condition is frozen and says the same to everybody: ``rows`` to the formulation (of the search, and of each
rebuilding that makes money whole), ``paying`` to the ledger of who pays, ``met`` to whoever checks a finished plan. The
audit knows nothing of conditions; whoever asks for one verifies it with ``met``. Only rows are added, never bounds of
columns: rebuilding holds and frees columns as it likes. The bound of a search with conditions is one on plans that meet
them. ``models.differing`` holds the condition that plans differ from others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from models.instance import Instance
from models.model import Model, constant, total
from models.plan import Plan, Work
from models.rule import Linear, Row

if TYPE_CHECKING:
    from models.payers import Ledger

type Over = Literal["on", "start"]
"""What is counted where plans differ: periods in which a work runs, or starts."""


@dataclass(frozen=True)
class Condition:
    """What is asked of a plan. Rows are named within the condition; ``models.build`` tells conditions apart."""

    def rows(self, model: Model) -> Iterator[Row]:
        """Rows over columns of any sort."""
        raise NotImplementedError

    def paying(self, ledger: Ledger) -> Iterator[Row]:
        """Rows over grants alone, for the ledger, which decides anew who pays; none where ``rows`` name no grants."""
        return iter(())

    def met(self, instance: Instance, plan: Plan) -> bool:
        """Whether a finished plan is as asked."""
        raise NotImplementedError


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
class Start(Condition):
    """The work starts at the node."""

    activity: str
    node: int

    def rows(self, model: Model) -> Iterator[Row]:
        yield "start", total([_column(model, "start", self.activity, self.node)]) >= 1

    def met(self, instance: Instance, plan: Plan) -> bool:
        return (self.activity, self.node) in _keys(plan, "start")


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
            yield f"hold_on_{k}", total([_column(model, "on", activity, n)]) == float(work is not None)
            yield f"hold_start_{k}", total([_column(model, "start", activity, n)]) == float(bool(work and work.start))
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
            yield f"keep_on_{k}", total([_column(model, "on", work.activity, work.node)]) >= 1
            if work.start:
                yield f"keep_start_{k}", total([_column(model, "start", work.activity, work.node)]) >= 1
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


@dataclass(frozen=True)
class MaxChanges(Condition):
    """At most ``number`` runs (or starts, or both) are otherwise than in ``plan``; at ``nodes`` only, where given."""

    plan: Plan
    number: int
    over: tuple[Over, ...] = ("start",)
    nodes: frozenset[int] | None = None

    def rows(self, model: Model) -> Iterator[Row]:
        parts = [distance(model, self.plan, over, self.nodes) for over in self.over]
        yield "changes", total(parts) <= self.number

    def met(self, instance: Instance, plan: Plan) -> bool:
        return sum(len(_differing(plan, self.plan, over, self.nodes)) for over in self.over) <= self.number


def distance(model: Model, plan: Plan, over: Over, nodes: Collection[int] | None = None) -> Linear:
    """How many runs (or starts) are otherwise than in ``plan``; those that the model rules out count too."""
    columns = model.columns.on if over == "on" else model.columns.start
    had = {key for key in _keys(plan, over) if nodes is None or key[1] in nodes}
    terms: list[Linear] = [constant(float(len(had)))]
    for key, column in columns.items():
        if nodes is None or key[1] in nodes:
            terms.append(-1 * column if key in had else 1 * column)
    return total(terms)


def _column(model: Model, over: Over, activity: str, node: int) -> Linear:
    """The column; 0 where the model has none."""
    columns = model.columns.on if over == "on" else model.columns.start
    return columns.get((activity, node), constant(0.0))


def _keys(plan: Plan, over: Over) -> set[tuple[str, int]]:
    return {(work.activity, work.node) for work in plan.works if over == "on" or work.start}


def _differing(plan: Plan, other: Plan, over: Over, nodes: Collection[int] | None = None) -> set[tuple[str, int]]:
    found = _keys(plan, over) ^ _keys(other, over)
    return found if nodes is None else {key for key in found if key[1] in nodes}
