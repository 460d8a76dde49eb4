"""A small sound instance, and ways to change it by one row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from models.records import (
    Activity,
    Capacity,
    Closure,
    Conflict,
    Election,
    Funder,
    Horizon,
    Link,
    Milestone,
    Origin,
    Party,
    Phase,
    Place,
    Record,
    Target,
)

type Change = Callable[[list[Record]], list[Record]]


def activity(name: str = "Extra", **fields: Any) -> Activity:
    """Work that raises no fault by itself."""
    given = {"track": "T4", "kind": "exchange", "spend_min": 10, "spend_max": 30, "social": 0.01}
    return Activity(name=name, **{**given, **fields})


def sound() -> list[Record]:
    """Two parties, four works, two tranches over two years: no fault, no warning."""
    return [
        Horizon(name="Two years", first="2026-Q1", number=8, currency="EUR"),
        Conflict(name="Border"),
        Party(name="North", conflict="Border"),
        Party(name="South", conflict="Border"),
        Phase(kind="war", begin="2026-Q1", end="2026-Q2"),
        Phase(kind="negotiation", begin="2026-Q3"),
        Election(who="North", date="2027-05-09"),
        Closure(who=("North", "South"), begin="2026-03-01", end="2026-12-31"),
        Funder(name="Fund", amount=5000),
        Funder(name="Region", amount=2000, pays_for=("T4",), begin="2026-Q2", donor="Union"),
        Capacity(name="envoys", amount=2),
        activity(
            "Talks",
            track="T1",
            kind="negotiation",
            parties=("North", "South"),
            spend_min=100,
            spend_max=200,
            political=0.08,
        ),
        activity(
            "Envoy",
            track="T1",
            kind="special_envoy",
            parties=("North", "South"),
            political=0.01,
            uses=(("envoys", 1),),
            begin="2026-Q1",
            end="2027-Q4",
        ),
        activity("Workshop", track="T2", kind="workshop", political=0.05, tags=("quiet",)),
        activity("Exchange", social=0.05),
        Link(name="Workshop", kind="transfers", other="Talks"),
        Milestone(name="Framework", value=0.1, unlocks=("Exchange",), political=0.1),
        Target(name="Half way", by="2027-Q4", progress=0.2),
    ]


def with_places(records: list[Record]) -> list[Record]:
    """The same records as if read from a file: one row each, every field in a column of its name."""
    placed = []
    for row, record in enumerate(records, start=2):
        fields = {name: Place("tiny.csv", row, name) for name in record.model_fields_set}
        placed.append(record.model_copy(update={"origin": Origin(Place("tiny.csv", row, "record"), fields)}))
    return placed


def add(*records: Record) -> Change:
    return lambda rows: [*rows, *records]


def drop(kind: type[Record]) -> Change:
    return lambda rows: [row for row in rows if not isinstance(row, kind)]


def only(kind: type[Record], *records: Record) -> Change:
    """Put ``records`` in place of all rows of a kind."""
    return lambda rows: [*drop(kind)(rows), *records]


def change(name: str, **fields: Any) -> Change:
    """Change the row called ``name`` (validated anew)."""

    def changed(rows: list[Record]) -> list[Record]:
        assert any(row.key == name for row in rows), name
        return [
            type(row).model_validate({**{key: getattr(row, key) for key in row.model_fields_set}, **fields})
            if row.key == name
            else row
            for row in rows
        ]

    return changed


def rename(kind: type[Record], name: str, other: str) -> Change:
    """Call the row of that kind and name otherwise, and leave all who use the name as they are."""

    def called(row: Record) -> bool:
        return isinstance(row, kind) and getattr(row, "name", "") == name

    return lambda rows: [row.model_copy(update={"name": other}) if called(row) else row for row in rows]


def both(*changes: Change) -> Change:
    def changed(rows: list[Record]) -> list[Record]:
        for each in changes:
            rows = each(rows)
        return rows

    return changed
