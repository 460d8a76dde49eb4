from __future__ import annotations

from typing import ClassVar

from models.kinds import Category, LinkKind, TransferChannel, Visibility
from models.records.base import Record, column


class Link(Record):
    """A relation between two activities: *name kind other*."""

    word: ClassVar[str] = "link"
    meaning: ClassVar[str] = "a relation between two activities"

    name: str = column(..., "first activity", at="name", min_length=1)
    kind: LinkKind = column(
        ..., "relation", at="kind", unit="follows, requires, excludes, strengthens, interferes or transfers"
    )
    other: str = column(..., "second activity", at="who", min_length=1)
    value: float | None = column(
        None,
        "strengthens: progress per quarter with both at full output; interferes: points of score per quarter; "
        "transfers: ideas carried per quarter",
        at="amount",
        unit="progress per quarter",
        blank="the default",
        ge=0,
        le=1,
    )
    lag: float | None = column(
        None,
        "follows: wait after the end; transfers: wait until what is carried counts",
        at=None,
        unit="quarters",
        blank="none; transfers: the default of the channel",
        ge=0,
        le=400,
    )
    channel: TransferChannel = column(
        "participants", "transfers: who carries", at=None, unit="participants, mediator, briefing or public"
    )
    liaison: str | None = column(
        None,
        "strengthens, interferes: work that keeps each informed of the other",
        at=None,
        unit="name of an activity",
        blank="strengthens: none needed; interferes: nobody",
    )
    window: float | None = column(
        None, "transfers: how long work stays fresh", at=None, unit="quarters", blank="the default", ge=0, le=400
    )
    category: Category = column("political", "strengthens: category of progress", at=None)
    visibility: Visibility = column("public", "who may see it", at="visibility")

    @property
    def key(self) -> str:
        return f"{self.name} {self.kind} {self.other}"
