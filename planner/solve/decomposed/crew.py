"""Those who solve pieces, whoever they are: processes of this machine (``children``) or of a cluster (``cluster``)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Self

from planner.solve.decomposed.piece import Piece, Solved

MOST_LOSSES = 3
"""How often one piece may cost a worker its life before it is given up."""


class Crew(ABC):
    """Workers. A context manager: on leaving, they are dismissed. A piece is known by the ticket it was given.

    ``given_up`` counts the pieces that nobody could solve, ``fault`` is what was the matter with the last of them.
    """

    given_up: int = 0
    fault: str = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    @abstractmethod
    def size(self) -> int:
        """How many pieces can be worked on at a time, at least 1."""

    @property
    @abstractmethod
    def idle(self) -> int:
        """How many could begin at once."""

    @property
    @abstractmethod
    def lost(self) -> int:
        """Workers that are gone; what they were at was given to others."""

    @property
    @abstractmethod
    def gone(self) -> str:
        """Why nobody will work any more, in a sentence; empty as long as somebody may. From then on every piece is
        given up."""

    @abstractmethod
    def submit(self, piece: Piece) -> int:
        """Hand over ``piece``, only while somebody is idle; its ticket. Raises ``Ended`` where all were dismissed."""

    @abstractmethod
    def finished(self, seconds: float) -> Iterator[tuple[int, Solved | None]]:
        """Tickets that are done and what came out, waiting at most ``seconds`` for the first; None: given up. Raises
        ``Ended`` where all were dismissed."""

    @abstractmethod
    def stop(self) -> None:
        """Tell all to end what they are doing with what they have found."""

    @abstractmethod
    def forget(self) -> None:
        """Let all end what they are doing, and tell nobody what comes out."""

    @abstractmethod
    def close(self) -> None:
        """Dismiss all; whoever still counts on them is told so (``Ended``)."""

    @abstractmethod
    def successor(self) -> Crew:
        """Dismiss all and take others, of the same kind."""

    def remarks(self) -> list[str]:
        """What went wrong with the workers, in sentences."""
        told = []
        if self.lost:
            told.append(f"{_number(self.lost, 'worker was', 'workers were')} lost; others took up that work.")
        if self.given_up:
            count = _number(self.given_up, "piece of work was", "pieces of work were")
            told.append(f"{count} given up{f', the last because {self.fault}' if self.fault else ''}.")
        return [*told, self.gone] if self.gone else told


def _number(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
