"""The parts of a problem: each block alone at given prices, groups of blocks beside the plans of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from models.decompose.blocks import Blocks
from planner.solve.arrays import Arrays, Numbers, Places

TOLERANCE = 1e-6
"""By how much solvers may miss a row, relative to its size."""


@dataclass(frozen=True)
class Parts:
    """``usage`` of a block is what its plan puts into each coupling row."""

    whole: Arrays
    blocks: Blocks

    def __len__(self) -> int:
        return len(self.blocks)

    @cached_property
    def columns(self) -> tuple[Places, ...]:
        return tuple(np.array(columns, dtype=np.int32) for columns in self.blocks.columns)

    @cached_property
    def common(self) -> Places:
        return np.array(self.blocks.common, dtype=np.int32)

    @cached_property
    def coupling(self) -> Arrays:
        """The coupling rows over all columns."""
        return self.whole.part(self.blocks.coupling, range(len(self.whole.cost)))

    @cached_property
    def own(self) -> tuple[Arrays, ...]:
        """Each block without what couples it."""
        return tuple(
            self.whole.part(rows, columns) for rows, columns in zip(self.blocks.rows, self.columns, strict=True)
        )

    @cached_property
    def shared(self) -> tuple[Arrays, ...]:
        """The coupling rows over the columns of each block."""
        return tuple(self.whole.part(self.blocks.coupling, columns) for columns in self.columns)

    @cached_property
    def shared_common(self) -> Arrays:
        """The coupling rows over the common columns."""
        return self.whole.part(self.blocks.coupling, self.common)

    @cached_property
    def divisible(self) -> np.ndarray:
        """Coupling rows over columns that are not all whole numbers: money, which can be shared out in any part."""
        rows = range(self.coupling.size[0])
        return np.array([not self.whole.integer[self.coupling.row(row)].all() for row in rows], dtype=np.bool_)

    # --- prices -----------------------------------------------------------------------------------------------

    def priced(self, block: int, prices: Numbers, own_cost: float = 1.0) -> Arrays:
        """A block alone: what it puts into coupling rows is worth ``prices`` (minimise cost less that)."""
        alone, shared = self.own[block], self.shared[block]
        return replace(alone, cost=own_cost * alone.cost - shared.weighted(prices))

    def legal(self, prices: Numbers) -> Numbers:
        """``prices`` brought to the signs that the sides of the coupling rows allow."""
        least = np.where(np.isinf(self.coupling.row_lower), 0.0, np.maximum(prices, 0.0))
        most = np.where(np.isinf(self.coupling.row_upper), 0.0, np.minimum(prices, 0.0))
        return np.asarray(least + most)

    def sides(self, prices: Numbers) -> float:
        """What ``prices`` are worth at the sides of the coupling rows, and the common columns at their best."""
        lower, upper = self.coupling.row_lower, self.coupling.row_upper
        worth = prices[prices > 0] @ lower[prices > 0] + prices[prices < 0] @ upper[prices < 0]
        reduced = self.whole.cost[self.common] - self.shared_common.weighted(prices)
        best = np.where(reduced > 0, self.whole.lower[self.common], self.whole.upper[self.common])
        return float(worth + reduced[reduced != 0] @ best[reduced != 0])

    # --- plans ------------------------------------------------------------------------------------------------

    def usage(self, block: int, x: Numbers) -> Numbers:
        return self.shared[block].at(x[self.columns[block]])

    def group(self, members: Sequence[int], rest: Numbers) -> tuple[Arrays, Places]:
        """Some blocks together, with the common columns, beside a ``rest`` that others use up; and the numbers of
        their columns. The coupling rows come last.
        """
        columns = np.concatenate([*(self.columns[block] for block in members), self.common]).astype(np.int32)
        rows = [row for block in members for row in self.blocks.rows[block]]
        part = self.whole.part([*rows, *self.blocks.coupling], columns)
        lower, upper = part.row_lower.copy(), part.row_upper.copy()
        lower[len(rows) :] -= rest
        upper[len(rows) :] -= rest
        return replace(part, row_lower=lower, row_upper=upper), columns

    def group_beside(self, members: Sequence[int], plan: Numbers, rest: Numbers) -> tuple[Arrays, Places]:
        """The same beside the ``rest`` of a ``plan``; what the plan does stays allowed, whatever rounding says."""
        group, columns = self.group(members, rest)
        own = group.size[0] - self.coupling.size[0]
        now = group.at(plan[columns])
        lower, upper = group.row_lower.copy(), group.row_upper.copy()
        lower[own:], upper[own:] = np.minimum(lower, now)[own:], np.maximum(upper, now)[own:]
        return replace(group, row_lower=lower, row_upper=upper), columns

    def excess(self, x: Numbers) -> float:
        """By how much ``x`` misses coupling rows, in sum, relative to their sizes; 0 as far as solvers are exact."""
        at, lower, upper = self.coupling.at(x), self.coupling.row_lower, self.coupling.row_upper
        missed = np.maximum(np.maximum(lower - at, at - upper), 0.0) / np.maximum(1.0, np.abs(at))
        return float(missed[missed > TOLERANCE].sum())

    def fits(self, x: Numbers) -> bool:
        """Whether ``x`` keeps the coupling rows, as far as solvers are exact."""
        return self.excess(x) == 0.0

    def cost(self, x: Numbers) -> float:
        return float(self.whole.cost @ x)


def others(usage: Numbers, members: Iterable[int]) -> Numbers:
    """What all but ``members`` use; ``usage`` is by block and coupling row."""
    rest = np.ones(len(usage), dtype=np.bool_)
    rest[list(members)] = False
    return np.asarray(usage[rest].sum(axis=0))


def with_bounded_common(whole: Arrays, blocks: Blocks) -> Arrays:
    """``whole`` with an upper bound for common columns that have none: more than any row can need is no use."""
    upper = whole.upper.copy()
    common = set(blocks.common)
    need = dict.fromkeys(common, 0.0)
    for row in blocks.coupling:
        places, values = whole.row(row), whole.value[whole.start[row] : whole.start[row + 1]]
        plain = ~np.isin(places, blocks.common)
        low, high = whole.lower[places[plain]], whole.upper[places[plain]]
        least = np.where(values[plain] > 0, values[plain] * low, values[plain] * high).sum()
        most = np.where(values[plain] > 0, values[plain] * high, values[plain] * low).sum()
        for j, value in zip(places[~plain].tolist(), values[~plain].tolist(), strict=True):
            if value > 0 and np.isfinite(whole.row_lower[row]):
                need[j] = max(need[j], (whole.row_lower[row] - least) / value)
            if value < 0 and np.isfinite(whole.row_upper[row]):
                need[j] = max(need[j], (most - whole.row_upper[row]) / -value)
    for j, most in need.items():
        if np.isinf(upper[j]) and whole.cost[j] >= 0 and whole.lower[j] == 0:
            upper[j] = most
    return replace(whole, upper=upper)
