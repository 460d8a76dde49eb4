"""Time as a scenario tree: a node is a period together with what is known in it. A certain future is a path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Branch:
    """A scenario as the tree needs it: ``known`` is the first period that knows it (None: the trunk itself)."""

    name: str
    probability: Fraction
    parent: str | None = None
    known: int | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """One period on one or more scenarios that cannot yet be told apart.

    ``history`` names the scenario whose course the node follows (empty on the shared trunk); ``scenarios`` are the
    leaves that can still come. Nodes are numbered parents first; ``parent`` is None at the root.
    """

    index: int
    period: int
    history: str
    parent: int | None
    probability: Fraction
    scenarios: tuple[str, ...]


@dataclass(frozen=True)
class Tree:
    nodes: tuple[Node, ...]

    @classmethod
    def grow(cls, periods: int, branches: Sequence[Branch]) -> Tree:
        """The tree of ``periods`` periods with one leaf per branch; without branches one nameless path.

        Expects checked input: known parents, no cycles, ``0 < known < periods``, probabilities adding to 1.
        """
        branches = tuple(branches) or (Branch("", Fraction(1)),)
        by_name = {branch.name: branch for branch in branches}
        trunk = next((branch.name for branch in branches if branch.known is None and branch.parent is None), "")

        def history(name: str, period: int) -> str:
            branch = by_name.get(name)
            while branch is not None and branch.known is not None and period < branch.known:
                name = branch.parent or trunk
                branch = by_name.get(name)
            return name

        nodes: list[Node] = []
        found: dict[tuple[str, int], int] = {}
        for period in range(periods):
            courses: dict[str, list[Branch]] = {}
            for branch in branches:
                courses.setdefault(history(branch.name, period), []).append(branch)
            for course, members in courses.items():
                parent = found[history(members[0].name, period - 1), period - 1] if period else None
                found[course, period] = len(nodes)
                nodes.append(
                    Node(
                        len(nodes),
                        period,
                        course,
                        parent,
                        sum((member.probability for member in members), Fraction(0)),
                        tuple(member.name for member in members),
                    )
                )
        return cls(tuple(nodes))

    def __len__(self) -> int:
        return len(self.nodes)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __getitem__(self, index: int) -> Node:
        return self.nodes[index]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Children of each node."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for node in self.nodes:
            if node.parent is not None:
                found[node.parent].append(node.index)
        return tuple(tuple(each) for each in found)

    @cached_property
    def leaves(self) -> tuple[int, ...]:
        """Nodes of the last period."""
        return tuple(node.index for node in self.nodes if not self.children[node.index])

    @cached_property
    def _paths(self) -> tuple[tuple[int, ...], ...]:
        paths: list[tuple[int, ...]] = []
        for node in self.nodes:
            before = () if node.parent is None else paths[node.parent]
            paths.append((*before, node.index))
        return tuple(paths)

    def path(self, node: int) -> tuple[int, ...]:
        """Nodes from the root to ``node``, both included; entry t is the node of period t."""
        return self._paths[node]

    def ancestor(self, node: int, steps: int) -> int | None:
        """The node ``steps`` periods earlier (0: itself), None before the horizon."""
        path = self._paths[node]
        return path[-1 - steps] if steps < len(path) else None

    def recent(self, node: int, steps: int) -> tuple[int, ...]:
        """``node`` and its ancestors up to ``steps`` periods earlier, oldest first."""
        return self._paths[node][-1 - steps :] if steps >= 0 else ()

    def descendants(self, node: int, steps: int) -> Iterator[int]:
        """``node`` and all nodes up to ``steps`` periods later."""
        yield node
        if steps:
            for child in self.children[node]:
                yield from self.descendants(child, steps - 1)
