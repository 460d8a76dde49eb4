"""The file a decomposed search goes on from after a break: what it knew, in numbers without names.

It is written anew as a whole, never in part, so that a search that is killed leaves the last one behind. A mark of the
problem says what it belongs to: what is proven for a problem holds for the same problem only.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np

from planner.errors import InputError
from planner.solve.decomposed.parts import Parts
from planner.solve.decomposed.state import State, View
from planner.write.atomic import write_atomically

KIND = "plan: parts to resume, format 2"
_SECONDS = 5.0
"""The least between two writings."""
_ARRAYS, _VIEW, _NUMBERS = (
    ("relaxed", "best"),
    ("prices", "proven", "known"),
    ("root", "estimate", "bound", "shared_out"),
)


@dataclass
class Checkpoint:
    """``begin`` takes up what the file knows, ``keep`` writes what a state knows, now and then."""

    path: Path
    parts: Parts
    _written: float = field(default_factory=monotonic)

    def fill(self, state: State) -> bool:
        """Whether there was anything. Raises ``InputError`` where the file is none of ours, or of another problem."""
        if not self.path.exists() or not self.path.stat().st_size:
            return False
        found = _read(self.path)
        if str(found["mark"]) != _mark(self.parts):
            raise InputError(
                f"{self.path} cannot be resumed from: it was begun with another instance, or with other rules or "
                "conditions",
                "Name another file, or remove this one to begin anew.",
            )
        for name in _NUMBERS:
            setattr(state, name, found[name].item())
        for name in _ARRAYS:
            if name in found:
                setattr(state, name, found[name])
        state.view = View(*(found[name] for name in _VIEW))
        return True

    def begin(self, state: State) -> bool:
        """``fill``, and write for the first time. Raises ``InputError`` where that cannot be done, too."""
        resumed = self.fill(state)
        try:
            self.write(state)
        except OSError as error:
            raise InputError(f"{self.path} cannot be written: {error.strerror}", "Name another file.") from None
        return resumed

    def keep(self, state: State) -> None:
        """Write, unless that was done a moment ago; a disk that is full by now does not end the search."""
        if monotonic() >= self._written + _SECONDS:
            with suppress(OSError):
                self.write(state)

    def write(self, state: State) -> None:
        """Write what ``state`` knows. Raises ``OSError``."""
        content = io.BytesIO()
        known: dict[str, Any] = {name: each for name in _ARRAYS if (each := getattr(state, name)) is not None}
        known |= {name: getattr(state.view, name) for name in _VIEW}
        known |= {name: np.array(getattr(state, name)) for name in _NUMBERS}
        known |= {"kind": np.array(KIND), "mark": np.array(_mark(self.parts))}
        np.savez_compressed(content, **known)
        write_atomically(self.path, content.getvalue(), force=True)
        self._written = monotonic()


def _read(path: Path) -> dict[str, np.ndarray]:
    try:
        with np.load(path, allow_pickle=False) as content:
            found = {name: content[name] for name in content.files}
        if str(found["kind"]) != KIND or not {"mark", *_NUMBERS, *_VIEW} <= found.keys():
            raise ValueError
    except (ValueError, KeyError, EOFError, OSError, zipfile.BadZipFile):
        raise InputError(
            f"{path} is no file to resume from that plan began; it was left as it is", "Name another file."
        ) from None
    return found


def _mark(parts: Parts) -> str:
    """The same for the same problem in the same blocks."""
    whole = hashlib.sha256()
    for each in fields(parts.whole):
        whole.update(np.ascontiguousarray(getattr(parts.whole, each.name)).tobytes())
    whole.update(repr(parts.blocks).encode())
    return whole.hexdigest()
