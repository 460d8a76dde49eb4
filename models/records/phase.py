from __future__ import annotations

from typing import ClassVar

from models.kinds import PhaseKind
from models.records.base import Date, Record, column


class Phase(Record):
    """The phase a conflict is in over a window. Where none is stated, no rule of phases acts."""

    word: ClassVar[str] = "phase"
    meaning: ClassVar[str] = "the phase a conflict is in over a window"

    conflict: str = column("", "conflict", at="conflict", blank="the only conflict")
    kind: PhaseKind = column(..., "phase", at="kind", unit="latent, confrontation, war, negotiation or implementation")
    begin: Date | None = column(None, "first day or period", at="from", blank="start of the horizon")
    end: Date | None = column(None, "last day or period", at="to", blank="end of the horizon")
    retention: float | None = column(
        None,
        "share of progress kept over a quarter in this phase",
        at="amount",
        unit="per quarter, above 0 to 1",
        blank="the conflict's own",
        gt=0,
        le=1,
    )
    scenario: str | None = column(None, "scenario it holds in", at="scenario", blank="all scenarios")

    @property
    def key(self) -> str:
        return " ".join(str(part) for part in (self.conflict, self.kind, self.begin, self.scenario) if part)
