"""A crew of processes of this machine, each replaced where it is lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from planner.solve.child import Child, Ended
from planner.solve.decomposed.crew import MOST_LOSSES, Crew
from planner.solve.decomposed.piece import Piece, Solved
from planner.solve.messages import Failed, Ready, Stop

_LOOK = 0.01
"""Seconds between two looks at who is ready."""


class Children(Crew):
    """``size`` processes; ``folder`` is private. They are dead on leaving."""

    def __init__(self, size: int, folder: Path) -> None:
        self._size, self._folder = size, folder
        self._children = [self._another() for _ in range(size)]
        self._doing: dict[int, tuple[int, Piece, int]] = {}
        self._closed = False
        self._forgotten: set[int] = set()
        self._tickets = 0
        self._lost = 0

    def close(self) -> None:
        self._closed = True
        for child in self._children:
            child.end()

    def _another(self) -> Child:
        room = Path(mkdtemp(prefix="worker-", dir=self._folder))
        return Child(room, show_errors=False, module="planner.solve.decomposed.worker")

    def successor(self) -> Children:
        self.close()
        return Children(self._size, self._folder)

    @property
    def processes(self) -> tuple[int, ...]:
        """Numbers of the workers' processes."""
        return tuple(child.pid for child in self._children)

    @property
    def size(self) -> int:
        return self._size

    @property
    def idle(self) -> int:
        return self.size - len(self._doing)

    @property
    def lost(self) -> int:
        return self._lost

    @property
    def gone(self) -> str:
        return ""

    def submit(self, piece: Piece) -> int:
        seat = next(seat for seat in range(self.size) if seat not in self._doing)
        self._tickets += 1
        self._give(seat, self._tickets, piece, 0)
        return self._tickets

    def _give(self, seat: int, ticket: int, piece: Piece, losses: int) -> None:
        self._doing[seat] = (ticket, piece, losses)
        with suppress(Ended):  # that it is gone is seen when its answer is looked for
            self._children[seat].send(piece)

    def stop(self) -> None:
        for seat in self._doing:
            with suppress(Ended):
                self._children[seat].send(Stop())

    def forget(self) -> None:
        self.stop()
        self._forgotten.update(ticket for ticket, _, _ in self._doing.values())

    def finished(self, seconds: float) -> Iterator[tuple[int, Solved | None]]:
        until = time.monotonic() + seconds
        while True:
            looked = [each for seat in list(self._doing) if (each := self._look(seat)) is not None]
            done = [(ticket, solved) for ticket, solved in looked if ticket not in self._forgotten]
            if done or time.monotonic() > until:
                yield from done
                return
            time.sleep(_LOOK)

    def _look(self, seat: int) -> tuple[int, Solved | None] | None:
        ticket, _, _ = self._doing[seat]
        try:
            message = self._children[seat].receive(0)
        except Ended:
            return self._replace(seat)
        match message:
            case Solved():
                del self._doing[seat]
                return ticket, message
            case Failed():
                return self._replace(seat)
            case Ready() | None:
                return None
        return None

    def _replace(self, seat: int) -> tuple[int, Solved | None] | None:
        """A new worker in the seat, with the same piece, unless that has cost too many."""
        if self._closed:
            raise Ended("the workers were dismissed")
        ticket, piece, losses = self._doing.pop(seat)
        self._lost += 1
        self._children[seat].end()
        self._children[seat] = self._another()
        if losses + 1 >= MOST_LOSSES:
            self.given_up += 1
            self.fault = f"{MOST_LOSSES} workers were lost over it"
            return ticket, None
        self._give(seat, ticket, piece, losses + 1)
        return None
