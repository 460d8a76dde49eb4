"""A crew of workers of a Dask cluster. Pieces are sent whole: numbers of rows and columns, and no names.

What a piece needs is sent with it, and workers remember nothing: a block of a portfolio is some 250 kB, which travels
in milliseconds and is worked on for tenths of a second or more; so whoever is free may take up what another one left.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from functools import partial
from typing import Any
from uuid import uuid4

from planner.solve.child import Ended
from planner.solve.decomposed.connection import Connection
from planner.solve.decomposed.crew import MOST_LOSSES, Crew
from planner.solve.decomposed.piece import Piece, Solved
from planner.solve.decomposed.remote import solve_there, stop_there


class Cluster(Crew):
    """Everybody who is at the other end of ``connection``, however many they are at the moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lost_before = connection.lost
        self._name = f"plan-{uuid4().hex}"
        self._doing: dict[int, Any] = {}
        self._landed: queue.Queue[tuple[int, Solved | None, str]] = queue.Queue()
        self._tickets = 0
        self._closed = False

    @property
    def size(self) -> int:
        return max(1, self._connection.seats)

    @property
    def idle(self) -> int:
        return 0 if self.gone else max(0, self._connection.seats - len(self._doing))

    @property
    def lost(self) -> int:
        return self._connection.lost - self._lost_before

    @property
    def gone(self) -> str:
        return self._connection.gone

    def submit(self, piece: Piece) -> int:
        self._check()
        self._tickets += 1
        ticket = self._tickets
        try:
            future = self._connection.client.submit(
                solve_there,
                piece,
                self._name,
                ticket,
                key=f"{self._name}-{ticket}",
                pure=False,
                retries=MOST_LOSSES - 1,
            )
        except Exception as fault:  # the connection has just broken off, which Dask tells in many ways
            self._doing[ticket] = None
            self._landed.put((ticket, None, _words(fault)))
            return ticket
        self._doing[ticket] = future
        future.add_done_callback(partial(self._land, ticket))
        return ticket

    def _land(self, ticket: int, future: Any) -> None:
        """Fetch what came out; called in a thread of Dask's."""
        try:
            self._landed.put((ticket, future.result(), ""))
        except CancelledError:  # whoever forgot it, or a connection that broke off, which is told by itself
            self._landed.put((ticket, None, ""))
        except Exception as fault:
            self._landed.put((ticket, None, _words(fault)))

    def finished(self, seconds: float) -> Iterator[tuple[int, Solved | None]]:
        self._check()
        until = time.monotonic() + seconds
        while True:
            done = [each for each in self._arrived(until - time.monotonic()) if each[0] in self._doing]
            if not done and self.gone:
                done = [(ticket, None, "") for ticket in self._doing]
            if done or time.monotonic() > until:
                break
        for ticket, solved, fault in done:
            del self._doing[ticket]
            if fault and not self.gone:
                self.given_up += 1
                self.fault = fault
            yield ticket, solved

    def _arrived(self, seconds: float) -> list[tuple[int, Solved | None, str]]:
        arrived = []
        with suppress(queue.Empty):
            arrived.append(self._landed.get(timeout=max(0.0, seconds)))
            while True:
                arrived.append(self._landed.get_nowait())
        return arrived

    def stop(self) -> None:
        client, told = self._connection.client, (self._name, self._tickets)

        def tell() -> None:
            with suppress(Exception):  # whoever is lost by now has stopped
                client.run(stop_there, *told, on_error="ignore")

        if self._doing and not self.gone:
            threading.Thread(target=tell, daemon=True).start()

    def forget(self) -> None:
        futures = [future for future in self._doing.values() if future is not None]
        self._doing.clear()
        with suppress(Exception):  # a connection that is closed has nothing to cancel
            self._connection.client.cancel(futures)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self.forget()
            self._connection.close()

    def successor(self) -> Cluster:
        self._closed = True
        self.forget()
        return Cluster(self._connection)

    def _check(self) -> None:
        if self._closed:
            raise Ended("the workers were dismissed")


def _words(fault: Exception) -> str:
    """What was the matter with a piece, in one line."""
    from distributed.scheduler import KilledWorker

    if isinstance(fault, KilledWorker):
        return f"{fault.allowed_failures + 1} workers were lost over it"
    said = str(fault).splitlines()
    return f"{type(fault).__name__}: {said[0] if said else ''}".rstrip(".: ")
