"""Core: progress to reach by a date, on every branch."""

from __future__ import annotations

from collections.abc import Iterator

from models.audit.state import Replay
from models.audit.thresholds import TARGETS, blamed
from models.audit.violation import Violation

NAME = TARGETS


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
