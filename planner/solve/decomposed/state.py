"""What a decomposed search knows at any moment: a bound, the best plan, and where the gap between them lies."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import numpy as np

from planner.solve.arrays import Numbers
from planner.solve.decomposed.parts import Parts

LEAST_GAIN = 1e-9
"""A plan that is better by less is no better one."""
_REMEMBERED = 16
"""Plans of each block that are kept."""


@dataclass
class View:
    """The blocks at ``prices`` of the coupling rows: of each, ``proven`` is a lower bound on the cost of any plan, and
    ``known`` the cost of the cheapest plan seen.
    """

    prices: Numbers
    proven: Numbers
    known: Numbers

    @classmethod
    def at(cls, prices: Numbers, blocks: int) -> View:
        return cls(prices, np.full(blocks, -np.inf), np.full(blocks, np.inf))

    @property
    def open(self) -> Numbers:
        """Of each block, what may still be proven, or found."""
        return np.maximum(self.known - self.proven, 0.0)

    def bound(self, parts: Parts) -> float:
        """What the prices prove about the whole; minus infinity before something is proven for every block."""
        return parts.sides(self.prices) + float(self.proven.sum())


@dataclass
class State:
    """All is to be minimised. ``bound`` is proven for every plan, ``best`` the best plan known, by column."""

    parts: Parts
    root: float = -np.inf
    estimate: float = -np.inf
    """About what the relaxation costs; no bound."""
    bound: float = -np.inf
    view: View = field(init=False)
    """At the prices that prove most."""
    relaxed: Numbers | None = None
    """The solution of the relaxation: how it shares out what is shared."""
    best: Numbers | None = None
    shared_out: bool = False
    """Whether what can be shared out was shared out once, and each block planned within its share."""
    infeasible: bool = False
    version: int = 0
    """How often the best plan has changed."""
    seen: int = 0
    """How many plans of blocks were seen."""
    plans: tuple[deque[Numbers], ...] = field(init=False)
    """The last plans seen of each block, good for the others or not."""

    def __post_init__(self) -> None:
        self.view = View.at(np.zeros(self.parts.coupling.size[0]), len(self.parts))
        self.plans = tuple(deque(maxlen=_REMEMBERED) for _ in range(len(self.parts)))

    @property
    def cost(self) -> float:
        return float("inf") if self.best is None else self.parts.cost(self.best)

    @property
    def gap(self) -> float:
        """Relative, as results state it; infinite without a plan or a bound."""
        return float("inf") if self.best is None else (self.cost - self.bound) / max(abs(self.cost), 1e-9)

    def prove(self, view: View, block: int, bound: float) -> None:
        """A bound for a block alone, at the prices of ``view``."""
        view.proven[block] = max(view.proven[block], bound)
        self.bound = max(self.bound, view.bound(self.parts))

    def see(self, block: int, plan: Numbers) -> None:
        """A plan of a block, good for the others or not."""
        self.plans[block].append(plan)
        self.seen += 1
        self.view.known[block] = min(self.view.known[block], self.parts.priced(block, self.view.prices).cost @ plan)

    def cheapest(self, block: int, cost: Numbers) -> Numbers | None:
        """The plan of a block, of those seen, that costs least; None where none was seen."""
        return min(self.plans[block], key=lambda plan: float(cost @ plan), default=None)

    def change(self, view: View) -> None:
        """Look at the blocks at the prices of ``view`` from now on; what was proven at others stays in ``bound``."""
        self.view = view
        for block, plans in enumerate(self.plans):
            costs = [self.parts.priced(block, view.prices).cost @ plan for plan in plans]
            view.known[block] = min([view.known[block], *costs])

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
        """Of each block, what its part in the best plan costs more than the cheapest known, at the prices. These, what
        is ``open`` and ``unused`` add up to the gap, where the common columns are at their best.
        """
        assert self.best is not None
        parts, best = self.parts, self.best
        costs = [parts.priced(k, self.view.prices).cost @ best[parts.columns[k]] for k in range(len(parts))]
        return np.maximum(np.array(costs) - self.view.known, 0.0)

    def unused(self) -> Numbers:
        """Of each block, its part in the worth, at the prices, of what the best plan leaves of what is shared: as much
        as it has of that in the relaxation, or where that is not known or has none of it, an equal part.
        """
        assert self.best is not None
        rows = self.parts.coupling
        used = rows.at(self.best)
        side = np.where(self.view.prices < 0, rows.row_upper, rows.row_lower)
        worth = -self.view.prices * np.where(np.isfinite(side), side - used, 0.0)
        wished = np.zeros((len(self.parts), len(used))) if self.relaxed is None else np.abs(self.usage(self.relaxed))
        whole = wished.sum(axis=0)
        part = np.where(whole > 0, wished / np.where(whole > 0, whole, 1.0), 1 / len(self.parts))
        return np.asarray(part @ np.maximum(worth, 0.0))
