from __future__ import annotations

from typing import ClassVar, Literal

from models.records.base import Record, column


class Party(Record):
    """A party to a conflict: a country or a de facto entity."""

    word: ClassVar[str] = "party"
    meaning: ClassVar[str] = "a party to a conflict: a country or a de facto entity"

    name: str = column(..., "name", at="name", min_length=1)
    conflict: str = column("", "conflict", at="conflict", blank="the only conflict")
    opinion: float | None = column(
        None,
        "public opinion for peace before the horizon (S2.2)",
        at=None,
        unit="0 to 1",
        blank="0, and its leaders are not bound by it",
        ge=0,
        le=1,
    )
    exposure_limit: float | None = column(
        None, "most exposure its government bears at a time (N14)", at=None, unit="exposure", blank="no limit", ge=0
    )
    strength: Literal["weaker", "stronger", "equal"] = column("equal", "power relative to the others", at="kind")

    @property
    def key(self) -> str:
        return f"{self.name} in {self.conflict}" if self.conflict else self.name
