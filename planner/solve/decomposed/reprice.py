"""New prices from the plans known, near the old ones: what they promise, and the round of proofs that tests them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pulp

from models.decompose.master import Known, Side, master, prices
from planner.solve.arrays import Numbers
from planner.solve.decomposed.state import State, View

_REACH, _LEAST_REACH = 0.3, 0.02
"""How far prices may move at first, as a share of each; below the least it is not worth another round."""


@dataclass
class Reprice:
    """``view`` is the round under way, None between two. Prices move less far each time that a round proved less."""

    reach: float = _REACH
    view: View | None = None
    waiting: list[int] = field(default_factory=list)

    def promise(self, state: State) -> tuple[float, Numbers] | None:
        """By how much the bound may rise at new prices, at most, and these; None where prices have settled."""
        if self.reach < _LEAST_REACH:
            return None
        problem = _master(state, self.reach)
        if problem.solve(pulp.HiGHS(msg=False, threads=1)).status != pulp.LpSolveStatus.Optimal:
            return None
        found = state.parts.legal(np.array(prices(problem, state.parts.coupling.size[0])))
        value = problem.objective.value() if problem.objective is not None else None
        return (value or 0.0) - state.bound, found

    def begin(self, state: State, found: Numbers) -> None:
        """Begin a round at the prices ``found``."""
        self.view = View.at(found, len(state.parts))
        self.waiting = list(range(len(state.parts)))

    def end(self, state: State) -> float | None:
        """Once something is proven for each block: keep the prices that prove more, and say how much more; None before
        that."""
        if self.view is None or not np.isfinite(self.view.proven).all():
            return None
        gain = max(0.0, self.view.bound(state.parts) - state.view.bound(state.parts))
        if gain > 0:
            state.change(self.view)
        else:
            self.reach /= 2
        self.view = None
        return gain


def _master(state: State, reach: float) -> pulp.LpProblem:
    parts, now = state.parts, state.view.prices
    rows = parts.coupling
    room = reach * (np.abs(now) + 0.1 * np.abs(now).max(initial=0.0))
    least, most = now - room, now + room
    least = np.where(np.isinf(rows.row_upper), np.maximum(least, 0.0), least)
    most = np.where(np.isinf(rows.row_lower), np.minimum(most, 0.0), most)
    sides = [
        Side(
            None if np.isinf(rows.row_lower[r]) else float(rows.row_lower[r]),
            None if np.isinf(rows.row_upper[r]) else float(rows.row_upper[r]),
            float(least[r]),
            float(most[r]),
        )
        for r in range(rows.size[0])
    ]
    blocks = [
        [Known(float(parts.own[k].cost @ plan), _sparse(parts.shared[k].at(plan))) for plan in plans]
        for k, plans in enumerate(state.plans)
    ]
    common = []
    for j, column in enumerate(parts.common):
        unit = np.zeros(len(parts.common))
        unit[j] = 1.0
        known = Known(float(parts.whole.cost[column]), _sparse(parts.shared_common.at(unit)))
        common.append((known, float(parts.whole.lower[column]), float(parts.whole.upper[column])))
    return master(blocks, common, sides)


def _sparse(amounts: Numbers) -> dict[int, float]:
    return {int(r): float(amounts[r]) for r in np.flatnonzero(np.abs(amounts) > 1e-12)}
