from __future__ import annotations

from typing import ClassVar, Literal

from models.records.base import Record, column


class Party(Record):
    """A party to a conflict: a country or a de facto entity."""

    word: ClassVar[str] = "party"
    meaning: ClassVar[str] = "a party to a conflict: a country or a de facto entity"

    name: str = column(..., "name", at="name", min_length=1)
    conflict: str = column("", "conflict", at="conflict", blank="the only conflict")
    exposure_limit: float | None = column(
        None, "most exposure its government bears at a time (N14)", at=None, unit="exposure", blank="no limit", ge=0
    )
    strength: Literal["weaker", "stronger", "equal"] = column("equal", "power relative to the others", at="kind")

    @property
    def key(self) -> str:
        return f"{self.name} in {self.conflict}" if self.conflict else self.name
