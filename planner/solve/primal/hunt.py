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
        diving = Neighbourhoods(self.decided, self._random)
        searching = Neighbourhoods(self.decided, self._random, wider=1.15, narrower=0.9, shifting=False)
        ways, inner = Ways(("dive", "search"), self._random), Inner(self.arrays, self.seed, self.stopped)
        while not self.stopped():
            assert self.best is not None
            before, begin, shifting = self.best.cost, monotonic(), diving.shifting
            if shifting or ways.choose() == "dive":
                way, neighbourhoods, attempt = "dive", diving, self._dive_near
            else:
                way, neighbourhoods, attempt = "search", searching, partial(self._search_near, inner)
            kind, kept = neighbourhoods.choose(self.best.x, relaxed)
            lower, upper = self.arrays.lower.copy(), self.arrays.upper.copy()
            lower[kept] = upper[kept] = np.round(self.best.x[kept])
            bettered, hopeless = attempt(lower, upper, self.best)
            neighbourhoods.learn(kind, bettered=bettered, hopeless=hopeless)
            if not shifting:
                ways.learn(way, before - self.best.cost, monotonic() - begin)

    def _dive_near(self, lower: Numbers, upper: Numbers, best: Point) -> tuple[bool, bool]:
        """Whether a dive within bounds bettered the plan, and whether not even the relaxation is better there."""
        self._relaxation.within(lower, upper)
        point, most = self._relaxation.solve(), self._to_beat()
        if point is None or point.cost >= most:
            return False, True
        return self._offer(self._dive.plan(point, most, float(self._random.choice(_SHAKEN)), 2)), False

    def _search_near(self, inner: Inner, lower: Numbers, upper: Numbers, best: Point) -> tuple[bool, bool]:
        """The same of a search; it may prove that nothing better is there."""
        found, proven = inner.better(lower, upper, best)
        bettered = found.cost < self._to_beat() and self._offer(found)
        return bettered, proven and not bettered

    def _to_beat(self) -> float:
        return np.inf if self.best is None else self.best.cost - _BETTER * abs(self.best.cost)

    def _offer(self, plan: Point | None) -> bool:
        """Whether ``plan`` is the best one now."""
        if plan is None or not self.found(plan):
            return False
        self.best = plan
        return True
