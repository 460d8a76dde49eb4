"""What to do next, once there is a plan: prove more of one block, try other prices, or plan some blocks anew together.

The gap is made of what is left between proof and plan of each block at the prices, of what the blocks' parts in the
best plan cost more than they might, and of what is left unused, though it has a price. The larger promise is worked on
first; what was tried in vain is not tried again before something has changed, or before all else was tried too: then
more blocks are taken together, and solved more closely. Promises are measured by what earlier ones of their kind have
kept, and by how long that took: what new prices might prove was seen to be forty times what they did.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from random import Random

from planner.solve.arrays import Numbers
from planner.solve.decomposed.jobs import Job, Price, Regroup
from planner.solve.decomposed.promises import Promises
from planner.solve.decomposed.reprice import Reprice
from planner.solve.decomposed.state import State

_SMALLEST, _DRAWS = 2, 30
_SECONDS = 10.0
"""The most a block may take in the first round of efforts; twice as much in each later one."""
_PART = 0.2
"""Of the gap asked for, what may be left open by groups in the first round."""
_BELIEVED = 0.1
"""Part of what other prices promise at first that is believed before a round has shown what they keep."""
_NEWS = 0.1
"""Plans seen since other prices were last thought of, for each block, that make them worth a thought."""


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
    _groups: Promises = field(default_factory=Promises)
    _rounds: Promises = field(default_factory=lambda: Promises(part=_BELIEVED))
    _seen: int = 0
    _promised: float = 0.0
    _spent: float = 0.0

    def next(self, state: State, busy: Collection[int]) -> Job | None:
        """The job that promises most; ``busy`` blocks are being planned or proven by others. None: wait for those."""
        if self.reprice.waiting:
            block = self.reprice.waiting.pop(0)
            return Price(self._close(state, 1), _SECONDS * 2**self.effort, block, self.reprice.view or state.view)
        free = [block for block in range(len(state.parts)) if block not in busy]
        if not free:
            return None
        promises = state.regret() + state.unused()
        group = self._group(free, promises)
        promise = 0.0 if group is None else float(promises[list(group)].sum())
        gain = self._groups.rate(promise, len(group or ()))
        proof, block = max((float(state.view.open[k]) / 2 ** self._proofs.get(k, 0), k) for k in free)
        if self._begins(state, max(gain, proof)):
            return self.next(state, busy)
        if proof > max(gain, self._close(state, 1)):
            return self._prove(state, block)
        if group is not None:
            self._tried[group] = self._versions(group)
            seconds = len(group) * _SECONDS * 2**self.effort
            return Regroup(self._close(state, len(group)), seconds, group, promise=promise)
        if not busy:
            self._harder()
            return self.next(state, busy)
        return None

    def learn(self, job: Job, state: State) -> None:
        """Take note of what a job has changed."""
        if isinstance(job, Price) and job.view is self.reprice.view:
            self._spent += job.took
            if (gain := self.reprice.end(state)) is not None:
                self._rounds.note(self._promised, gain, self._spent, len(state.parts))
        if isinstance(job, Regroup):
            self._groups.note(job.promise, job.gain, job.took, len(job.members))
            for block in job.members if job.gain else ():
                self._changed[block] = self._changed.get(block, 0) + 1

    def _begins(self, state: State, rate: float) -> bool:
        """Whether a round at other prices has begun, because that promises more in a second than ``rate``."""
        seen = state.seen + state.version
        if self.reprice.view is not None or seen < self._seen + len(state.parts) * _NEWS:
            return False
        self._seen = seen
        found = self.reprice.promise(state)
        if found is None:
            return False
        promise, prices = found
        if promise <= self.gap * abs(state.cost) * _PART or self._rounds.rate(promise, len(state.parts)) <= rate:
            return False
        self._promised, self._spent = promise, 0.0
        self.reprice.begin(state, prices)
        return True

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

    def _group(self, free: list[int], promises: Numbers) -> tuple[int, ...] | None:
        """Blocks to plan together, one of them by what it promises; None where all was tried."""
        size = min(len(free), _SMALLEST + self.effort)
        weights = promises[free] + 0.1 * promises.sum() / len(promises) + 1e-12
        for _ in range(_DRAWS):
            first = self.random.choices(free, weights.tolist())[0]
            rest = [block for block in free if block != first]
            group = tuple(sorted((first, *self.random.sample(rest, min(size - 1, len(rest))))))
            if self._tried.get(group) != self._versions(group):
                return group
        return None
