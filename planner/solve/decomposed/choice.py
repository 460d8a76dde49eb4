"""What to do next, once there is a plan: prove more of one block, try other prices, or plan some blocks anew together.

The gap is made of what is left between proof and plan of each block at the prices, and of what the blocks' parts in
the best plan cost more than they might. The larger promise is worked on first; what was tried in vain is not tried
again before something has changed, or before all else was tried too: then more blocks are taken together, and solved
more closely.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from random import Random

from planner.solve.arrays import Numbers
from planner.solve.decomposed.jobs import Job, Price, Regroup
from planner.solve.decomposed.reprice import Reprice
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
    reprice: Reprice = field(default_factory=Reprice)
    _tried: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    _changed: dict[int, int] = field(default_factory=dict)
    _proofs: dict[int, int] = field(default_factory=dict)
    _pending: tuple[float, Numbers] | None = None
    _seen: int = 0

    def next(self, state: State, busy: Collection[int]) -> Job | None:
        """The job that promises most; ``busy`` blocks are being planned or proven by others. None: wait for those."""
        if self.reprice.waiting:
            block = self.reprice.waiting.pop(0)
            return Price(self._close(state, 1), _SECONDS * 2**self.effort, block, self.reprice.view or state.view)
        free = [block for block in range(len(state.parts)) if block not in busy]
        if not free:
            return None
        regret = state.regret()
        group = self._group(state, free, regret)
        gain = 0.0 if group is None else float(regret[list(group)].sum())
        proof, block = max((float(state.view.open[k]) / 2 ** self._proofs.get(k, 0), k) for k in free)
        if self._prices(state) > len(state.parts) * max(gain, proof):
            return self.next(state, busy)
        if proof > max(gain, self._close(state, 1)):
            return self._prove(state, block)
        if group is not None:
            self._tried[group] = self._versions(group)
            return Regroup(self._close(state, len(group)), len(group) * _SECONDS * 2**self.effort, group)
        if not busy:
            self._harder()
            return self.next(state, busy)
        return None

    def learn(self, job: Job, state: State) -> None:
        """Take note of what a job has changed."""
        if isinstance(job, Price):
            self.reprice.end(state)
        if isinstance(job, Regroup) and job.gained:
            for block in job.members:
                self._changed[block] = self._changed.get(block, 0) + 1

    def _prices(self, state: State) -> float:
        """What other prices promise, where that is worth a round of proofs; one is begun then, if none is under way."""
        seen = sum(len(plans) for plans in state.plans) + state.version
        if self.reprice.view is not None or seen == self._seen:
            return 0.0
        self._seen = seen
        found = self.reprice.promise(state)
        if found is None or found[0] <= self.gap * abs(state.cost) * _PART:
            return 0.0
        self.reprice.begin(state, found[1])
        return found[0]

    def _prove(self, state: State, block: int) -> Price:
        tries = self._proofs[block] = self._proofs.get(block, 0) + 1
        return Price(float(state.view.open[block]) / 4, _SECONDS * 2**tries, block, state.view)

    def _harder(self) -> None:
        self.effort += 1
        self._tried.clear()
        self._proofs.clear()

    def _close(self, state: State, blocks: int) -> float:
        """How close ``blocks`` blocks are to be solved now."""
        return float(_PART * self.gap * abs(state.cost) * blocks / len(state.parts) / 2**self.effort)

    def _versions(self, group: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(self._changed.get(block, 0) for block in group)

    def _group(self, state: State, free: list[int], regret: Numbers) -> tuple[int, ...] | None:
        """Blocks to plan together, one of them by its regret; None where all was tried."""
        size = min(len(free), _SMALLEST + self.effort)
        weights = regret[free] + 0.1 * regret.sum() / len(regret) + 1e-12
        for _ in range(_DRAWS):
            first = self.random.choices(free, weights.tolist())[0]
            rest = [block for block in free if block != first]
            group = tuple(sorted((first, *self.random.sample(rest, min(size - 1, len(rest))))))
            if self._tried.get(group) != self._versions(group):
                return group
        return None
