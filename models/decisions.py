"""Which whole-number columns belong together: what a search for plans decides anew at a time, and in what turn.

*Runs* (running, starting, paying a smallest payment) belong to a work at a node. Most else follows from the runs more
than it leads to them, signing and who pays above all: a search that decides it early runs into dead ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from models.model import Model


class Turn(IntEnum):
    """When to decide a column; those that are no ``Decision`` follow from the runs."""

    RUN = 0
    FOLLOW = 1
    SIGN = 2
    PAY = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """A column, by its ``name``; ``activity`` and ``node`` are None where it belongs to no single work.

    ``runs``: it tells whether the work runs at the node. ``before`` is the node before that one.
    """

    name: str
    activity: str | None
    node: int | None
    turn: Turn
    runs: bool = False
    before: int | None = None


def decisions(model: Model) -> Iterator[Decision]:
    """The columns of runs, of payments and of signing. Other whole-number columns follow from them."""
    columns, tree = model.columns, model.instance.tree
    for (activity, node), column in columns.on.items():
        yield Decision(column.name, activity, node, Turn.RUN, runs=True, before=tree[node].parent)
    for (activity, node), column in columns.start.items():
        yield Decision(column.name, activity, node, Turn.RUN, before=tree[node].parent)
    for (_, activity, node), column in columns.pays.items():
        yield Decision(column.name, activity, node, Turn.PAY, before=tree[node].parent)
    for column in columns.signed.values():
        yield Decision(column.name, None, None, Turn.SIGN)
