"""Where jobs arrive in a solving process while others are being solved."""

from __future__ import annotations

import threading
from collections.abc import Callable

from planner.solve.messages import Channel, Stop


class Desk[T]:
    """Receives in a thread of its own. ``stop`` tells to end the job in hand; ``gone`` is called, in that thread, once
    nobody sends any more."""

    def __init__(self, channel: Channel, gone: Callable[[], None]) -> None:
        self._channel, self._gone = channel, gone
        self._jobs: list[T] = []
        self._arrived = threading.Condition()
        self.stop = threading.Event()

    def open(self) -> None:
        threading.Thread(target=self._receive, daemon=True).start()

    def next(self) -> T:
        """The next job, once there is one."""
        with self._arrived:
            self._arrived.wait_for(lambda: self._jobs)
            return self._jobs.pop(0)

    def _receive(self) -> None:
        try:
            while True:
                message = self._channel.receive()
                with self._arrived:
                    if isinstance(message, Stop):
                        self.stop.set()
                    else:
                        self.stop.clear()
                        self._jobs.append(message)  # type: ignore[arg-type]
                        self._arrived.notify()
        except EOFError:
            self._gone()
