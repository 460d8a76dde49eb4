"""What jobs of a kind have kept of what they promised, and how long that took."""

from __future__ import annotations

from dataclasses import dataclass

_LATEST = 0.3
"""Weight of the latest of them in the mean."""


@dataclass
class Promises:
    """``part`` is what was kept, from 0 to 1, and ``seconds`` what it took a worker for each block."""

    part: float = 1.0
    seconds: float = 1.0

    def rate(self, promise: float, blocks: int) -> float:
        """What may be expected in a second of a ``promise`` about so many ``blocks``."""
        return self.part * promise / (self.seconds * max(1, blocks))

    def note(self, promise: float, gain: float, seconds: float, blocks: int) -> None:
        """A job for so many ``blocks`` that had made a ``promise`` has brought ``gain``."""
        kept = min(1.0, gain / promise) if promise > 0 else 0.0
        self.part += _LATEST * (kept - self.part)
        self.seconds += _LATEST * (seconds / blocks - self.seconds)
