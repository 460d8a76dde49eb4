"""The main program of a process that solves pieces, one after the other, until nobody sends any more."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from planner.solve.desk import Desk
from planner.solve.messages import Channel, Failed, Ready

if TYPE_CHECKING:
    from planner.solve.decomposed.piece import Piece


def main() -> None:
    """Solve pieces until standard input ends; then nothing is left to do, and nothing is left behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel = Channel(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)  # what solvers print goes to standard error
    desk: Desk[Piece] = Desk(channel, gone=lambda: os._exit(0))
    try:
        from planner.solve.decomposed.piece import solve_piece

        channel.send(Ready())
        desk.open()
        while True:
            channel.send(solve_piece(desk.next(), desk.stop.is_set))
    except (EOFError, OSError):
        pass
    except Exception as fault:
        channel.send(Failed(f"{type(fault).__name__}: {fault}"))
    sys.stdout.flush()
    os._exit(0)
