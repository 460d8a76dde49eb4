"""From a source to rows that say what they are: one CSV file, a folder, a workbook, JSON, or standard input."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from models.checks.spelling import suggestion
from models.faults import Fault
from models.records import Place
from planner.planfile.columns import DERIVED, HEADINGS, SHEETS, TITLES
from planner.read import csvfile, workbook
from planner.read.decode import decode
from planner.read.faulty import Unreadable, shown
from planner.read.layout import word
from planner.read.source import content, name
from planner.read.table import Cell, Table, blank, letter
from planner.write.escape import escape

_RECORD_OF = {name: record for record, title in TITLES.items() for name in (record, f"{record}s", title)}
"""What a sheet or file is about, by the name the planner gives it or by its record word, in the plural too."""


@dataclass(frozen=True)
class Entry:
    """One row: its record word (None: it does not say), its filled cells by heading, and where it stands."""

    record: str | None
    cells: Mapping[str, Cell]
    file: str
    row: int
    headings: Mapping[str, str]
    commas: bool = False

    def place(self, heading: str) -> Place:
        """The place of a cell, by the user's own heading where there is one."""
        return Place(self.file, self.row, self.headings.get(heading, heading))


def entries(source: str | Path, faults: list[Fault]) -> Iterator[Entry]:
    """Every row of a plan file. What cannot be read goes to ``faults``; ``Unreadable`` where nothing can."""
    if str(source) != "-" and Path(source).is_dir():
        yield from _of_folder(Path(source), faults)
        return
    data, file = content(source), name(source)
    if data.startswith((workbook.ZIP, workbook.OLD)):
        for table in workbook.tables(data, file):
            if word(table.title) in _RECORD_OF or _is_plan(table):
                yield from _of_table(table, faults)
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _of_json(data, file, faults)
    else:
        yield from _of_table(_csv(data, file), faults)


def _of_folder(folder: Path, faults: list[Fault]) -> Iterator[Entry]:
    """The rows of the CSV files of a folder; a file whose name says nothing is a fault."""
    for path in sorted(folder.glob("*.csv")):
        if word(path.stem) in _RECORD_OF:
            yield from _of_table(_csv(content(path), path.name, path.stem), faults)
        elif word(path.stem) not in DERIVED:
            expected = f"files named {', '.join(f'{title}.csv' for title in TITLES.values())}"
            faults.append(
                Fault("plan_record", expected, path.name, "Rename it, or move it away.", Place(path.name, 1, "A"))
            )


def _csv(data: bytes, file: str, title: str = "") -> Table:
    """A CSV table whose delimiter is told by the headings of plan files, unless a line ``sep=`` states it."""
    text, _ = decode(data, file)
    if not text.lstrip('\ufeff"').lower().startswith("sep="):
        header = next((line for line in text.splitlines() if line.strip(' \t;,"') and not line.startswith("#")), "")
        best = max(",;\t", key=lambda mark: sum(word(cell.strip('"')) in HEADINGS for cell in header.split(mark)))
        text = f"sep={best}\n{text}"
    return csvfile.table(text.encode(), file, title)[0]


def _is_plan(table: Table) -> bool:
    """Whether a sheet of another name states decisions."""
    headings = {word(str(cell)) for cell in next(table.filled(), (0, []))[1]}
    return word(table.title) not in DERIVED and ("record" in headings or {"activity", "period"} <= headings)


def _of_table(table: Table, faults: list[Fault]) -> Iterator[Entry]:
    filled = table.filled()
    found = next(filled, None)
    if found is None:
        return
    number, header = found
    meanings = _meanings(table, number, header, faults)
    shown_as = {meaning: str(cell) for meaning, cell in zip(meanings, header, strict=False) if meaning}
    only = _RECORD_OF.get(word(table.title)) if table.title else None
    for row, line in filled:
        cells = {meaning: cell for meaning, cell in zip(meanings, line, strict=False) if meaning and not blank(cell)}
        for position, cell in enumerate(line):
            if not blank(cell) and (position >= len(meanings) or not str(header[position]).strip()):
                place = table.place(row, letter(position))
                faults.append(Fault("plan_heading", "a heading above each filled cell", shown(cell), "Add one.", place))
        if cells:
            yield Entry(only or _record(cells, shown_as), cells, table.file, row, shown_as, table.commas)


def _record(cells: Mapping[str, Cell], shown_as: Mapping[str, str]) -> str | None:
    """What a row is: by its word; in a table without a column for it, a grant if it names a funder, else work."""
    if "record" in shown_as:
        return word(str(cells.get("record", ""))) or None
    return "grant" if "funder" in cells else "signing" if "milestone" in cells else "work"


def _meanings(table: Table, number: int, header: list[Cell], faults: list[Fault]) -> list[str | None]:
    meanings: list[str | None] = []
    for position, cell in enumerate(header):
        title = word(str(cell))
        known = title in HEADINGS and title not in meanings
        meanings.append(title if known else None)
        if title and not known:
            faults.append(
                Fault(
                    "plan_heading",
                    "a heading of a plan file, each once",
                    shown(cell),
                    suggestion(title, HEADINGS, "heading"),
                    table.place(number, str(cell) or letter(position)),
                )
            )
    return meanings


def _of_json(data: bytes, file: str, faults: list[Fault]) -> Iterator[Entry]:
    """Rows of a JSON plan; positions in its lists, from 1, stand for rows."""
    try:
        found = json.loads(decode(data, file)[0])
    except (ValueError, RecursionError) as error:
        raise Unreadable("plan_format", "a plan file in JSON", f"{file} ({error})", "Write it again.") from None
    for name_, value in _pairs(found.get("plan")):
        yield Entry(
            "plan",
            {"name": _cell(name_), "value": _cell(str(value))},
            file,
            1,
            {"name": "plan", "value": f"plan.{name_}"},
        )
    for record, columns in SHEETS.items():
        if record == "plan":
            continue
        listed = found.get(TITLES[record]) or []
        for row, item in enumerate(listed if isinstance(listed, list) else [], start=1):
            headings = {column: f"{TITLES[record]}.{column}" for column in columns}
            cells = {
                key: _cell(value) for key, value in _pairs(item) if value is not None and value != "" and key in columns
            }
            for key, _ in _pairs(item):
                if key not in columns:
                    remedy = suggestion(key, columns, "key")
                    place = Place(file, row, f"{TITLES[record]}.{key}")
                    faults.append(Fault("plan_heading", f"keys of {TITLES[record]}", shown(key), remedy, place))
            yield Entry(record, cells, file, row, headings)


def _pairs(value: object) -> list[tuple[str, object]]:
    return list(value.items()) if isinstance(value, dict) else []


def _cell(value: object) -> Cell:
    """A value of JSON as a cell; its texts carry no escape of spreadsheets, but reading a cell takes one away."""
    if isinstance(value, int | float):
        return value
    return escape(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
