"""The jobs of a decomposed search: each makes a piece to be solved and takes in what came out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from planner.solve.arrays import Numbers, Places
from planner.solve.decomposed.parts import others
from planner.solve.decomposed.piece import Piece, Solved, solve_piece
from planner.solve.decomposed.sketch import Sketch
from planner.solve.decomposed.state import State, View
from planner.solvers.ending import Ending


@dataclass
class Job(ABC):
    """``near`` is how close solution and bound have to come, in the objective; ``seconds`` the most it may take, and
    ``took`` what it has taken."""

    near: float
    seconds: float
    took: float = field(default=0.0, init=False)

    @abstractmethod
    def piece(self, state: State) -> Piece:
        """What is to be solved, as things stand."""

    @abstractmethod
    def take(self, state: State, solved: Solved) -> None:
        """What was learned."""


@dataclass
class Relax(Job):
    """The relaxation of the whole by an interior point: prices, and how what is shared is shared out."""

    threads: int = 1

    def piece(self, state: State) -> Piece:
        return Piece(arrays=state.parts.whole, seconds=self.seconds, relaxed=True, threads=self.threads)

    def take(self, state: State, solved: Solved) -> None:
        if solved.ending is Ending.INFEASIBLE:
            state.infeasible = True
        elif solved.duals is not None and solved.found:
            state.relaxed = solved.found[-1]
            state.root = state.estimate = solved.bound
            state.bound = max(state.bound, solved.bound)
            prices = state.parts.legal(solved.duals[list(state.parts.blocks.coupling)])
            state.view = View.at(prices, len(state.parts))


@dataclass
class RelaxGroup(Job):
    """The relaxation of some blocks with their part of what is shared."""

    members: tuple[int, ...]
    sketch: Sketch

    def piece(self, state: State) -> Piece:
        group, _ = state.parts.group(self.members, self.sketch.rest(self.members))
        return Piece(arrays=group, seconds=self.seconds, relaxed=True)

    def take(self, state: State, solved: Solved) -> None:
        if solved.duals is None or not solved.found:
            return  # its part may have been too little: that tells nothing of the whole
        prices = solved.duals[-state.parts.coupling.size[0] :]
        own = sum(len(state.parts.columns[block]) for block in self.members)
        self.sketch.draw(self.members, prices, solved.found[-1][:own], solved.bound)
        if self.sketch.whole:
            state.relaxed, state.estimate = self.sketch.relaxed, self.sketch.worth
            state.view = View.at(self.sketch.prices, len(state.parts))


@dataclass
class Price(Job):
    """A block alone at the prices of ``view``: what is proven for it holds however early it is stopped."""

    block: int
    view: View

    def piece(self, state: State) -> Piece:
        priced = state.parts.priced(self.block, self.view.prices)
        start = state.cheapest(self.block, priced.cost)
        return Piece(arrays=priced, seconds=self.seconds, near=self.near, start=start)

    def take(self, state: State, solved: Solved) -> None:
        if solved.ending is Ending.INFEASIBLE:
            state.infeasible = True
        state.prove(self.view, self.block, solved.bound)
        if solved.found:
            state.see(self.block, solved.found[-1])


@dataclass
class Draft:
    """A plan in the making: blocks are planned one after another, within what is left to each.

    ``shares`` are what a block that has not been planned yet is to have of divisible things at least.
    """

    plan: Numbers
    usage: Numbers
    shares: Numbers
    waiting: set[int]

    def rest(self, block: int, state: State) -> Numbers:
        """What is not left to ``block``."""
        kept = self.usage.copy()
        for other in self.waiting:
            kept[other] = np.where(state.parts.divisible, self.shares[other], self.usage[other])
        return others(kept, (block,))


@dataclass
class Least(Job):
    """The plan of a block that uses least of what is shared, to begin with."""

    block: int
    draft: Draft

    def piece(self, state: State) -> Piece:
        prices = np.where(np.isfinite(state.parts.coupling.row_upper), -1.0, 0.0)
        return Piece(arrays=state.parts.priced(self.block, prices, 0.0), seconds=self.seconds, near=self.near)

    def take(self, state: State, solved: Solved) -> None:
        if solved.ending is Ending.INFEASIBLE:
            state.infeasible = True
        elif solved.found:
            state.see(self.block, solved.found[-1])
            _settle(self.draft, state, (self.block,), state.parts.columns[self.block], solved.found[-1])


@dataclass
class Share(Job):
    """A block within its share, at the prices: it leaves to others what is worth more to them."""

    block: int
    draft: Draft
    columns: Places = field(default_factory=lambda: np.zeros(0, dtype=np.int32))

    def piece(self, state: State) -> Piece:
        parts = state.parts
        rest = self.draft.rest(self.block, state)
        group, self.columns = parts.group_beside((self.block,), self.draft.plan, rest)
        cost = group.cost.copy()
        cost[: len(parts.columns[self.block])] -= parts.shared[self.block].weighted(state.view.prices)
        start = self.draft.plan[self.columns]
        return Piece(arrays=replace(group, cost=cost), seconds=self.seconds, near=self.near, start=start)

    def take(self, state: State, solved: Solved) -> None:
        self.draft.waiting.discard(self.block)
        if not solved.found:
            return
        state.see(self.block, solved.found[-1][: len(state.parts.columns[self.block])])
        before, excess = self.draft.plan[self.columns], state.parts.excess(self.draft.plan)
        _settle(self.draft, state, (self.block,), self.columns, solved.found[-1])
        if state.parts.excess(self.draft.plan) > excess:  # others have taken meanwhile what it was offered
            _settle(self.draft, state, (self.block,), self.columns, before)
            self.draft.waiting.add(self.block)
        else:
            state.offer(self.draft.plan.copy())


@dataclass
class Fit(Share):
    """A block within its share, with the whole numbers that it would have at the prices: mostly money can be found for
    them there, from other tranches or less of it, and that is seen at once."""

    def piece(self, state: State) -> Piece:
        piece = Share.piece(self, state)
        cheapest = state.cheapest(self.block, state.parts.priced(self.block, state.view.prices).cost)
        if cheapest is None:
            return piece
        arrays, own = piece.arrays, len(state.parts.columns[self.block])
        lower, upper = arrays.lower.copy(), arrays.upper.copy()
        whole = np.flatnonzero(arrays.integer[:own])
        lower[whole] = upper[whole] = np.round(cheapest[whole])
        return replace(piece, arrays=replace(arrays, lower=lower, upper=upper), start=None)

    def take(self, state: State, solved: Solved) -> None:
        if solved.found:
            Share.take(self, state, solved)


def _settle(draft: Draft, state: State, members: Sequence[int], columns: Places, values: Numbers) -> None:
    draft.plan[columns] = values
    for block in members:
        draft.usage[block] = state.parts.usage(block, draft.plan)
    _complete(draft, state)


def _complete(draft: Draft, state: State) -> None:
    """Give the common columns their best values beside the plans of the blocks."""
    if len(state.parts.common):
        arrays, columns = state.parts.group((), others(draft.usage, ()))
        solved = solve_piece(Piece(arrays=arrays, seconds=1.0))
        if solved.found:
            draft.plan[columns] = solved.found[-1]


@dataclass
class Regroup(Job):
    """Some blocks planned anew together, with all that the others leave them: that promises to cost less by ``promise``
    at most, and costs less by ``gain``."""

    members: tuple[int, ...]
    columns: Places = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    promise: float = 0.0
    gain: float = 0.0

    def piece(self, state: State) -> Piece:
        parts, best = state.parts, state.best
        assert best is not None
        group, self.columns = parts.group_beside(self.members, best, others(state.usage(best), self.members))
        return Piece(arrays=group, seconds=self.seconds, near=self.near, start=best[self.columns])

    def take(self, state: State, solved: Solved) -> None:
        if solved.found and state.best is not None:
            plan = state.best.copy()
            plan[self.columns] = solved.found[-1]
            before = state.cost
            state.offer(plan)
            self.gain = before - state.cost
            for block in self.members if state.parts.fits(plan) else ():
                state.see(block, plan[state.parts.columns[block]])
        if len(self.members) == len(state.parts):
            state.bound = max(state.bound, solved.bound)  # with all of them together, it is the whole
