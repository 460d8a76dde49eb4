from __future__ import annotations

from typing import ClassVar

from models.kinds import ClosureKind
from models.records.base import Date, Record, column


class Closure(Record):
    """Two parties without diplomatic missions, or without lawful contact, over a window (W1.2)."""

    word: ClassVar[str] = "closure"
    meaning: ClassVar[str] = "two parties without diplomatic missions, or without lawful contact, over a window"

    kind: ClosureKind = column(
        "severed", "what is closed", at="kind", unit="severed, suspended, no_relations or no_contact"
    )
    who: tuple[str, ...] = column(..., "the two parties", at="who", unit="two names", min_length=2, max_length=2)
    begin: Date | None = column(None, "first day", at="from", unit="date or period", blank="start of the horizon")
    end: Date | None = column(None, "last day", at="to", unit="date or period", blank="end of the horizon")
    scenario: str | None = column(None, "scenario it holds in", at="scenario", blank="all scenarios")

    @property
    def key(self) -> str:
        return " ".join(str(part) for part in ("|".join(self.who), self.begin, self.scenario) if part)
