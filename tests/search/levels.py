"""Rises and falls of the level of talks (rule ``official_level``), from the runs that are still open.

What is only partly decided has two answers: whether it surely is so, and whether it may be. Where each activity has
one run left the two agree, and the linear remainder counts the very rises and falls of the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from models.instance import Instance

RANKS = (2, 3)
"""Minister and head; talks of low level have rank 1."""


class Answer(NamedTuple):
    """``surely`` implies ``maybe``."""

    surely: bool
    maybe: bool

    @property
    def denied(self) -> Answer:
        return Answer(not self.maybe, not self.surely)


def either(answers: Iterable[Answer]) -> Answer:
    found = list(answers)
    return Answer(any(each.surely for each in found), any(each.maybe for each in found))


def both(*answers: Answer) -> Answer:
    return Answer(all(each.surely for each in answers), all(each.maybe for each in answers))


class Levels:
    """Levels of the talks of one conflict; ``talks`` gives each its rank, ``on`` answers whether it runs at a node."""

    def __init__(self, instance: Instance, talks: dict[str, int], on: Callable[[str, int], Answer]) -> None:
        self.instance, self.talks, self.on = instance, talks, on

    def held(self, ranks: Iterable[int], node: int | None) -> Answer:
        """Whether talks of these ranks are on at the node (None: before the horizon)."""
        names = [name for name, rank in self.talks.items() if rank in set(ranks)]
        if node is None:
            running = any(self.instance.activity(name).status == "running" for name in names)
            return Answer(running, running)
        return either(self.on(name, node) for name in names)

    def shown(self, rank: int, node: int | None) -> Answer:
        """Whether the latest talks, up to the node, were of the rank or higher."""
        high = self.held(range(rank, 4), node)
        if node is None:
            return high
        # No talks of the rank are on where none at all are, so one case excludes the other.
        silent = self.held(range(1, 4), node).denied
        return either((high, both(silent, self.shown(rank, self.instance.tree[node].parent))))

    def rise(self, rank: int, node: int) -> Answer:
        """First talks of the rank or higher on the path, after lower ones."""
        earlier: list[int | None] = [None, *self.instance.tree.path(node)[:-1]]
        never = either(self.held(range(rank, 4), then) for then in earlier).denied
        lower = either(self.held(range(1, rank), then) for then in earlier)
        return both(self.held(range(rank, 4), node), never, lower)

    def fall(self, rank: int, node: int) -> Answer:
        """Talks go on below what was shown before."""
        talking = self.held(range(1, 4), node)
        high = self.held(range(rank, 4), node)
        return both(self.shown(rank, self.instance.tree[node].parent), talking, high.denied)
