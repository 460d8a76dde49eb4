"""Ctrl-C: the first one asks for the best plan so far, the second one ends at once."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Self


class Interrupts:
    """Counts interruptions while it is entered; the second raises ``KeyboardInterrupt``.

    Outside the main thread Python allows no handlers; there it counts nothing and Ctrl-C does what it always did.
    """

    def __init__(self) -> None:
        self.count = 0
        self._ours = False

    def __enter__(self) -> Self:
        self._ours = threading.current_thread() is threading.main_thread()
        if self._ours:
            self._before = signal.signal(signal.SIGINT, self._handle)
        return self

    def __exit__(self, *_: object) -> None:
        if self._ours:
            signal.signal(signal.SIGINT, self._before)

    def _handle(self, number: int, frame: FrameType | None) -> None:
        self.count += 1
        if self.count > 1:
            raise KeyboardInterrupt
