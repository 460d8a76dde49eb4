"""What of a plan is decided anew, while the rest is kept: some works, some works the relaxation would have otherwise,
all works for some time, or when works begin and end. How much adapts: more where nothing better can be there, less
where it is not found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from models.decisions import Decision, Turn
from planner.solve.arrays import Numbers, Places
from planner.solve.primal.cells import Cells

_BEGIN, _LEAST = 0.3, 0.1
_LEAST_WORKS, _LEAST_NODES = 2, 2
_SHIFTS = (1, 2)
"""By how many periods works may begin and end sooner or later: at first by the least, then by any of these."""


class Decided:
    """The decisions of a problem by the numbers of its columns, ``names`` being those of all columns in order."""

    def __init__(self, decisions: Iterable[Decision], names: Iterable[str]) -> None:
        number = {name: j for j, name in enumerate(names)}
        self.turns = np.full(len(number), Turn.FOLLOW, dtype=np.int8)
        works: dict[str, list[int]] = {}
        nodes: dict[int, list[int]] = {}
        placed: list[tuple[Decision, int]] = []
        for each in decisions:
            if (column := number.get(each.name)) is None:
                continue
            self.turns[column] = each.turn
            if each.activity is not None and each.node is not None:
                works.setdefault(each.activity, []).append(column)
                nodes.setdefault(each.node, []).append(column)
                placed.append((each, column))
        self.works = [np.array(columns, dtype=np.int32) for columns in works.values()]
        self.nodes = [np.array(nodes[node], dtype=np.int32) for node in sorted(nodes)]
        self.cells = Cells.of(placed)
        self.owned = np.unique(np.concatenate(self.works)) if self.works else np.array([], dtype=np.int32)


@dataclass
class Neighbourhoods:
    """``shares`` is the part of works, or of nodes, that each kind frees now; by ``wider`` and ``narrower`` it adapts.
    The first to be tried, for as long as it helps, is a shift of when works begin and end (``shifting``)."""

    decided: Decided
    random: np.random.Generator
    shares: dict[str, float] = field(default_factory=lambda: dict.fromkeys(("works", "moved", "window"), _BEGIN))
    wider: float = 1.1
    narrower: float = 0.97
    shifting: bool = True

    def choose(self, x: Numbers, relaxed: Numbers) -> tuple[str, Places]:
        """A kind, and the columns of ``x`` that are kept."""
        kind = "shifted" if self.shifting else str(self.random.choice([*self.shares, "shifted"]))
        if kind == "shifted":
            periods = _SHIFTS[0] if self.shifting else int(self.random.choice(_SHIFTS))
            freed = self.decided.cells.near_changes(x, periods)
        else:
            freed = self._window(kind) if kind == "window" else self._works(kind, np.abs(x - relaxed))
        return kind, np.setdiff1d(self.decided.owned, freed)

    def _works(self, kind: str, moved: Numbers) -> Places:
        works = self.decided.works
        count = min(len(works), max(_LEAST_WORKS, round(self.shares[kind] * len(works))))
        weights = np.array([1.0 if kind == "works" else 0.01 + moved[columns].sum() for columns in works])
        chosen = self.random.choice(len(works), count, replace=False, p=weights / weights.sum())
        return np.concatenate([works[k] for k in chosen])

    def _window(self, kind: str) -> Places:
        nodes = self.decided.nodes
        count = min(len(nodes), max(_LEAST_NODES, round(self.shares[kind] * len(nodes))))
        first = int(self.random.integers(len(nodes) - count + 1))
        return np.concatenate(nodes[first : first + count])

    def learn(self, kind: str, *, bettered: bool, hopeless: bool) -> None:
        """``hopeless``: nothing better is there."""
        self.shifting = self.shifting and bettered
        if kind not in self.shares:
            return
        if hopeless:
            self.shares[kind] = min(1.0, self.shares[kind] * self.wider)
        elif not bettered:
            self.shares[kind] = max(_LEAST, self.shares[kind] * self.narrower)
