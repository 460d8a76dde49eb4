"""The search: every run pattern, every set of signings, all whole spending and grants, for the best plan there is.

The candidates of an activity are *all* its legal runs over the tree, listed one by one; those of a milestone all sets
of nodes in which it may be signed. The search splits these sets, and the ranges of whole spending and grants, until
nothing is open; it drops a part only where the linear remainder proves that nothing better lies in it.
:func:`exhaust` visits every combination of runs and signings instead: it is the search of the search.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product
from math import floor

from models.instance import Instance, exact
from models.kinds import CATEGORIES
from tests.search.levels import RANKS, Answer, Levels
from tests.search.limits import ALL_RULES, add_limits
from tests.search.remainder import Remainder
from tests.search.runs import Run, agree, antichains, runs, starts
from tests.search.score import add_score
from tests.search.write import Found, write

SLACK = 1e-9
UNBOUNDED = 10**6
type Entity = tuple[str, str]
"""("run", activity) or ("signed", milestone)."""
type Amount = tuple[str | int, ...]
"""("spend", activity, node), ("grant", funder, activity, node), or ("accompanied", conflict, node), which is 0 or 1."""
type Part = tuple[Entity, tuple[int, ...]] | tuple[Amount, tuple[int, int]]
"""What is left of a set of candidates, or of a range of money."""


class Search:
    """One search; ``solves`` counts linear programmes."""

    def __init__(self, instance: Instance, without: Collection[str] = (), objective: str = "progress") -> None:
        self.instance, self.without, self.objective = instance, frozenset(without), objective
        self.rules = ALL_RULES - instance.switched_off - self.without
        self.lp = Remainder(instance, self.rules, objective)
        add_score(self.lp)
        add_limits(self.lp)
        self.solves = 0
        self.found: Found | None = None
        self._bound = float("-inf")
        signings = list(antichains(instance))
        self.candidates: dict[Entity, list[Run]] = {
            ("run", work.name): runs(instance, work, self.rules) for work in instance.activities
        } | {("signed", stone.name): signings for stone in instance.milestones}
        self.open = {entity: tuple(range(len(found))) for entity, found in self.candidates.items()}
        self.ranges: dict[Amount, tuple[int, int]] = {}
        self.smallest: dict[Amount, int] = {}
        for work, node in self.lp.cells:
            most = instance.spending(work)[1]
            self.ranges["spend", work.name, node] = (0, most)
            for funder in instance.funders:
                self.ranges["grant", funder.name, work.name, node] = (0, most + instance.setup(work))
                if "earmark" in self.rules:
                    self.smallest["grant", funder.name, work.name, node] = funder.smallest
        for conflict, node in product(instance.conflicts, range(len(instance.tree))):
            if ("accompanied", conflict.name, node) in self.lp:
                self.ranges["accompanied", conflict.name, node] = (0, 1)
        self._pick()
        self._order()
        self.ranked = {conflict.name: self.lp.ranked(conflict.name) for conflict in instance.conflicts}
        self._signal()

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
        parts = self._split(values)
        if not parts:
            self._accept(bound, values)
        for part in parts:
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
            ranked = any(entity[1] in talks for talks in self.ranked.values())
            if len(open_) > 1 and (entity[0] == "signed" or ranked):
                for node in range(len(self.instance.tree)):
                    there = ranked or values["signed", entity[1], node] > 0.5
                    if there and len(parts := self._with_and_without(entity, node)) > 1:
                        return parts
        return self._split_money(values)

    def _split_money(self, values: dict[object, float]) -> list[Part]:
        """Parts without the first amount that is no whole number, or a payment smaller than its giver makes."""
        for amount, (low, high) in self.ranges.items():
            value = values[amount]
            smallest = self.smallest.get(amount, 0)
            if low < smallest and 1e-6 < value < smallest - 1e-6:
                return [(amount, (smallest, high)), (amount, (0, 0))]
            if abs(value - round(value)) > 1e-6:
                return [(amount, (floor(value) + 1, high)), (amount, (low, floor(value)))]
        return []

    def _with_and_without(self, entity: Entity, node: int) -> list[Part]:
        found = self.candidates[entity]
        with_ = tuple(number for number in self.open[entity] if node in found[number])
        without = tuple(number for number in self.open[entity] if node not in found[number])
        return [(entity, part) for part in (with_, without) if part]

    def _accept(self, bound: float, values: dict[object, float]) -> None:
        """The best so far: all is whole."""
        sets = {
            entity: next(self.candidates[entity][number] for number in open_ if values["pick", *entity, number] > 0.5)
            for entity, open_ in self.open.items()
        }
        self._bound = bound
        score = -bound if self.objective == "cost" else bound
        self.found = Found(score, write(self.instance, self.without, sets, values))

    def _narrow(self, part: Part) -> Part:
        """Leave only the part open; return what stood before."""
        what, left = part
        if what in self.open:
            entity: Entity = what
            before, self.open[entity] = self.open[entity], left
            for number in set(before) ^ set(left):
                self.lp.fix(("pick", *entity, number), 0, number in left)
            if entity[0] == "signed":
                self._require()
            elif any(entity[1] in talks for talks in self.ranked.values()):
                self._signal()
            return entity, before
        amount: Amount = what
        range_, self.ranges[amount] = self.ranges[amount], (left[0], left[1])
        self.lp.fix(amount, *left)
        return amount, range_

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

    def _signal(self) -> None:
        """Let levels of talks rise and fall as the open candidates allow."""
        for conflict, talks in self.ranked.items():
            levels = Levels(self.instance, talks, lambda name, node: self._on(name, node))
            for rank, node in product(RANKS, range(len(self.instance.tree)) if talks else ()):
                self.lp.fix(("rise", conflict, rank, node), 0, levels.rise(rank, node).maybe)
                fall = levels.fall(rank, node)
                self.lp.fix(("fall", conflict, rank, node), fall.surely, fall.maybe)

    def _on(self, name: str, node: int) -> Answer:
        found = {node in self.candidates["run", name][number] for number in self.open["run", name]}
        return Answer(found == {True}, True in found)

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
