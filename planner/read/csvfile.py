"""CSV as spreadsheets save it: comma, semicolon or tab, with or without a line ``sep=;``, in quotes or not."""

from __future__ import annotations

import csv
import io
import re

from models.faults import Fault
from planner.read.decode import decode
from planner.read.faulty import Unreadable
from planner.read.layout import SET_COLUMNS, attributes, columns, types, word
from planner.read.table import Cell, Table

_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?\r?\n", re.IGNORECASE)


def table(data: bytes, file: str, title: str = "") -> tuple[Table, tuple[Fault, ...]]:
    """The table in a CSV file, with a warning where its code page was told by the words; or :class:`Unreadable`."""
    if not data.strip(b" \t\r\n;,\0\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(
            "empty_file", "a table with a row of headings", f"nothing in {file}", "Make a new one with plan new."
        )
    text, page = decode(data, file)
    delimiter, text = _delimiter(text)
    warnings = (_legacy(page, file),) if page else ()
    return Table(file, title, _rows(text, delimiter, file), commas=delimiter != ","), warnings


def _legacy(page: str, file: str) -> Fault:
    return Fault(
        "legacy_encoding",
        "a file in UTF-8",
        f"letters in {file} that fit {page}, and read them so",
        'Look at the names; to be sure, save it as "CSV UTF-8".',
        severity="warning",
    )


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter, and the text without a line that states it (which spreadsheets do not show either)."""
    if stated := _SEPARATOR.match(text):
        return stated[1], text[stated.end() :]
    lines = (line for line in text.splitlines() if line.strip(' \t;,"') and not line.lstrip('"').startswith("#"))
    header = next(lines, "")
    known = {*columns(), *SET_COLUMNS, *(name for record in types().values() for name in attributes(record))}

    def headings(delimiter: str) -> int:
        return sum(word(heading.strip('"')) in known for heading in header.split(delimiter))

    return max(",;\t", key=headings), text


def _rows(text: str, delimiter: str, file: str) -> list[list[Cell]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[Cell]] = []
    try:
        for row in reader:
            rows.append([*row])
    except csv.Error as error:
        raise Unreadable(
            "bad_quotes",
            "quotation marks in pairs around a whole cell",
            f"a row of {file} that cannot be divided into cells ({error})",
            'Close the quotation mark; inside a cell in quotes, write it twice ("").',
            Table(file, "", []).place(len(rows) + 1, "A"),
        ) from None
    return rows
