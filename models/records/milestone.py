from __future__ import annotations

from typing import ClassVar

from models.kinds import MilestoneKind
from models.records.base import Record, column


class Milestone(Record):
    """Something governments sign, at most once on every path."""

    word: ClassVar[str] = "milestone"
    meaning: ClassVar[str] = "something governments sign once progress allows it"

    name: str = column(..., "name", at="name", min_length=1)
    conflict: str = column("", "conflict", at="conflict", blank="the only conflict")
    kind: MilestoneKind = column("agreement", "kind", at="kind", unit="ceasefire, framework or agreement")
    value: float = column(0.0, "value of signing, added to the score", at="amount", unit="points of score", ge=0, le=10)
    unlocks: tuple[str, ...] = column((), "activities that may start only after it", at="who", unit="names")
    political: float | None = column(
        None, "durable political progress it needs", at="political", unit="progress", blank="none", ge=-1, le=1
    )
    structural: float | None = column(
        None, "structural progress it needs", at="structural", unit="progress", blank="none", ge=-1, le=1
    )
    social: float | None = column(
        None, "social progress it needs", at="social", unit="progress", blank="none", ge=-1, le=1
    )
