from __future__ import annotations

from typing import ClassVar

from models.kinds import LimitKind
from models.records.base import Date, Record, column


class Limit(Record):
    """A least or most share of the money, or work that has to be there, by words (tracks, tags, issues, activities)."""

    word: ClassVar[str] = "limit"
    meaning: ClassVar[str] = "a least or most share of money for some work, or people and issues that need a room"

    name: str = column(..., "name", at="name", min_length=1)
    conflict: str = column("", "conflict", at="conflict", blank="all conflicts")
    kind: LimitKind = column(..., "least, most or cover", at="kind", unit="least, most or cover")
    who: tuple[str, ...] = column(
        ..., "work it is about: tracks, tags, issues, activities", at="who", unit="words", min_length=1
    )
    begin: Date | None = column(None, "cover: from", at="from", unit="date or period", blank="start of the horizon")
    end: Date | None = column(None, "cover: until", at="to", unit="date or period", blank="end of the horizon")
    amount: float = column(..., "share; cover: works at full output", at="amount", unit="0 to 1; cover: number", ge=0)
    of: tuple[str, ...] = column(
        (), "least, most: of the money for which work", at=None, unit="words", blank="all work"
    )
    payers: tuple[str, ...] = column(
        (), "least, most: counting only what these donors pay", at=None, unit="donors", blank="whoever pays"
    )
    already: float = column(0.0, "cover: what others do already (Q3)", at=None, unit="works at full output", ge=0)
    hard: bool = column(False, "no plan may miss it", at=None, unit="yes or no")
    scenario: str | None = column(None, "cover: scenario it holds in", at="scenario", blank="all scenarios")
