"""The search: every run pattern, every set of signings, all whole spending and grants, for the best plan there is.

The candidates of an activity are *all* its legal runs over the tree, listed one by one; those of a milestone all sets
of nodes in which it may be signed. The search splits these sets, and the ranges of whole spending, until nothing is
open; it drops a part only where the linear remainder proves that nothing better lies in it. :func:`exhaust` visits
every combination of runs and signings instead: it is the search of the search.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product
from math import floor

from models.instance import Instance, exact
from models.kinds import CATEGORIES
from tests.search.limits import ALL_RULES, add_limits
from tests.search.payments import Cell, Payments
from tests.search.remainder import Remainder
from tests.search.runs import Run, agree, antichains, runs, starts
from tests.search.write import Found, write

SLACK = 1e-9
UNBOUNDED = 10**6
type Entity = tuple[str, str]
"""("run", activity) or ("signed", milestone)."""
type Part = tuple[Entity, tuple[int, ...]] | tuple[Cell, tuple[int, int]]
"""What is left of a set of candidates, or of a range of spending."""


class Search:
    """One search; ``solves`` counts linear programmes."""

    def __init__(self, instance: Instance, without: Collection[str] = (), objective: str = "progress") -> None:
        self.instance, self.without, self.objective = instance, frozenset(without), objective
        self.rules = ALL_RULES - instance.switched_off - self.without
        self.lp = Remainder(instance, self.rules, objective)
        add_limits(self.lp)
        self.payments = Payments(self.lp)
        self.solves = 0
        self.found: Found | None = None
        self._bound = float("-inf")
        signings = list(antichains(instance))
        self.candidates: dict[Entity, list[Run]] = {
            ("run", work.name): runs(instance, work, self.rules) for work in instance.activities
        } | {("signed", stone.name): signings for stone in instance.milestones}
        self.open = {entity: tuple(range(len(found))) for entity, found in self.candidates.items()}
        self.ranges: dict[Cell, tuple[int, int]] = {
            (work.name, node): (0, instance.spending(work)[1]) for work, node in self.lp.cells
        }
        self._pick()
        self._order()

    # --- candidates as columns ----------------------------------------------------------------------------------

    def _pick(self) -> None:
        """One candidate per entity; runs decide on and start, signings decide signed."""
        for entity, found in self.candidates.items():
            picks = [self.lp.column(("pick", *entity, number), 0, 1) for number in range(len(found))]
            self.lp.row([(pick, 1) for pick in picks], low=1, high=1)
            sort, name = entity
            for node in range(len(self.instance.tree)):
                words = {"on": found} if sort == "run" else {"signed": found}
                if sort == "run":
                    words["start"] = [starts(self.instance, self.instance.activity(name), run) for run in found]
                for word, sets in words.items():
                    if (word, name, node) in self.lp:
                        chosen = [(pick, -1) for pick, nodes in zip(picks, sets, strict=True) if node in nodes]
                        self.lp.row([((word, name, node), 1), *chosen], low=0, high=0)

    def _order(self) -> None:
        """A run goes only with runs of the linked activity that agree with it."""
        if "sequence" not in self.rules:
            return
        for link in self.instance.links:
            one, other = ("run", link.name), ("run", link.other)
            for number, first in enumerate(self.candidates[one]):
                friends = [
                    (("pick", *other, index), -1)
                    for index, second in enumerate(self.candidates[other])
                    if agree(self.instance, link, first, second)
                ]
                self.lp.row([(("pick", *one, number), 1), *friends], high=0)

    # --- splitting ----------------------------------------------------------------------------------------------

    def best(self) -> Found | None:
        """The optimum, or None where no plan is legal."""
        if all(self.candidates.values()):
            self._visit()
        return self.found

    def _visit(self) -> None:
        self.solves += 1
        bound = self.lp.solve()
        if bound is None or bound <= self._bound + SLACK:
            return
        values = self.lp.values()
        for part in self._split(values) or self._accept(bound, values):
            before = self._narrow(part)
            self._visit()
            self._narrow(before)

    def _split(self, values: dict[object, float]) -> list[Part]:
        """Parts that leave out the fractional point; empty where runs, signings and spending are whole."""
        blurred = [
            (abs(value - 0.5), (("run" if key[0] == "on" else "signed"), key[1]), key[2])
            for key, value in values.items()
            if isinstance(key, tuple) and key[0] in ("on", "signed") and 1e-6 < value < 1 - 1e-6
        ]
        if blurred:
            _, entity, node = min(blurred)
            return self._with_and_without(entity, node)
        for entity, open_ in self.open.items():
            if entity[0] == "signed" and len(open_) > 1:
                for node in range(len(self.instance.tree)):
                    if (
                        values["signed", entity[1], node] > 0.5
                        and len(parts := self._with_and_without(entity, node)) > 1
                    ):
                        return parts
        for cell, (low, high) in self.ranges.items():
            spend = values["spend", *cell]
            if abs(spend - round(spend)) > 1e-6:
                return [(cell, (floor(spend) + 1, high)), (cell, (low, floor(spend)))]
        return []

    def _with_and_without(self, entity: Entity, node: int) -> list[Part]:
        found = self.candidates[entity]
        with_ = tuple(number for number in self.open[entity] if node in found[number])
        without = tuple(number for number in self.open[entity] if node not in found[number])
        return [(entity, part) for part in (with_, without) if part]

    def _accept(self, bound: float, values: dict[object, float]) -> list[Part]:
        """Take the plan if its whole costs can be paid in whole grants; else split around it."""
        chosen = {
            entity: next(number for number in open_ if values["pick", *entity, number] > 0.5)
            for entity, open_ in self.open.items()
        }
        sets = {entity: self.candidates[entity][number] for entity, number in chosen.items()}
        spending = {cell: round(values["spend", *cell]) for cell in self.ranges if cell[1] in sets["run", cell[0]]}
        paid = self.payments.pay(self._costs(sets, spending))
        if paid is not None:
            self._bound = bound
            score = -bound if self.objective == "cost" else bound
            self.found = Found(score, write(self.instance, self.without, sets, spending, paid, values))
            return []
        for entity, number in chosen.items():
            if len(self.open[entity]) > 1:
                rest = tuple(other for other in self.open[entity] if other != number)
                return [(entity, (number,)), (entity, rest)]
        for cell, spend in spending.items():
            low, high = self.ranges[cell]
            if low < high:
                parts = [(low, spend - 1), (spend, spend), (spend + 1, high)]
                return [(cell, (first, last)) for first, last in parts if first <= last]
        return []

    def _costs(self, sets: dict[Entity, Run], spending: dict[Cell, int]) -> dict[Cell, int]:
        begun = {work.name: starts(self.instance, work, sets["run", work.name]) for work in self.instance.activities}
        return {
            (name, node): spend + self.instance.setup(self.instance.activity(name)) * (node in begun[name])
            for (name, node), spend in spending.items()
        }

    def _narrow(self, part: Part) -> Part:
        """Leave only the part open; return what stood before."""
        what, left = part
        if what in self.open:
            entity: Entity = what  # type: ignore[assignment]
            before, self.open[entity] = self.open[entity], left
            for number in set(before) ^ set(left):
                self.lp.fix(("pick", *entity, number), 0, number in left)
            if entity[0] == "signed":
                self._require()
            return entity, before
        cell: Cell = what  # type: ignore[assignment]
        range_, self.ranges[cell] = self.ranges[cell], left  # type: ignore[assignment]
        self.lp.fix(("spend", *cell), *left)
        return cell, range_

    def _require(self) -> None:
        """Hold progress to what milestones need where every open candidate signs them."""
        for conflict, node in product(self.instance.conflicts, range(len(self.instance.tree))):
            signed = [
                stone
                for stone in self.instance.milestones
                if stone.conflict == conflict.name and self._surely(("signed", stone.name), node)
            ]
            for category in CATEGORIES:
                needed = [getattr(stone, category) for stone in signed]
                least = max((exact(need) for need in needed if need is not None), default=-UNBOUNDED)
                what = ("durable", conflict.name) if category == "political" else ("progress", conflict.name, category)
                self.lp.fix((*what, node), least, 1)

    def _surely(self, entity: Entity, node: int) -> bool:
        return all(node in self.candidates[entity][number] for number in self.open[entity])


def search(instance: Instance, without: Collection[str] = (), objective: str = "progress") -> Found | None:
    """The best plan in whole money without the rules named, or None where no plan is legal."""
    return Search(instance, without, objective).best()


def exhaust(instance: Instance, without: Collection[str] = (), objective: str = "progress") -> Found | None:
    """The same by visiting every combination of runs and signings on its own."""
    whole = Search(instance, without, objective)
    for numbers in combinations_of(whole):
        parts: list[Part] = [(entity, (number,)) for entity, number in zip(whole.candidates, numbers, strict=True)]
        before = [whole._narrow(part) for part in parts]
        whole._visit()
        for part in before:
            whole._narrow(part)
    return whole.found


def combinations_of(whole: Search) -> Iterator[tuple[int, ...]]:
    return product(*(range(len(found)) for found in whole.candidates.values()))
