from __future__ import annotations

from typing import ClassVar, Literal

from models.kinds import Length
from models.records.base import Date, Record, column


class Horizon(Record):
    """The span that is planned, and how progress is valued. Exactly one per instance."""

    word: ClassVar[str] = "horizon"
    meaning: ClassVar[str] = "what is planned: title, periods, currency, and how progress is valued"

    name: str = column("", "title of the plan", at="name", blank="no title")
    length: Length = column("quarter", "length of a period", at="kind", unit="month, quarter, half or year")
    first: Date = column(..., "first period", at="from", unit="date or period")
    last: Date | None = column(None, "last period", at="to", unit="date or period", blank="counted by number")
    number: int | None = column(
        None, "number of periods", at="amount", unit="periods", blank="until last", ge=1, le=600
    )
    currency: str = column("", "currency of all money", at=None, blank="no name")
    discount: float = column(0.0, "discount rate", at=None, unit="per year", ge=0, le=1)
    political: float | None = column(
        None, "weight of durable political progress", at="political", unit="weight", blank="the default weight", ge=0
    )
    structural: float | None = column(
        None, "weight of structural progress", at="structural", unit="weight", blank="the default weight", ge=0
    )
    social: float | None = column(
        None, "weight of social progress", at="social", unit="weight", blank="the default weight", ge=0
    )
    suitability: Literal["neutral", "catalogue"] = column(
        "neutral",
        "what a blank suitability of an activity means: 1, or what the catalogue of tracks says (O3)",
        at=None,
        unit="neutral or catalogue",
    )
    end_value: float | None = column(
        None, "value of the state at the end", at=None, unit="years", blank="the default", ge=0, le=20
    )
    version: Literal[1] = column(1, "version of the file format", at=None)

    @property
    def key(self) -> str:
        return "horizon"
