"""The hunt for plans: a dive from the top, then neighbourhoods of the best plan for as long as it is let."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.solve.arrays import Arrays, Numbers
from planner.solve.primal.dive import Dive
from planner.solve.primal.neighbourhoods import Decided, Neighbourhoods
from planner.solve.primal.relaxation import Point, Relaxation

_NOISES = (0.0, 0.3, 0.6)
"""Noise of the dives from the top, until one has found a plan."""
_SHAKEN = (0.0, 0.2, 0.5)
"""Noise of those into a neighbourhood, one of these at random."""
_BETTER = 2e-5
"""What a plan must be better by, relative to the best one: less is not worth the time."""


@dataclass
class Hunt:
    """Minimises ``arrays``. ``found`` is told each plan that beats the best one, and says whether it is the best now;
    ``stopped`` is asked often.
    """

    arrays: Arrays
    decided: Decided
    seed: int
    found: Callable[[Point], bool]
    stopped: Callable[[], bool]
    best: Point | None = None

    def run(self) -> None:
        """Hunt until stopped."""
        self._random = np.random.default_rng(self.seed)
        self._relaxation = Relaxation(self.arrays, self.stopped)
        self._dive = Dive(self._relaxation, self.decided.turns, self._random, self.stopped)
        relaxed = self._relaxation.solve()
        if relaxed is None:
            return
        for noise in _NOISES:
            if self.best is None:
                self._from_the_top(relaxed, noise)
        if self.best is not None and self.decided.works:
            self._around(relaxed.x)

    def _from_the_top(self, relaxed: Point, noise: float) -> None:
        self._relaxation.within(self.arrays.lower, self.arrays.upper)
        self._offer(self._dive.plan(relaxed, self._to_beat(), noise))

    def _around(self, relaxed: Numbers) -> None:
        neighbourhoods = Neighbourhoods(self.decided, self._random)
        while not self.stopped():
            assert self.best is not None
            kind, kept = neighbourhoods.choose(self.best.x, relaxed)
            lower, upper = self.arrays.lower.copy(), self.arrays.upper.copy()
            lower[kept] = upper[kept] = np.round(self.best.x[kept])
            self._relaxation.within(lower, upper)
            point, most = self._relaxation.solve(), self._to_beat()
            hopeless = point is None or point.cost >= most
            bettered = False
            if point is not None and not hopeless:
                bettered = self._offer(self._dive.plan(point, most, float(self._random.choice(_SHAKEN)), 2))
            neighbourhoods.learn(kind, bettered=bettered, hopeless=hopeless)

    def _to_beat(self) -> float:
        return np.inf if self.best is None else self.best.cost - _BETTER * abs(self.best.cost)

    def _offer(self, plan: Point | None) -> bool:
        """Whether ``plan`` is the best one now."""
        if plan is None or not self.found(plan):
            return False
        self.best = plan
        return True
