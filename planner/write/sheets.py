"""Records as tables: all in one, or one for each record word, in canonical order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.records import RECORDS, Record
from planner.read.address import Addresses, Entry
from planner.read.layout import SET, SET_COLUMNS, attributes, by_heading, columns
from planner.write.cells import Cell, cell, text_cell


@dataclass(frozen=True)
class Sheet:
    """A table to be written; rows are as long as the headings."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def one_sheet(records: Iterable[Record]) -> Sheet:
    """The one-file form: each record's own row, then a ``set`` row for each of its rare attributes."""
    ordered = _ordered(records)
    addresses = _addresses(ordered)
    rows: list[dict[str, Cell]] = []
    for record in ordered:
        own = {heading: cell(record, attribute) for heading, attribute in by_heading(type(record)).items()}
        rows.append({"record": record.word, **own})
        rows.extend(
            {"record": SET, **{SET_COLUMNS[part]: content for part, content in setting.items()}}
            for setting in _settings(record, addresses, rare=True)
        )
    return Sheet(SET, columns(), tuple(tuple(row.get(heading, "") for heading in columns()) for row in rows))


def sheets(records: Iterable[Record]) -> tuple[Sheet, ...]:
    """One table for each record word in use, with a column for each attribute in use; sources of single values last."""
    ordered = _ordered(records)
    addresses = _addresses(ordered)
    found = []
    for kind in RECORDS:
        rows = [
            {name: cell(record, attribute) for name, attribute in attributes(kind).items()}
            for record in ordered
            if type(record) is kind
        ]
        headings = tuple(
            name
            for name, attribute in attributes(kind).items()
            if attribute.heading or any(row[name] != "" for row in rows)
        )
        if rows:
            found.append(Sheet(kind.word, headings, tuple(tuple(row[name] for name in headings) for row in rows)))
    settings = [setting for record in ordered for setting in _settings(record, addresses, rare=False)]
    if settings:
        parts = tuple(part for part in SET_COLUMNS if any(setting.get(part, "") != "" for setting in settings))
        found.append(Sheet(SET, parts, tuple(tuple(setting.get(part, "") for part in parts) for setting in settings)))
    return tuple(found)


def _ordered(records: Iterable[Record]) -> list[Record]:
    """By record word, in the order of the manual; records of one word keep their order."""
    return sorted(records, key=lambda record: RECORDS.index(type(record)))


def _settings(record: Record, addresses: Addresses[Record], *, rare: bool) -> Iterator[dict[str, Cell]]:
    """The ``set`` rows of a record: values without a column (``rare``), and the sources of single values."""
    address: dict[str, Cell] = {}
    for name, attribute in attributes(type(record)).items():
        own_row = bool(attribute.heading) or not rare
        content = "" if own_row else cell(record, attribute)
        source = record.sources.get(name, "")
        if content != "" or source:
            address = address or _address(record, addresses)
            yield {**address, "attribute": name, "value": content, "source": text_cell(source)}


def _addresses(records: Iterable[Record]) -> Addresses[Record]:
    return Addresses(
        Entry(
            record,
            record.word,
            str(getattr(record, "name", "")),
            record.key,
            str(getattr(record, "conflict", "")),
            str(getattr(record, "scenario", None) or ""),
        )
        for record in records
    )


def _address(record: Record, addresses: Addresses[Record]) -> dict[str, Cell]:
    """The shortest address that means this record alone."""
    if record.word == "horizon":
        return {"name": ""}
    conflict, scenario = (str(getattr(record, part, None) or "") for part in ("conflict", "scenario"))
    for name in (str(getattr(record, "name", "")), record.key):
        for word, among, within in (("", "", ""), (record.word, "", ""), (record.word, conflict, scenario)):
            found = addresses.find(name, word, among, within) if name else []
            if len(found) == 1 and found[0].item is record:
                parts = {"name": name, "record": word, "conflict": among, "scenario": within}
                return {part: text_cell(text) for part, text in parts.items()}
    raise ValueError(f"{record.word} {record.key!r} cannot be told apart from another; give each a name of its own")
