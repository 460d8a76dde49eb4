from __future__ import annotations

from typing import ClassVar

from models.kinds import TargetKind
from models.records.base import Date, Record, column


class Target(Record):
    """Progress to reach by a date, on every branch."""

    word: ClassVar[str] = "target"
    meaning: ClassVar[str] = "progress to reach by a date, on every branch"

    name: str = column(..., "name", at="name", min_length=1)
    conflict: str = column("", "conflict", at="conflict", blank="the only conflict")
    kind: TargetKind = column("durable", "category", at="kind", unit="political, durable, structural or social")
    by: Date | None = column(
        None, "period in which it must stand", at="to", unit="date or period", blank="the last period"
    )
    progress: float = column(..., "progress", at="amount", unit="progress", ge=-1, le=1)
    always: bool = column(
        False, "must be reached under every objective", at=None, unit="yes or no", blank="only where cost is minimised"
    )
