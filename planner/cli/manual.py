"""The manual of the file format, made from the records themselves so that it cannot fall behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from planner.schema import record_rows, schema_rows, word_rows

_HEAD = """\
# The file format

An instance is one rectangular CSV file, a folder with a CSV file for each record, or a workbook with a sheet for each.
This page is made by `plan schema --manual` from the same source that the reader uses; do not edit it by hand.

## In one file

- The column `record` says what a row is. `name` is its key: what you would call it. Lists are joined by `|`. Rows may
  end early.
- Blank means neutral: no limit, no fact, a factor of 1. What blank means is said for each column below.
- An attribute without a column of its own stands in a row of its own:
  `set,<name>,,<attribute>,,,,<value>,<source>`. So each of them has its own source. In a folder or workbook it is
  simply a column.
- Dates are `2008-08-29`, `2008-08`, `2008-Q3`, `2008-H2` or `2008`. `from` counts from the first day of what you
  write, `to` until the last.
- Money is in whole units of one currency. Rates are per quarter, whatever the length of a period.
- Unknown columns, records, names and words are faults; nothing is repaired silently. `plan check` lists all of them
  at once.
- In a folder the files are named after the records (`activity.csv`), in a workbook the sheets.
- A leading `'` before `=`, `+`, `-`, `@` or `#` keeps a spreadsheet from running a text as a formula; reading takes it
  away. A row whose first cell begins with `#` is a comment.
"""


def manual() -> str:
    """The whole manual, in Markdown."""
    return "\n".join([_HEAD, *_records(), *_words()])


def _records() -> Iterator[str]:
    meanings = dict(record_rows())
    yield "## Records\n"
    yield _table(("record", "says"), [(f"[`{word}`](#{word})", meaning) for word, meaning in meanings.items()])
    for word, rows in groupby(schema_rows(), key=lambda row: row.record):
        yield f"## {word}\n\n{meanings[word][0].upper()}{meanings[word][1:]}.\n"
        cells = [
            (
                f"`{row.heading}`" if row.heading != "set" else f"set `{row.field}`",
                row.type.replace("|", "\\|"),
                row.unit.replace("|", "\\|"),
                row.range,
                row.blank,
                row.meaning,
            )
            for row in rows
        ]
        yield _table(("column", "type", "unit", "range", "blank means", "meaning"), cells)


def _words() -> Iterator[str]:
    yield "## Words\n"
    for name, rows in groupby(word_rows(), key=lambda row: row.list):
        kinds = name == "activity kind"
        cells = [
            (f"`{row.word}`", row.meaning, row.tracks) if kinds else (f"`{row.word}`", row.meaning) for row in rows
        ]
        heads = ("word", "meaning", "tracks") if kinds else ("word", "meaning")
        yield f"### {name.capitalize()}\n\n{_table(heads, cells)}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
