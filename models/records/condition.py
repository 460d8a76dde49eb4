from __future__ import annotations

from typing import ClassVar

from models.kinds import ConditionKind, Visibility
from models.records.base import Date, Record, column


class Condition(Record):
    """A dated state of a conflict that is no phase, vote or closure; or an event that costs progress."""

    word: ClassVar[str] = "condition"
    meaning: ClassVar[str] = "another dated fact: a toll, or how willing, ripe, accessible or hostile things are"

    name: str = column("", "what happened", at="name")
    conflict: str = column("", "conflict", at="conflict", blank="the only conflict")
    kind: ConditionKind = column(
        ...,
        "kind of condition",
        at="kind",
        unit="toll, ripeness, willingness, recognition, concession, hostility, openness, impasse or access",
    )
    who: tuple[str, ...] = column((), "whom it is about", at="who", unit="names", blank="the whole conflict")
    begin: Date | None = column(
        None, "first day; of a toll, its day", at="from", unit="date or period", blank="start of the horizon"
    )
    end: Date | None = column(None, "last day", at="to", unit="date or period", blank="end of the horizon")
    amount: float | None = column(None, "how much, by its kind; not of a toll", at="amount", unit="0 to 1", ge=0, le=1)
    political: float = column(0.0, "toll: political progress lost", at="political", unit="progress", ge=0, le=1)
    structural: float = column(0.0, "toll: structural progress lost", at="structural", unit="progress", ge=0, le=1)
    social: float = column(0.0, "toll: social progress lost", at="social", unit="progress", ge=0, le=1)
    visibility: Visibility = column("public", "who may see it", at="visibility")
    scenario: str | None = column(None, "scenario it holds in", at="scenario", blank="all scenarios")

    @property
    def key(self) -> str:
        parts = (self.name, self.kind, self.conflict, "|".join(self.who), self.begin, self.scenario)
        return " ".join(str(part) for part in parts if part)
