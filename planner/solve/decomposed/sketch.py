"""The relaxation of a large problem, sketched: groups of blocks, each with its part of what is shared.

The time of an interior point grows faster than the problem, and it has one core; groups take as many cores as there
are. Their prices differ, as their parts are not what the whole would give them; the mean is where pricing begins. What
prices prove is true at any prices.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from planner.solve.arrays import Numbers
from planner.solve.decomposed.parts import Parts


@dataclass
class Sketch:
    """A group's part of a coupling row, and its say in the row's price, is its part of the entries in that row."""

    parts: Parts
    relaxed: Numbers = field(init=False)
    """The solutions of the groups; common columns are 0."""
    worth: float = 0.0
    """The sum of their objectives: near that of the relaxation, and no bound."""
    drawn: int = 0
    """How many blocks have been relaxed."""

    def __post_init__(self) -> None:
        self.relaxed = np.zeros(len(self.parts.whole.cost))
        entries = np.array([np.diff(shared.start) for shared in self.parts.shared], dtype=np.float64)
        self._part = entries / np.maximum(1.0, entries.sum(axis=0))
        self._prices, self._said = np.zeros(entries.shape[1]), np.zeros(entries.shape[1])

    def rest(self, members: Sequence[int]) -> Numbers:
        """What of the sides of the coupling rows is for others."""
        rows = self.parts.coupling
        side = np.where(np.isfinite(rows.row_upper), rows.row_upper, rows.row_lower)
        return np.where(np.isfinite(side), side * (1.0 - self._part[list(members)].sum(axis=0)), 0.0)

    def draw(self, members: Sequence[int], prices: Numbers, x: Numbers, worth: float) -> None:
        """Take in what a group was found to be: ``x`` are the columns of its blocks, in order."""
        say = self._part[list(members)].sum(axis=0)
        self._prices += say * prices
        self._said += say
        columns = np.concatenate([self.parts.columns[block] for block in members])
        self.relaxed[columns] = x
        self.worth += worth
        self.drawn += len(members)

    @property
    def whole(self) -> bool:
        return self.drawn == len(self.parts)

    @property
    def prices(self) -> Numbers:
        return self.parts.legal(self._prices / np.maximum(self._said, 1e-9))
