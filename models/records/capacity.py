from __future__ import annotations

from typing import ClassVar

from models.records.base import Date, Record, column


class Capacity(Record):
    """A scarce resource that works share while they run: mediators, envoys, partner organisations (C6)."""

    word: ClassVar[str] = "capacity"
    meaning: ClassVar[str] = "a scarce resource that works share: mediators, envoys, partner organisations"

    name: str = column(..., "name", at="name", min_length=1)
    begin: Date | None = column(None, "from", at="from", blank="start of the horizon")
    end: Date | None = column(None, "until", at="to", blank="end of the horizon")
    amount: float = column(..., "how much there is in each period", at="amount", unit="units", ge=0)
    scenario: str | None = column(None, "scenario it holds in", at="scenario", blank="all scenarios")

    @property
    def key(self) -> str:
        return " ".join(str(part) for part in (self.name, self.begin, self.scenario) if part)
