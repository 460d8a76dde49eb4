"""Those who solve pieces: processes of this machine, each replaced where it is lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Self

from planner.solve.child import Child, Ended
from planner.solve.decomposed.piece import Piece, Solved
from planner.solve.messages import Failed, Ready, Stop

_LOOK = 0.01
"""Seconds between two looks at who is ready."""
MOST_LOSSES = 3
"""How often one piece may cost a worker its life before it is given up."""


class Crew:
    """``size`` workers. A context manager: on leaving, they are dead. A piece is known by the ticket it was given."""

    def __init__(self, size: int, folder: Path) -> None:
        self.size, self._folder = size, folder
        self._children: list[Child] = []
        self._doing: dict[int, tuple[int, Piece, int]] = {}
        self._closed = False
        self._forgotten: set[int] = set()
        self._tickets = 0
        self.lost = 0

    def __enter__(self) -> Self:
        self._children = [self._another() for _ in range(self.size)]
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all workers; whoever still counts on them is told that they are gone (``Ended``)."""
        self._closed = True
        for child in self._children:
            child.end()

    def _another(self) -> Child:
        room = Path(mkdtemp(prefix="worker-", dir=self._folder))
        return Child(room, show_errors=False, module="planner.solve.decomposed.worker")

    @property
    def processes(self) -> tuple[int, ...]:
        """Numbers of the workers' processes."""
        return tuple(child.pid for child in self._children)

    @property
    def idle(self) -> int:
        """How many could begin at once."""
        return self.size - len(self._doing)

    def submit(self, piece: Piece) -> int:
        """Hand ``piece`` to an idle worker; its ticket."""
        seat = next(seat for seat in range(self.size) if seat not in self._doing)
        self._tickets += 1
        self._give(seat, self._tickets, piece, 0)
        return self._tickets

    def _give(self, seat: int, ticket: int, piece: Piece, losses: int) -> None:
        self._doing[seat] = (ticket, piece, losses)
        try:
            self._children[seat].send(piece)
        except Ended:
            self._replace(seat)

    def stop(self) -> None:
        """Tell all to end what they are doing with what they have found."""
        for seat in self._doing:
            try:
                self._children[seat].send(Stop())
            except Ended:
                continue

    def forget(self) -> None:
        """Let all end what they are doing, and tell nobody what comes out."""
        self.stop()
        self._forgotten.update(ticket for ticket, _, _ in self._doing.values())

    def finished(self, seconds: float) -> Iterator[tuple[int, Solved | None]]:
        """Tickets that are done and what came out, waiting at most ``seconds`` for the first; None: given up."""
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
        self.lost += 1
        self._children[seat].end()
        self._children[seat] = self._another()
        if losses + 1 >= MOST_LOSSES:
            return ticket, None
        self._give(seat, ticket, piece, losses + 1)
        return None
