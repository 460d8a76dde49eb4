"""From the rows of tables to drafts and settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from models.checks.spelling import nearest
from models.faults import Fault
from models.records import Place
from planner.read.cells import text, value
from planner.read.draft import Draft, Setting
from planner.read.faulty import Misread, shown
from planner.read.headings import LIKE, Headings, headings
from planner.read.layout import SET, SET_COLUMNS, Attribute, attributes, by_heading, types, word
from planner.read.table import Cell, Table, blank


@dataclass
class Rows:
    """What the rows of one or more tables say.

    ``lost``: names in rows of which the record word is unknown, with the words they may have meant.
    """

    drafts: list[Draft] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    lost: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def add(self, table: Table) -> Headings:
        """Read all rows of a table; raises :class:`planner.read.faulty.Unreadable`."""
        found = headings(table, self.faults.append)
        for number, row in table.filled():
            if number > found.row:
                self._row(table, found, number, row)
        return found

    def _row(self, table: Table, head: Headings, number: int, row: list[Cell]) -> None:
        cells = dict(self._keyed(table, head, number, row))
        subject = head.subject or self._subject(table, head, number, cells)
        if subject is None:
            return
        if subject == SET:
            self._setting(table, head, number, cells)
        else:
            self._draft(Draft(types()[subject], table, head, number), cells)

    def _keyed(self, table: Table, head: Headings, number: int, row: list[Cell]) -> Iterator[tuple[str, Cell]]:
        """The filled cells of a row by what their column says; cells below no heading are reported."""
        for index, cell in enumerate(row):
            if blank(cell):
                continue
            if index < len(head.keys) and (key := head.keys[index]):
                yield key, cell
            elif index >= len(head.titles) or not head.titles[index]:
                self._stray(table.place(number, head.title(index)), cell, beyond=index >= len(head.titles))

    def _stray(self, place: Place, cell: Cell, *, beyond: bool) -> None:
        code = "row_too_long" if beyond else "no_heading"
        remedy = "Clear it, or look for a delimiter too many in the row." if beyond else "Give the column a heading."
        expected = "no cell beyond the last heading" if beyond else "a heading above each filled cell"
        self.faults.append(Fault(code, expected, shown(cell), remedy, place))

    def _subject(self, table: Table, head: Headings, number: int, cells: dict[str, Cell]) -> str | None:
        """The record word of a row of the one-file form."""
        cell = cells.pop("record", "")
        given = word(_plain(cell))
        if given in types() or given == SET:
            return given
        place = table.place(number, head.title_of("record"))
        known = (*types(), SET)
        code = "unknown_record" if given else "no_record"
        near = nearest(given, known, LIKE)
        remedy = f'Did you mean "{near}"?' if near else f"Write one of {', '.join(known)}."
        self.faults.append(Fault(code, "a record word", shown(cell), remedy, place))
        self.lost.append((_plain(cells.get("name", "")), (near,) if near and near != SET else tuple(types())))
        return None

    def _setting(self, table: Table, head: Headings, number: int, cells: dict[str, Cell]) -> None:
        columns = SET_COLUMNS if head.subject is None else {part: part for part in SET_COLUMNS}
        parts = {key: part for part, key in columns.items()}
        known = {parts[key]: cell for key, cell in cells.items() if key in parts}
        places = {part: table.place(number, head.title_of(key)) for part, key in columns.items()}
        self.settings.append(Setting(table, head, number, known, places))
        for key in cells.keys() - parts.keys():
            self._unused(SET, key, cells[key], table.place(number, head.title_of(key)))

    def _draft(self, draft: Draft, cells: dict[str, Cell]) -> None:
        head, table = draft.headings, draft.table
        known = by_heading(draft.record) if head.subject is None else attributes(draft.record)
        draft.places = {
            known[key].name: table.place(draft.row, title)
            for key, title in zip(head.keys, head.titles, strict=True)
            if key in known
        }
        for key, cell in cells.items():
            if key in known:
                self._fill(draft, known[key], cell)
            else:
                self._unused(draft.record.word, key, cell, table.place(draft.row, head.title_of(key)))
        self.drafts.append(draft)

    def _fill(self, draft: Draft, attribute: Attribute, cell: Cell) -> None:
        draft.found[attribute.name] = cell
        try:
            draft.values[attribute.name] = value(cell, attribute, commas=draft.table.commas)
        except Misread as misread:
            draft.faulty.add(attribute.name)
            self.faults.append(misread.fault(cell, draft.place(attribute)))

    def _unused(self, subject: str, key: str, cell: Cell, place: Place) -> None:
        self.faults.append(
            Fault("unused_cell", f"nothing here: {subject} has no {key}", shown(cell), "Clear it.", place)
        )


def _plain(cell: Cell) -> str:
    try:
        return text(cell)
    except Misread:
        return ""
