"""The process that solves, as seen by the one that asks."""

from __future__ import annotations

import os
import queue
import threading
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import Self

from planner.solve.messages import Channel
from planner.solve.processes import end_tree, python

SOLVING = "planner.solve.worker"


class Ended(Exception):
    """The child is gone; the text is the end of what it wrote on standard error."""


class Child:
    """A Python of its own that runs the ``main`` of ``module``. A context manager: on leaving, it is dead.

    Messages go through its standard input and output; nothing of the instance is in its arguments or its environment.
    """

    def __init__(self, folder: Path, *, show_errors: bool, module: str = SOLVING) -> None:
        self._complaints = folder / "errors.txt"
        private = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))
        with self._complaints.open("ab") as complaints:
            self._process = python(module, errors=None if show_errors else complaints, **private)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._channel = Channel(self._process.stdout, self._process.stdin)  # type: ignore[arg-type]
        self._inbox: queue.Queue[object] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def send(self, message: object) -> None:
        """Raises ``Ended`` where the child is gone."""
        try:
            self._channel.send(message)
        except OSError:
            raise self._ended() from None

    def receive(self, seconds: float) -> object | None:
        """The next message, None where none comes within ``seconds``. Raises ``Ended`` where the child is gone."""
        try:
            message = self._inbox.get(timeout=max(0.0, seconds))
        except queue.Empty:
            return None
        if message is None:
            raise self._ended()
        return message

    def forget(self) -> None:
        """Empty the folder, with what was written on standard error."""
        for entry in self._complaints.parent.iterdir():
            with suppress(OSError):
                if entry == self._complaints:
                    os.truncate(entry, 0)
                elif entry.is_dir():
                    rmtree(entry, ignore_errors=True)
                else:
                    entry.unlink()

    def end(self) -> None:
        end_tree(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _listen(self) -> None:
        try:
            while True:
                self._inbox.put(self._channel.receive())
        except EOFError:
            self._inbox.put(None)

    def _ended(self) -> Ended:
        code = self._process.wait()
        said = self._complaints.read_text(encoding="utf-8", errors="replace").strip()
        return Ended(f"the solving process ended by itself (exit code {code})" + (f":\n{said[-2000:]}" if said else ""))
