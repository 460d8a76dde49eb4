"""What the process that asks and the process that solves say to each other, and the pipe they say it through."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from models.instance import Instance
from models.plan import Plan
from planner.solve.options import SolveOptions
from planner.solve.result import Point
from planner.solvers.ending import Ending

NOT_CANONICAL = "Who pays what is sound, but time was too short to make it the canonical ledger."

LINGER = 1.0
"""Seconds a child waits for a solver that was given up to end after all: to start another child takes as long."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Child: imported and listening, once for all its jobs; after a job that left it ``spent``, once more."""


@dataclass(frozen=True, slots=True)
class Job:
    """Parent: solve this within ``seconds``; ``folder`` is private and emptied by the parent."""

    instance: Instance
    options: SolveOptions
    seconds: float
    folder: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Parent: stop searching and hand over the best plan so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Child: the model is built."""

    rows: int
    columns: int
    nonzeros: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Child: a sound plan in whole money, with the bound, while who pays is still being put in order: what there is, if
    time ends before that."""

    plan: Plan
    bound: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Child: the end. The ``plan`` is ``settled``; ``bound`` and ``root_bound`` are on the score or cost of any plan;
    times in seconds.

    ``spent``: a solver that was given up still runs in the child, which is fit for no other job before it says so.
    """

    ending: Ending
    plan: Plan | None = None
    bound: float | None = None
    root_bound: float | None = None
    nodes: int = 0
    solver: str = ""
    first_plan: float | None = None
    trace: tuple[Point, ...] = ()
    build: float = 0.0
    search: float = 0.0
    polish: float = 0.0
    peak_memory: int | None = None
    clash: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    spent: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """Child: an error; ``usage`` where the user can put it right, else ``details`` hold the traceback."""

    message: str
    remedy: str = ""
    usage: bool = False
    details: str = ""


class Channel:
    """Pickled messages over a pair of pipes. ``receive`` blocks and raises ``EOFError`` once the other end is gone."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming, self._outgoing = incoming, outgoing

    def send(self, message: object) -> None:
        """Raises ``OSError`` once the other end is gone."""
        pickle.dump(message, self._outgoing, pickle.HIGHEST_PROTOCOL)
        self._outgoing.flush()

    def receive(self) -> object:
        try:
            return pickle.load(self._incoming)
        except (pickle.UnpicklingError, OSError, ValueError) as broken:
            raise EOFError from broken
