"""From a relaxed point down to a plan: round up what is nearly whole, solve again, and so on.

Where neither up nor down leads on, the dive is begun again with the column it foundered on decided first: dead ends
come from late decisions that earlier ones had taken away, as when what must end before another may start has begun.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.decisions import Turn
from planner.solve.arrays import Numbers, Places
from planner.solve.primal.relaxation import WHOLE, Point, Relaxation

_SURE = 0.6
"""Columns from here on are rounded up together, as long as that leads on;"""
_TOGETHER = 0.5
"""at most this part of those that are fractional."""
_EASY = (Turn.FOLLOW, Turn.PAY)
"""Where that mostly leads on however small they are: there is room for it, and other columns have been decided."""
_BEGINNINGS = 8


@dataclass
class Dive:
    """Columns are decided in their ``turns`` (``models.decisions.Turn``). ``stopped`` ends a dive without a plan."""

    relaxation: Relaxation
    turns: NDArray[np.int8]
    random: np.random.Generator
    stopped: Callable[[], bool]

    def plan(
        self, point: Point, most: float = np.inf, noise: float = 0.0, beginnings: int = _BEGINNINGS
    ) -> Point | None:
        """A plan of less cost than ``most``, from the relaxed ``point`` within the bounds of now, which it changes;
        None where it found none. ``noise`` (0 to 1) shuffles the order in which columns are decided.
        """
        self._first = np.zeros(len(self.turns))
        lower, upper = self.relaxation.lower.copy(), self.relaxation.upper.copy()
        for _ in range(beginnings):
            found, foundered = self._once(point, most, noise)
            if found is not None or foundered is None:
                return found
            self._first[foundered] = self._first.max() + 1.0
            self.relaxation.within(lower, upper)
        return None

    def _once(self, point: Point, most: float, noise: float) -> tuple[Point | None, int | None]:
        """A plan, or the column on which the dive foundered, or neither where it was stopped."""
        while not self.stopped():
            fractional = self.relaxation.fractional(point.x)
            if not len(fractional):
                return point, None
            order = self._order(fractional, point.x, noise)
            after = self._up(order, point, most)
            if after is None:
                column = order[:1]
                self.relaxation.bound(column, self.relaxation.lower[column], np.floor(point.x[column]))
                after = self._solved(most)
            if after is None:
                return None, int(order[0])
            point = after
        return None, None

    def _order(self, fractional: Places, x: Numbers, noise: float) -> Places:
        """Fractional columns whose turn it is, in the order to decide them: those nearest to the next whole number
        first."""
        turns = self.turns[fractional]
        columns: Places = fractional[turns == turns.min()]
        near = x[columns] - np.floor(x[columns]) + 10.0 * self._first[columns]
        if noise:
            near = near + noise * (self.random.random(len(columns)) - 0.5)
        return columns[np.argsort(-near, kind="stable")]

    def _up(self, order: Places, point: Point, most: float) -> Point | None:
        """Round up many at once, or the first alone; None, and the bounds as they were, where that leads nowhere."""
        many = self._many(order, point.x)
        others = np.isin(order[1:], many).any()
        for columns in (many, order[:1]) if others else (many,):
            before = self.relaxation.lower[columns]
            self.relaxation.bound(columns, np.ceil(point.x[columns] - WHOLE), self.relaxation.upper[columns])
            if (after := self._solved(most)) is not None:
                return after
            self.relaxation.bound(columns, before, self.relaxation.upper[columns])
        return None

    def _many(self, order: Places, x: Numbers) -> Places:
        """What is up already, and what nearly is; one column alone where that is to be decided first."""
        if self._first[order[0]]:
            return order[:1]
        lifted, turn = self.relaxation.lifted(x), self.turns[order[0]]
        lifted = lifted[self.turns[lifted] <= turn]
        some = order[: max(1, int(_TOGETHER * len(order)))]
        sure = some if turn in _EASY else some[x[some] - np.floor(x[some]) >= _SURE]
        return np.concatenate([lifted, sure if len(sure) else order[:1]])

    def _solved(self, most: float) -> Point | None:
        found = self.relaxation.solve()
        return found if found is not None and found.cost < most else None
