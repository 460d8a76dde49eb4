from __future__ import annotations

from typing import ClassVar

from models.kinds import ConditionKind
from models.records.base import Date, Record, column


class Condition(Record):
    """A dated state of a conflict that is no phase, vote or closure."""

    word: ClassVar[str] = "condition"
    meaning: ClassVar[str] = "another dated fact; a toll costs progress in the period of its date"

    name: str = column("", "what happened", at="name")
    conflict: str = column("", "conflict", at="conflict", blank="the only conflict")
    kind: ConditionKind = column(..., "kind of condition", at="kind", unit="toll")
    date: Date = column(..., "day or period", at="from", unit="date or period")
    political: float = column(0.0, "political progress lost", at="political", unit="progress", ge=0, le=1)
    structural: float = column(0.0, "structural progress lost", at="structural", unit="progress", ge=0, le=1)
    social: float = column(0.0, "social progress lost", at="social", unit="progress", ge=0, le=1)
    scenario: str | None = column(None, "scenario it holds in", at="scenario", blank="all scenarios")

    @property
    def key(self) -> str:
        return " ".join(str(part) for part in (self.name, self.kind, self.conflict, self.date, self.scenario) if part)
