"""What to do next, once there is a plan: prove more of one block, or plan some blocks anew together.

The gap is made of what is left between solution and bound of each block at the prices, and of what the blocks' parts in
the best plan cost more than they might. The larger promise is worked on first; what was tried in vain is not tried
again before something has changed, or before all else was tried too: then more blocks are taken together, and solved
more closely.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from random import Random

import numpy as np

from planner.solve.decomposed.jobs import Job, Price, Regroup
from planner.solve.decomposed.state import State

_SMALLEST, _DRAWS = 2, 30
_SECONDS = 10.0
"""The most a block may take in the first round of efforts; twice as much in each later one."""
_PART = 0.2
"""Of the gap asked for, what may be left open by groups in the first round."""


@dataclass
class Choice:
    """``gap`` is relative, that which is asked for."""

    gap: float
    random: Random
    effort: int = 0
    _tried: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    _changed: dict[int, int] = field(default_factory=dict)
    _priced: dict[int, int] = field(default_factory=dict)

    def next(self, state: State, busy: Collection[int]) -> Job | None:
        """The job that promises most; ``busy`` blocks are in other hands. None: wait for those."""
        free = [block for block in range(len(state.parts)) if block not in busy]
        if not free:
            return None
        open_ = state.known - state.proven
        block = max(free, key=lambda each: open_[each] / 2 ** self._priced.get(each, 0))
        group = self._group(state, free, np.maximum(0.0, state.regret() - open_))
        if group is None or open_[block] / 2 ** self._priced.get(block, 0) > _promise(state, group, open_):
            if open_[block] > self._close(state, 1):
                return self._prove(state, block, float(open_[block]))
        if group is not None:
            self._tried[group] = self._versions(group)
            near, seconds = self._close(state, len(group)), len(group) * _SECONDS * 2**self.effort
            return Regroup(near, seconds, group)
        if not busy:
            self.effort += 1
            self._tried.clear()
            return self.next(state, busy)
        return None

    def learn(self, job: Job) -> None:
        """Take note of what a job has changed."""
        if isinstance(job, Regroup) and job.gained:
            for block in job.members:
                self._changed[block] = self._changed.get(block, 0) + 1

    def _prove(self, state: State, block: int, distance: float) -> Price:
        tries = self._priced[block] = self._priced.get(block, 0) + 1
        return Price(distance / 4, _SECONDS * 2**tries, block)

    def _close(self, state: State, blocks: int) -> float:
        """How close ``blocks`` blocks are to be solved now."""
        return _PART * self.gap * abs(state.cost) * blocks / len(state.parts) / 2**self.effort

    def _versions(self, group: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(self._changed.get(block, 0) for block in group)

    def _group(self, state: State, free: list[int], promise: np.ndarray) -> tuple[int, ...] | None:
        """Blocks to plan together, one of them by its promise; None where all was tried."""
        size = min(len(free), _SMALLEST + self.effort)
        weights = promise[free] + 0.1 * promise.sum() / len(promise) + 1e-12
        for _ in range(_DRAWS):
            first = self.random.choices(free, weights)[0]
            rest = [block for block in free if block != first]
            group = tuple(sorted((first, *self.random.sample(rest, min(size - 1, len(rest))))))
            if self._tried.get(group) != self._versions(group):
                return group
        return None


def _promise(state: State, group: tuple[int, ...], open_: np.ndarray) -> float:
    return float(np.maximum(0.0, state.regret() - open_)[list(group)].sum())
