"""The hunt for plans: a dive from the top, then neighbourhoods of the best plan for as long as it is let, in which it
dives again or lets HiGHS search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic

import numpy as np

from planner.solve.arrays import Arrays, Numbers
from planner.solve.primal.dive import Dive
from planner.solve.primal.inner import Inner
from planner.solve.primal.neighbourhoods import Decided, Neighbourhoods
from planner.solve.primal.relaxation import Point, Relaxation
from planner.solve.primal.ways import Ways

_NOISES = (0.0, 0.3, 0.6)
"""Noise of the dives from the top, until one has found a plan."""
_SHAKEN = (0.0, 0.2, 0.5)
"""Noise of those into a neighbourhood, one of these at random."""
_BETTER = 2e-5
"""What a plan must be better by, relative to the best one: less is not worth the time."""


type _Attempt = Callable[[Numbers, Numbers, Point], tuple[Point | None, bool]]
"""To better a plan within bounds: gives the better one, and whether nothing better is there."""


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
        inner = Inner(self.arrays, self.seed, self.stopped)
        attempts: dict[str, _Attempt] = {"dive": self._dive_near, "search": partial(self._search_near, inner)}
        diving = Neighbourhoods(self.decided, self._random)
        searching = Neighbourhoods(self.decided, self._random, wider=1.15, narrower=0.9, shifting=False)
        neighbourhoods, ways = {"dive": diving, "search": searching}, Ways(attempts, self._random)
        while not self.stopped():
            best, begin, shifting = self.best, monotonic(), diving.shifting
            assert best is not None
            way = "dive" if shifting else ways.choose()
            kind, kept = neighbourhoods[way].choose(best.x, relaxed)
            lower, upper = self.arrays.lower.copy(), self.arrays.upper.copy()
            lower[kept] = upper[kept] = np.round(best.x[kept])
            after, hopeless = attempts[way](lower, upper, best)
            neighbourhoods[way].learn(kind, bettered=after is not None, hopeless=hopeless)
            if not shifting:
                ways.learn(way, 0.0 if after is None else best.cost - after.cost, monotonic() - begin)

    def _dive_near(self, lower: Numbers, upper: Numbers, _best: Point) -> tuple[Point | None, bool]:
        """The better plan that a dive within bounds found, and whether not even the relaxation is better there."""
        self._relaxation.within(lower, upper)
        point, most = self._relaxation.solve(), self._to_beat()
        if point is None or point.cost >= most:
            return None, True
        return self._offer(self._dive.plan(point, most, float(self._random.choice(_SHAKEN)), 2)), False

    def _search_near(self, inner: Inner, lower: Numbers, upper: Numbers, best: Point) -> tuple[Point | None, bool]:
        """The same of a search, which may prove that nothing better is there."""
        found, proven = inner.better(lower, upper, best)
        after = self._offer(found) if found.cost < self._to_beat() else None
        return after, proven and after is None

    def _to_beat(self) -> float:
        return np.inf if self.best is None else self.best.cost - _BETTER * abs(self.best.cost)

    def _offer(self, plan: Point | None) -> Point | None:
        """``plan`` if it is the best one now."""
        if plan is None or not self.found(plan):
            return None
        self.best = plan
        return plan
