from __future__ import annotations

from typing import ClassVar

from models.kinds import Visibility
from models.records.base import Date, Record, column


class Funder(Record):
    """One tranche of a donor's money."""

    word: ClassVar[str] = "funder"
    meaning: ClassVar[str] = "one tranche of a donor's money and its conditions"

    name: str = column(..., "name of the tranche", at="name", min_length=1)
    pays_for: tuple[str, ...] = column(
        (),
        "tracks, conflicts, tags, activities it may pay for; one of each sort given must fit; a named activity fits",
        at="who",
        unit="names",
        blank="anything",
    )
    begin: Date | None = column(None, "available from", at="from", blank="start of the horizon")
    end: Date | None = column(None, "available until", at="to", blank="end of the horizon")
    amount: int = column(..., "money", at="amount", unit="currency, whole units", ge=0)
    visibility: Visibility = column("public", "who may see it", at="visibility")
    donor: str = column("", "donor the tranche belongs to", at=None, blank="the tranche itself")
    carry_over: float = column(
        0.0, "share of what is left that outlives the window", at=None, unit="0 to 1", blank="it expires", ge=0, le=1
    )
    smallest: int = column(0, "smallest payment", at=None, unit="currency, whole units", ge=0)
    lead_time: float = column(0.0, "wait before the first payment", at=None, unit="quarters", ge=0, le=400)
    largest_share: float = column(
        1.0, "largest share of an activity's cost the donor pays", at=None, unit="0 to 1", gt=0, le=1
    )

    @property
    def giver(self) -> str:
        """The donor, or the tranche itself where no donor is named."""
        return self.donor or self.name
