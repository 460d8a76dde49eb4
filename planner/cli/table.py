"""Lists that commands print: rows under headings, as text for people, as JSON or as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.cli.manners import Manners
from planner.cli.streams import emit, plain, say, unicode_output

FORMAT_VERSION = 1
"""Version of the JSON documents that commands print; it rises when a field is renamed or removed."""


@dataclass(frozen=True, slots=True)
class Table:
    """``kind`` names the document in JSON; ``columns`` are its keys and headings.

    ``notes`` stand below the text; ``spaced`` rows have a blank line between them there.
    """

    kind: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    notes: tuple[str, ...] = ()
    spaced: bool = False

    def text(self, manners: Manners) -> str:
        from rich import box
        from rich.console import Console
        from rich.table import Table as RichTable
        from rich.text import Text

        rule = box.ASCII2 if manners.ascii or not unicode_output() else box.SIMPLE_HEAD
        table = RichTable(box=rule, show_edge=False, pad_edge=False, leading=int(self.spaced))
        for number, heading in enumerate(self.columns):
            table.add_column(heading.replace("_", " "), overflow="fold", no_wrap=number == 0)
        for row in self.rows:
            table.add_row(*(Text(_text(cell)) for cell in row))
        console = Console(file=io.StringIO(), width=width(), no_color=True)
        console.print(table)
        for note in self.notes:
            console.print(Text(note))
        drawn: io.StringIO = console.file  # type: ignore[assignment]
        lines = [line.rstrip() for line in drawn.getvalue().splitlines()]
        return "\n".join(lines).strip("\n") + "\n"

    def json(self, manners: Manners) -> str:
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return document(self.kind, {"rows": rows}, manners)

    def csv(self, manners: Manners) -> str:
        from planner.write.escape import escape

        target = io.StringIO()
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(self.columns)
        # Only texts: a number such as -5 is no formula, and must stay one that a spreadsheet adds up.
        writer.writerows([escape(cell) if isinstance(cell, str) else _text(cell) for cell in row] for row in self.rows)
        return target.getvalue()


def document(kind: str, content: dict[str, Any], manners: Manners) -> str:
    """A JSON document with its kind and format version; ASCII where the output could not show the rest."""
    narrow = manners.ascii or (manners.out in (None, "-") and not unicode_output())
    return json.dumps({"kind": kind, "format": FORMAT_VERSION, **content}, indent=2, ensure_ascii=narrow) + "\n"


def put(table: Table, manners: Manners) -> None:
    """Print a table, or write it to ``--out``."""
    match manners.form:
        case "text":
            put_text(table.text(manners), manners)
        case "json":
            put_text(table.json(manners), manners)
        case "csv":
            put_text(table.csv(manners), manners)


def put_text(text: str, manners: Manners) -> None:
    """Print a text or write it to ``--out``."""
    if manners.out in (None, "-"):
        emit(text)
        return
    from planner.write.atomic import write_atomically

    write_atomically(Path(str(manners.out)), plain(text) if manners.ascii else text, force=manners.force)
    if not manners.quiet:
        say(f"Wrote {manners.out}.")


def _text(cell: Any) -> str:
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)


def width() -> int:
    """Columns of a printed list: those of the terminal, 100 on a pipe."""
    from shutil import get_terminal_size

    return max(60, min(160, get_terminal_size((100, 24)).columns))
