"""Rows on their way to records: what each cell says and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from models.records import Origin, Place, Record
from planner.read.headings import Headings
from planner.read.layout import Attribute, attributes
from planner.read.table import Cell, Table


@dataclass(eq=False)
class Draft:
    """A row that is to become a record.

    ``values``: what was read, by attribute; ``places``: where each attribute stands or would stand; ``found``: the
    cells as written; ``faulty``: attributes already reported; ``set_by_row``: attributes given by ``set`` rows.
    """

    record: type[Record]
    table: Table
    headings: Headings
    row: int
    values: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    found: dict[str, Cell] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    set_by_row: set[str] = field(default_factory=set)

    @property
    def origin(self) -> Origin:
        return Origin(self.table.place(self.row, ""), self.places)

    @property
    def name(self) -> str:
        """The name, or what a blank one means."""
        own = attributes(self.record).get("name")
        return str(self.values.get("name") or (own and own.default) or "")

    @property
    def key(self) -> str:
        """The key of the record to come, as far as its own row tells it."""
        if self.record.key is Record.key:
            return self.name or self.record.word
        try:
            return self.record.model_construct(**self.values).key
        except AttributeError:  # a part of the key is missing or was misread
            return self.name

    def place(self, attribute: Attribute) -> Place:
        """Where an attribute stands, or would stand if its column were there."""
        heading = attribute.heading if self.headings.subject is None else None
        known = self.places.get(attribute.name)
        return known or self.table.place(self.row, heading or attribute.name)


@dataclass(eq=False)
class Setting:
    """A ``set`` row: its cells by what they say (``planner.read.layout.SET_COLUMNS``)."""

    table: Table
    headings: Headings
    row: int
    cells: dict[str, Cell]
    places: dict[str, Place]
