"""Works at nodes: which columns belong to one, and where a plan changes from one node to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from models.decisions import Decision
from planner.solve.arrays import Numbers, Places


@dataclass(frozen=True)
class Cells:
    """A *cell* is a work at a node. ``running`` are the columns that tell whether it runs there, ``before`` the cells
    of the same work one node earlier (none: as many as there are cells); ``columns`` are all that belong to some cell,
    and ``owners`` these cells.
    """

    running: Places
    before: Places
    columns: Places
    owners: Places

    @classmethod
    def of(cls, decided: Iterable[tuple[Decision, int]]) -> Cells:
        """From decisions that belong to a work, with the numbers of their columns."""
        number: dict[tuple[str | None, int | None], int] = {}
        parents: list[tuple[str | None, int | None]] = []
        running: list[int] = []
        columns: list[int] = []
        owners: list[int] = []
        for each, column in decided:
            cell = number.setdefault((each.activity, each.node), len(number))
            if cell == len(parents):
                parents.append((each.activity, each.before))
                running.append(column)
            if each.runs:
                running[cell] = column
            columns.append(column)
            owners.append(cell)
        before = [number.get(parent, len(number)) for parent in parents]
        return cls(*(np.array(places, dtype=np.int32) for places in (running, before, columns, owners)))

    def near_changes(self, x: Numbers, periods: int) -> Places:
        """Columns of works at most so many ``periods`` from where these begin or end in ``x``."""
        runs = np.append(x[self.running] > 0.5, False)  # the last one stands for no cell
        near = np.append(runs[:-1] != runs[self.before], False)
        for _ in range(periods):
            after = near[self.before]
            near[self.before[near[:-1]]] = True
            near[:-1] |= after
            near[-1] = False
        return np.asarray(self.columns[near[self.owners]], dtype=np.int32)
