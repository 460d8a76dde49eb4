"""Which columns hang together once the rows of what is shared are set aside.

Rows of the rules ``SHARED`` and of conditions may join any conflicts; all others join what they join: two columns in
one of them belong to one block. A row of what is shared whose columns lie in one block is that block's own. Columns in
no other rows than coupling ones (the gap of a share of all money) belong to no block: they are *common*. Columns that
nothing is decided about (a stock that no work feeds) go with the first block in which something is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SHARED = ("budget", "share", "capacity", "stakeholders", "asked")
"""First words of the names of rows that may couple: of money, shares of it, people, rooms; and of conditions."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Numbers of the columns and rows of each block, of the coupling rows and of the common columns, all ascending."""

    columns: tuple[tuple[int, ...], ...]
    rows: tuple[tuple[int, ...], ...]
    coupling: tuple[int, ...]
    common: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.columns)


def is_shared(name: str) -> bool:
    """Whether a row of this name may couple conflicts."""
    return name.partition("_")[0] in SHARED


def blocks_of(decided: Sequence[bool], rows: Sequence[Sequence[int]], shared: Sequence[bool]) -> Blocks:
    """Blocks of columns. ``decided`` tells of each column whether it is a decision of its own (a whole number),
    ``rows`` are the numbers of the columns in each row, ``shared`` tells which rows may couple. Blocks are in the order
    of their first columns.
    """
    forest = _Forest(len(decided))
    tight: set[int] = set()
    for row, apart in zip(rows, shared, strict=True):
        if not apart:
            forest.join(row)
            tight.update(row)
    forest.gather(tight, decided)
    coupling = []
    for number, (row, apart) in enumerate(zip(rows, shared, strict=True)):
        if apart and len({forest.root(j) for j in row if j in tight}) == 1:
            forest.join(row)
        elif apart:
            coupling.append(number)
    return _gathered(forest, rows, coupling, tight)


def _gathered(forest: _Forest, rows: Sequence[Sequence[int]], coupling: list[int], tight: set[int]) -> Blocks:
    block_of: dict[int, int] = {}
    for j in sorted(tight):
        block_of.setdefault(forest.root(j), len(block_of))
    columns: list[list[int]] = [[] for _ in block_of]
    common: list[int] = []
    for j in range(len(forest.parent)):
        block = block_of.get(forest.root(j))
        (common if block is None else columns[block]).append(j)
    own: list[list[int]] = [[] for _ in block_of]
    set_aside = set(coupling)
    for number, row in enumerate(rows):
        if row and number not in set_aside:
            own[block_of[forest.root(row[0])]].append(number)
    return Blocks(tuple(map(tuple, columns)), tuple(map(tuple, own)), tuple(coupling), tuple(common))


class _Forest:
    """Disjoint sets of numbers."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = number = self.parent[self.parent[number]]
        return number

    def gather(self, numbers: Iterable[int], decided: Sequence[bool]) -> None:
        """Join sets of ``numbers`` in which nothing is decided to the first one in which something is."""
        busy = sorted({self.root(j) for j in numbers if decided[j]})
        for root in {self.root(j) for j in numbers}.difference(busy) if busy else ():
            self.join((busy[0], root))

    def join(self, numbers: Sequence[int]) -> None:
        for number in numbers[1:]:
            one, other = sorted((self.root(numbers[0]), self.root(number)))
            self.parent[other] = one
