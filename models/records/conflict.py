from __future__ import annotations

from typing import ClassVar

from models.records.base import Record, column


class Conflict(Record):
    """A conflict whose progress is planned. At least one per instance."""

    word: ClassVar[str] = "conflict"
    meaning: ClassVar[str] = "a conflict whose progress is planned"

    name: str = column(..., "name", at="name", min_length=1)
    weight: float = column(1.0, "weight in the score", at="amount", unit="weight", ge=0)
    power_asymmetry: float = column(
        0.0, "how unequal the parties' power is (W1.1b)", at=None, unit="0 to 1", blank="equal", ge=0, le=1
    )
    harm_ceiling: tuple[tuple[str, float], ...] = column(
        (), "most harm a group may bear at a time (N10)", at=None, unit="group:harm, joined by |", blank="the default"
    )
    risk: float = column(
        0.0, "risk that violence breaks out (again) if nothing prevents it (B4, O5)", at=None, unit="0 to 1", ge=0, le=1
    )
    taboo: tuple[str, ...] = column(
        (), "issues that officials may not open first (W1.3a)", at=None, unit="words", blank="none"
    )
    political: float = column(
        0.0, "political progress before the horizon", at="political", unit="progress", ge=-1, le=1
    )
    structural: float = column(
        0.0, "structural progress before the horizon", at="structural", unit="progress", ge=-1, le=1
    )
    social: float = column(0.0, "social progress before the horizon", at="social", unit="progress", ge=-1, le=1)
    retention: float = column(
        1.0, "share of progress kept over a quarter", at=None, unit="per quarter, above 0 to 1", gt=0, le=1
    )
