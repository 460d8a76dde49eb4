from __future__ import annotations

from typing import ClassVar

from models.kinds import Visibility
from models.records.base import Date, Record, column


class Scenario(Record):
    """A leaf of the scenario tree. The probabilities of all scenarios add to 1."""

    word: ClassVar[str] = "scenario"
    meaning: ClassVar[str] = "one course the future may take, with its probability"

    name: str = column(..., "name", at="name", min_length=1)
    probability: float = column(..., "unconditional probability", at="amount", unit="0 to 1", gt=0, le=1)
    branches_from: str | None = column(
        None, "scenario it branches from", at="who", blank="the trunk that all scenarios share"
    )
    known: Date | None = column(
        None, "first period whose decisions know it", at="from", unit="date or period", blank="it is the trunk itself"
    )
    visibility: Visibility = column("public", "who may see it", at="visibility")
