"""What a decomposed search knows at any moment: a bound, the best plan, and where the gap between them lies."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from planner.solve.decomposed.arrays import Numbers
from planner.solve.decomposed.parts import Parts

LEAST_GAIN = 1e-9
"""A plan that is better by less is no better one."""


@dataclass
class State:
    """All is to be minimised. ``bound`` is proven for every plan, ``best`` the best plan known, by column.

    ``prices`` are those of the coupling rows at which blocks are looked at; of each block, at these prices, ``proven``
    is a lower bound on the cost of any plan and ``known`` the cost of the cheapest plan seen.
    """

    parts: Parts
    root: float = -np.inf
    bound: float = -np.inf
    prices: Numbers = field(init=False)
    proven: Numbers = field(init=False)
    known: Numbers = field(init=False)
    relaxed: Numbers | None = None
    """The solution of the relaxation: how it shares out what is shared."""
    best: Numbers | None = None
    infeasible: bool = False
    version: int = 0
    """How often the best plan has changed."""

    def __post_init__(self) -> None:
        self.look_at(np.zeros(self.parts.coupling.size[0]))

    def look_at(self, prices: Numbers) -> None:
        """Look at the blocks at other prices; what was proven at the former ones stays in ``bound``."""
        self.prices = prices
        self.proven = np.full(len(self.parts), -np.inf)
        self.known = np.full(len(self.parts), np.inf)

    @property
    def cost(self) -> float:
        return np.inf if self.best is None else self.parts.cost(self.best)

    @property
    def gap(self) -> float:
        """Relative, as results state it; infinite without a plan or a bound."""
        return float("inf") if self.best is None else (self.cost - self.bound) / max(abs(self.cost), 1e-9)

    def prove(self, block: int, bound: float) -> None:
        """A bound for a block alone at the prices."""
        self.proven[block] = max(self.proven[block], bound)
        self.bound = max(self.bound, self.parts.sides(self.prices) + float(self.proven.sum()))

    def see(self, block: int, columns: Numbers) -> None:
        """A plan of a block, good for the others or not."""
        self.known[block] = min(self.known[block], self.parts.priced(block, self.prices).cost @ columns)

    def offer(self, plan: Numbers) -> bool:
        """Take ``plan`` where it keeps what is shared and is better than the best."""
        if not self.parts.fits(plan) or self.parts.cost(plan) >= self.cost - LEAST_GAIN:
            return False
        self.best = plan
        self.version += 1
        return True

    def usage(self, plan: Numbers) -> Numbers:
        """What each block puts into each coupling row."""
        return np.array([self.parts.usage(block, plan) for block in range(len(self.parts))])

    def regret(self) -> Numbers:
        """Of each block, what its part in the best plan costs more than is proven, at the prices: these, and what is
        left of shared things that have a price, add up to the gap.
        """
        assert self.best is not None
        each = (
            self.parts.priced(k, self.prices).cost @ self.best[self.parts.columns[k]] for k in range(len(self.parts))
        )
        return np.array(list(each)) - self.proven
