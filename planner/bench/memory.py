"""How much memory the processes that solve hold together, looked at many times a second."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Self

from planner.errors import InputError

_TICK = 0.05


class Watch:
    """While it is entered, notes the greatest sum of resident memory of all descendants of this process.

    Pages that processes share count once for each; a peak shorter than a twentieth of a second may be missed.
    Raises ``InputError`` where psutil is not installed.
    """

    def __init__(self) -> None:
        try:
            import psutil
        except ImportError:
            raise InputError(
                "measuring memory needs psutil, which is not installed", 'pip install "multitrack-planner[bench]"'
            ) from None
        self._psutil = psutil
        self._own = psutil.Process()
        self._over = threading.Event()
        self.peak = 0
        """Bytes."""

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_TICK):
            self.peak = max(self.peak, self._held())

    def _held(self) -> int:
        held = 0
        for process in self._own.children(recursive=True):
            with suppress(self._psutil.Error):
                held += process.memory_info().rss
        return held
