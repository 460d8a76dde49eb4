"""Whole grants that pay whole costs, found by trying; the only exact judge of smallest payments and carry-over."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.instance import exact
from models.records import Activity, Funder
from tests.search.limits import first_payment, last_regular, may_pay
from tests.search.remainder import Remainder

type Cell = tuple[str, int]
type Payment = tuple[int, ...]
"""Amount from each funder, in instance order."""


class Payments:
    """Ways to pay given costs within ``budget`` and ``earmark`` as far as they are in force."""

    def __init__(self, lp: Remainder) -> None:
        self.lp, self.funders = lp, lp.instance.funders
        self.works = {work.name: work for work in lp.instance.activities}
        self.givers = sorted({funder.giver for funder in self.funders})

    def pay(self, costs: dict[Cell, int]) -> dict[Cell, Payment] | None:
        """A payment of each cell, or None where there is none."""
        cells = sorted((cell for cell, cost in costs.items() if cost), key=lambda cell: cell[1])
        dead: set[tuple[object, ...]] = set()
        paid: dict[Cell, Payment] = {}

        def descend(position: int) -> bool:
            if position == len(cells):
                return True
            state = (position, *self._totals(paid))
            if state in dead:
                return False
            cell = cells[position]
            for payment in self._ways(cell, costs[cell]):
                paid[cell] = payment
                if self._sound(paid, costs) and descend(position + 1):
                    return True
                del paid[cell]
            dead.add(state)
            return False

        return paid if descend(0) else None

    def _ways(self, cell: Cell, cost: int) -> Iterator[Payment]:
        work = self.works[cell[0]]
        sizes = [self._sizes(funder, work, cell[1], cost) for funder in self.funders]

        def split(rest: int, funder: int) -> Iterator[Payment]:
            if funder == len(sizes):
                if rest == 0:
                    yield ()
                return
            for amount in sizes[funder]:
                if amount <= rest:
                    yield from ((amount, *others) for others in split(rest - amount, funder + 1))

        return split(cost, 0)

    def _sizes(self, funder: Funder, work: Activity, node: int, cost: int) -> list[int]:
        smallest = 1
        if "budget" in self.lp.rules and self.lp.tree[node].period < first_payment(self.lp, funder):
            return [0]
        if "earmark" in self.lp.rules:
            if not may_pay(self.lp, funder, work):
                return [0]
            smallest = max(1, funder.smallest)
        return [0, *range(smallest, cost + 1)]

    def _totals(self, paid: dict[Cell, Payment]) -> Iterator[object]:
        """Everything later checks may look at, per path."""
        for leaf in self.lp.tree.leaves:
            yield tuple(self._spent(paid, leaf, funder) for funder in range(len(self.funders)))
            yield tuple(self._given(paid, leaf, giver, work) for giver in self.givers for work in self.works)

    def _spent(self, paid: dict[Cell, Payment], leaf: int, funder: int) -> tuple[int, int]:
        """Payments of a tranche on a path: inside its window, and after it."""
        end, path = last_regular(self.lp, self.funders[funder]), self.lp.tree.path(leaf)
        sums = [0, 0]
        for (_, node), payment in paid.items():
            if node in path:
                sums[self.lp.tree[node].period > end] += payment[funder]
        return sums[0], sums[1]

    def _given(self, paid: dict[Cell, Payment], leaf: int, giver: str, work: str) -> int:
        mine = [index for index, funder in enumerate(self.funders) if funder.giver == giver]
        path = self.lp.tree.path(leaf)
        return sum(
            payment[index] for (name, node), payment in paid.items() if name == work and node in path for index in mine
        )

    def _sound(self, paid: dict[Cell, Payment], costs: dict[Cell, int]) -> bool:
        return all(self._within(paid, leaf) and self._shared(paid, costs, leaf) for leaf in self.lp.tree.leaves)

    def _within(self, paid: dict[Cell, Payment], leaf: int) -> bool:
        if "budget" not in self.lp.rules:
            return True
        for index, funder in enumerate(self.funders):
            regular, later = self._spent(paid, leaf, index)
            if regular > funder.amount or later > exact(funder.carry_over) * (funder.amount - regular):
                return False
        return True

    def _shared(self, paid: dict[Cell, Payment], costs: dict[Cell, int], leaf: int) -> bool:
        if "earmark" not in self.lp.rules:
            return True
        path = self.lp.tree.path(leaf)
        for giver in self.givers:
            share = min(exact(funder.largest_share) for funder in self.funders if funder.giver == giver)
            if share < 1:
                for work in self.works:
                    cost = sum(Fraction(c) for (name, node), c in costs.items() if name == work and node in path)
                    if self._given(paid, leaf, giver, work) > share * cost:
                        return False
        return True
