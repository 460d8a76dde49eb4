from __future__ import annotations

from typing import ClassVar

from models.records.base import Date, Record, column


class Election(Record):
    """A vote, with the blackout of official openings around it (W1.4)."""

    word: ClassVar[str] = "election"
    meaning: ClassVar[str] = "a vote of a party or a sponsor, with its blackout before and after"

    name: str = column("vote", "what is elected", at="name", blank="vote")
    who: str = column(..., "party, country or body that votes", at="who", min_length=1)
    date: Date = column(..., "day of the vote", at="from", unit="date or period")
    before: float | None = column(
        None, "blackout before the vote", at=None, unit="quarters", blank="the default", ge=0, le=8
    )
    after: float | None = column(
        None, "blackout after the vote", at=None, unit="quarters", blank="the default", ge=0, le=8
    )
    scenario: str | None = column(None, "scenario it is held in", at="scenario", blank="all scenarios")

    @property
    def key(self) -> str:
        return " ".join(str(part) for part in (self.name, self.who, self.date, self.scenario) if part)
