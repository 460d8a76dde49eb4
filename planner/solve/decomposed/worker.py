"""The main program of a process that solves pieces, one after the other, until nobody sends any more."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TYPE_CHECKING

from planner.solve.messages import Channel, Failed, Ready, Stop

if TYPE_CHECKING:
    from planner.solve.decomposed.piece import Piece


def main() -> None:
    """Solve pieces until standard input ends; then nothing is left to do, and nothing is left behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel = Channel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)  # what solvers print goes to standard error
    desk = _Desk(channel)
    try:
        from planner.solve.decomposed.piece import solve_piece

        channel.send(Ready())
        threading.Thread(target=desk.receive, daemon=True).start()
        while True:
            channel.send(solve_piece(desk.next(), desk.stop.is_set))
    except (EOFError, OSError):
        pass
    except Exception as fault:
        channel.send(Failed(f"{type(fault).__name__}: {fault}"))
    sys.stdout.flush()
    os._exit(0)


class _Desk:
    """Where pieces arrive while others are being solved. ``stop`` tells to end the piece in hand."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._pieces: list[Piece] = []
        self._arrived = threading.Condition()
        self.stop = threading.Event()

    def receive(self) -> None:
        try:
            while True:
                message = self._channel.receive()
                with self._arrived:
                    if isinstance(message, Stop):
                        self.stop.set()
                    else:
                        self.stop.clear()
                        self._pieces.append(message)  # type: ignore[arg-type]
                        self._arrived.notify()
        except EOFError:
            os._exit(0)

    def next(self) -> Piece:
        with self._arrived:
            self._arrived.wait_for(lambda: self._pieces)
            return self._pieces.pop(0)
