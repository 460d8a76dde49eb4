"""The starter as a workbook: a sheet for each record with all its attributes, drop-downs, notes on the headings.

Sheets whose names begin with ``#`` are left alone by the reader: they hold the explanations and the lists behind the
drop-downs.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import as_file, files
from typing import Any

from models.records import RECORDS, Record
from models.words import RULE_NAMES
from planner.read import read_records
from planner.read.layout import SET, Attribute, attributes
from planner.schema import record_rows, schema_row, word_rows
from planner.write.cells import cell
from planner.write.sheets import Sheet, sheets

_MADE = datetime(2000, 1, 1)
"""Stated as the day of making, so that the starter is the same file each time."""
_ROWS = 500
"""Drop-downs reach down to this row of each sheet."""
_HELP, _LISTS = "# read me", "# lists"
_NAMED = {
    "conflict": "conflict",
    "scenario": "scenario",
    "branches_from": "scenario",
    "other": "activity",
    "liaison": "activity",
}
"""Attributes that hold one name from another sheet; a link's ``name`` is one too."""


def workbook_bytes() -> bytes:
    from xlsxwriter import Workbook

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"title": "multitrack-planner starter", "created": _MADE})
    bold = book.add_format({"bold": True, "bg_color": "#DCE6F1"})
    wide = book.add_format({"text_wrap": True, "valign": "top"})
    _help(book.add_worksheet(_HELP), bold, wide)
    records = _records()
    pages = {kind: book.add_worksheet(kind.word) for kind in RECORDS}
    for sheet in sheets(records):
        if sheet.name == SET:
            _sources(book.add_worksheet(SET), sheet, bold)
    lists = _lists(book.add_worksheet(_LISTS))
    for kind, page in pages.items():
        _sheet(page, kind, [record for record in records if type(record) is kind], bold, lists)
    book.close()
    return target.getvalue()


def _records() -> tuple[Record, ...]:
    with as_file(files("planner.starter").joinpath("instance.csv")) as path:
        return read_records(path).records


def _sheet(page: Any, kind: type[Record], records: list[Record], bold: Any, lists: dict[str, str]) -> None:
    page.freeze_panes(1, 1)
    page.set_comments_author("multitrack-planner")
    for column, attribute in enumerate(attributes(kind).values()):
        cells = [cell(record, attribute) for record in records]
        width = max([len(attribute.name), *(len(str(each)) for each in cells)])
        page.set_column(column, column, min(width, 40) + 3)
        page.write_string(0, column, attribute.name, bold)
        page.write_comment(0, column, note(kind, attribute), {"x_scale": 2.2, "y_scale": 1.4})
        for row, each in enumerate(cells, start=1):
            if each != "":
                page.write(row, column, each)
        choices = _choices(kind, attribute, lists)
        if choices:
            page.data_validation(1, column, _ROWS, column, choices)


def _sources(page: Any, sheet: Sheet, bold: Any) -> None:
    """Where single values come from: rows of their own, each with the record's name and the attribute."""
    page.freeze_panes(1, 1)
    page.set_column(0, len(sheet.headings), 24)
    page.write_row(0, 0, sheet.headings, bold)
    for row, cells in enumerate(sheet.rows, start=1):
        page.write_row(row, 0, cells)


def note(kind: type[Record], attribute: Attribute) -> str:
    """What a heading's note says: meaning, type, unit, range, and what a blank means."""
    row = schema_row(kind, attribute)
    parts = (("", row.meaning), ("", row.type), ("unit: ", row.unit), ("range: ", row.range), ("blank: ", row.blank))
    return "\n".join(f"{label}{text}" for label, text in parts if text)


def _choices(kind: type[Record], attribute: Attribute, lists: dict[str, str]) -> dict[str, Any] | None:
    """A drop-down: strict for closed lists, a suggestion for names that stand on another sheet."""
    if attribute.shape in ("word", "track"):
        source = lists["|".join(attribute.words)]
        return {"validate": "list", "source": source, "error_message": "Choose one from the list."}
    if attribute.shape == "flag":
        return {"validate": "list", "source": ["yes", "no"]}
    link_end = kind.word == "link" and attribute.name == "name"
    sheet = "activity" if link_end else _NAMED.get(attribute.name)
    if sheet and attribute.shape == "text":
        return {"validate": "list", "source": f"={sheet}!$A$2:$A${_ROWS}", "error_type": "warning"}
    if kind.word == "rule" and attribute.name == "name":
        return {"validate": "list", "source": lists["|".join((*RULE_NAMES, "core"))]}
    return None


def _lists(page: Any) -> dict[str, str]:
    """Write each closed list in a column of its own; return the cell range of each, by its words."""
    page.hide()
    found: dict[str, str] = {}
    for words in _closed_lists():
        key = "|".join(words)
        if key not in found:
            column = len(found)
            page.write_column(0, column, words)
            letter = chr(ord("A") + column)
            found[key] = f"='{_LISTS}'!${letter}$1:${letter}${len(words)}"
    return found


def _closed_lists() -> Iterator[tuple[str, ...]]:
    for kind in RECORDS:
        for attribute in attributes(kind).values():
            if attribute.shape in ("word", "track"):
                yield attribute.words
    yield (*RULE_NAMES, "core")


def _help(page: Any, bold: Any, wide: Any) -> None:
    lines = (
        "An instance: what is planned, for whom, with what money and which works. Each sheet holds one kind of record.",
        "The rows are an invented example. Replace them by your own; rows that begin with # are comments.",
        "Point at a heading to read its meaning, unit and range. A blank cell means neutral: no limit, no effect.",
        "Dates are days (2028-06-11) or periods (2028-06, 2028-Q2, 2028). Lists are joined by |.",
        "Sheets whose names begin with # are left alone, as are empty ones.",
        "Check it: plan check FILE.xlsx     Plan it: plan solve FILE.xlsx     All columns: plan schema",
    )
    page.set_column(0, 0, 20)
    page.set_column(1, 1, 110, wide)
    row = 0
    for line in lines:
        page.write_string(row, 1, line, wide)
        row += 1
    titles = (("sheet", "what its rows say", record_rows()),)
    words = (("word", "meaning", tuple((each.word, _meaning(each)) for each in word_rows())),)
    for left, right, entries in (*titles, *words):
        row += 1
        page.write_string(row, 0, left, bold)
        page.write_string(row, 1, right, bold)
        for first, second in entries:
            row += 1
            page.write_string(row, 0, first)
            page.write_string(row, 1, second, wide)
        row += 1


def _meaning(each: Any) -> str:
    tracks = f"; on {each.tracks}" if each.tracks not in ("", "any") else ""
    return f"{each.list}: {each.meaning}{tracks}"
