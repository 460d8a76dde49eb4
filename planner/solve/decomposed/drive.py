"""A decomposed search from its first price to its last plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from random import Random
from time import monotonic

import numpy as np

from planner.solve.arrays import Numbers
from planner.solve.decomposed.choice import Choice
from planner.solve.decomposed.crew import Crew
from planner.solve.decomposed.jobs import Draft, Fit, Job, Least, Price, Regroup, Relax, RelaxGroup, Share
from planner.solve.decomposed.piece import Solved
from planner.solve.decomposed.sketch import Sketch
from planner.solve.decomposed.state import State
from planner.solvers.ending import Ending

_LOOK = 0.1
"""Seconds between two looks at the clock and at whether to stop."""
_FIRST_PART, _COARSE = 0.5, 0.01
"""Of the gap asked for, or of this one where less was asked for, what the first prices and plans may leave open."""
_RELAXED_TOGETHER = 32
"""The most blocks that are relaxed together."""
_FIRST_SECONDS = 30.0
"""The most that the first look at a block may take."""
_TO_PROVE, _TO_PLAN = 0.5, 0.75
"""Parts of the time left that first looks at all blocks may take: a plan matters more than how near the bound is."""
_TRIES = 3
"""How often a block is planned within its share, where others took what it had been offered."""
_FAREWELL = 0.4
"""Seconds in which workers that were told to stop hand over what they have found."""


@dataclass
class Drive:
    """``gap`` is relative, ``deadline`` by ``monotonic``; ``stopped`` is asked often, ``tell`` called now and then."""

    state: State
    crew: Crew
    gap: float
    deadline: float
    seed: int
    threads: int
    stopped: Callable[[], bool]
    tell: Callable[[State], None]
    nodes: int = 0
    _flying: dict[int, Job] = field(default_factory=dict)

    def run(self) -> Ending:
        """Raises nothing; what was found is in the state."""
        self._random = Random(self.seed)
        for part in (self._relax, self._begin, self._share, self._close_in):
            if not self._over():
                part()
        self._farewell()
        if self.state.infeasible:
            return Ending.INFEASIBLE
        return Ending.OPTIMAL if self.state.gap <= self.gap else Ending.STOPPED

    # --- parts ------------------------------------------------------------------------------------------------

    def _relax(self) -> None:
        """Of the whole at once, or where that is large, in groups side by side."""
        number = ceil(len(self.state.parts) / _RELAXED_TOGETHER)
        if self.state.relaxed is None and number > 1:
            blocks, sketch = list(range(len(self.state.parts))), Sketch(self.state.parts)
            self._random.shuffle(blocks)
            self._all(RelaxGroup(0.0, self._left(), tuple(blocks[k::number]), sketch) for k in range(number))
        if self.state.relaxed is None and not self._over():
            self._all([Relax(0.0, self._left(), self.threads)])

    def _begin(self) -> None:
        """The leanest plan there is, so that there is one; and what the prices of the relaxation prove."""
        state, near = self.state, self._near()
        blocks = range(len(state.parts))
        nothing = np.zeros(len(state.parts.whole.cost)) if state.best is None else state.best.copy()
        self._lean = Draft(nothing, state.usage(nothing), np.zeros((0, 0)), set())
        if state.best is None:
            self._all(Least(0.0, seconds, k, self._lean) for k, seconds in self._in_turn(blocks, _TO_PROVE))
            state.offer(self._lean.plan.copy())
        unproven = [k for k in blocks if not np.isfinite(state.view.proven[k])]
        self._all(Price(near, seconds, k, state.view) for k, seconds in self._in_turn(unproven, _TO_PROVE))

    def _share(self) -> None:
        """Share out what can be shared as the relaxation does, and plan each block within its share."""
        state = self.state
        if state.relaxed is None or state.shared_out:
            return
        draft = Draft(self._lean.plan, self._lean.usage, _shares(state, state.relaxed), set(range(len(state.parts))))
        order = list(draft.waiting)
        self._random.shuffle(order)
        # First what fits at once, so that there is a plan; then each block anew, shares being kept for their owners.
        self._all(Fit(0.0, seconds, k, draft) for k, seconds in self._in_turn(order, _TO_PLAN))
        order.sort(key=lambda block: block not in draft.waiting)
        draft.waiting.update(order)
        for _ in range(_TRIES):
            self._all(Share(self._near(), seconds, k, draft) for k, seconds in self._in_turn(order, _TO_PLAN))
            order = [block for block in order if block in draft.waiting]
        state.shared_out = not self._over()

    def _close_in(self) -> None:
        if self.state.best is None:
            return
        choice = Choice(self.gap, self._random)
        while not self._over() and self.state.gap > self.gap:
            while self.crew.idle:
                busy = {block for job in self._flying.values() for block in _blocks(job)}
                job = choice.next(self.state, busy)
                if job is None:
                    break
                self._submit(job)
            for job in self._landed():
                choice.learn(job, self.state)

    # --- jobs -------------------------------------------------------------------------------------------------

    def _all(self, jobs: Iterable[Job]) -> None:
        """Do all ``jobs``, as many at a time as there are workers, unless it is over before."""
        waiting = iter(jobs)
        left = True
        while (left or self._flying) and not self._over():
            while left and self.crew.idle:
                job = next(waiting, None)
                if job is None:
                    left = False
                else:
                    self._submit(job)
            self._landed()

    def _in_turn(self, blocks: Sequence[int], part: float) -> Iterator[tuple[int, float]]:
        """Each block, as its turn comes, with the seconds it may take so that all take no more than ``part`` of the
        time that is left now: what one does not need is for those after it."""
        after = (1 - part) * self._left()
        for number, block in enumerate(blocks):
            room = (self._left() - after) * self.crew.size / (len(blocks) - number)
            yield block, min(_FIRST_SECONDS, room)

    def _submit(self, job: Job) -> None:
        job.seconds = max(0.1, min(job.seconds, self._left()))
        self._flying[self.crew.submit(job.piece(self.state))] = job
        job.took = -monotonic()

    def _landed(self) -> list[Job]:
        """Jobs that are done, their results taken in."""
        landed = []
        for ticket, solved in self.crew.finished(_LOOK):
            job = self._flying.pop(ticket)
            job.took += monotonic()
            solved = solved or Solved(Ending.UNKNOWN)
            self.nodes += solved.nodes
            job.take(self.state, solved)
            landed.append(job)
        self.tell(self.state)
        return landed

    def _farewell(self) -> None:
        self.crew.stop()
        until = monotonic() + _FAREWELL
        while self._flying and monotonic() < until:
            self._landed()
        self.crew.forget()

    # --- measures ---------------------------------------------------------------------------------------------

    def _near(self) -> float:
        """How close a block is to be solved at first."""
        value = abs(self.state.estimate) if np.isfinite(self.state.estimate) else 0.0
        return _FIRST_PART * max(self.gap, _COARSE) * value / len(self.state.parts)

    def _left(self) -> float:
        return self.deadline - monotonic()

    def _over(self) -> bool:
        return self.stopped() or self.state.infeasible or self._left() <= 0 or bool(self.crew.gone)


def _blocks(job: Job) -> tuple[int, ...]:
    return job.members if isinstance(job, Regroup) else (job.block,) if isinstance(job, Price) else ()


def _shares(state: State, relaxed: Numbers) -> Numbers:
    """What each block uses in the relaxation, and an equal part of what nobody uses."""
    used = state.usage(relaxed)
    left = state.parts.coupling.row_upper - used.sum(axis=0)
    return np.asarray(used + np.where(np.isfinite(left), np.maximum(left, 0.0), 0.0) / len(state.parts))
