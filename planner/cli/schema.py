"""``plan schema``: every record and column of an instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planner.cli.manners import Manners, with_manners
from planner.errors import Exit

if TYPE_CHECKING:
    from planner.schema import SchemaRow


@click.command("schema")
@click.option("--record", metavar="RECORD", help="Only this record, such as activity.")
@click.option("--words", is_flag=True, help="The words of the closed lists instead: tracks, kinds, relations.")
@click.option("--manual", is_flag=True, help="The manual of the file format instead, in Markdown.")
@with_manners()
def command(record: str | None, words: bool, manual: bool, manners: Manners) -> Exit:
    """Print every record and column: unit, range, what blank means, meaning."""
    from planner.cli.manual import manual as written
    from planner.cli.table import Table, put, put_text
    from planner.schema import SchemaRow, WordRow, schema_rows, word_rows

    if manual:
        put_text(written(), manners)
        return Exit.OK
    if words:
        put(Table("words", WordRow._fields, word_rows()), manners)
        return Exit.OK
    word = _known(record)
    rows = [row for row in schema_rows() if word in (None, row.record)]
    if manners.form == "text":
        put_text(_pages(rows, manners), manners)
    else:
        put(Table("schema", SchemaRow._fields, rows), manners)
    return Exit.OK


def _known(record: str | None) -> str | None:
    from planner.options import did_you_mean
    from planner.schema import record_rows

    words = [word for word, _ in record_rows()]
    if record is None or record.lower() in words:
        return record and record.lower()
    hint = did_you_mean(record.lower(), words) or f"Known: {', '.join(words)}."
    raise click.UsageError(f'--record: there is no record "{record}". {hint}')


def _pages(rows: list[SchemaRow], manners: Manners) -> str:
    """A table for each record, under its word and what it says."""
    from textwrap import fill

    from planner.cli.table import Table, width
    from planner.schema import record_rows

    pages = []
    for word, meaning in record_rows():
        cells = [
            (row.heading if row.heading != "set" else f"set {row.field}", _kind(row), row.blank, row.meaning)
            for row in rows
            if row.record == word
        ]
        if cells:
            table = Table("schema", ("column", "unit, range", "blank means", "meaning"), cells)
            head = fill(f"{word}: {meaning}", width(), subsequent_indent="  ")
            pages.append(f"{head}\n{table.text(manners)}")
    note = "set x: in one file a row of its own, set,NAME,,x,,,,VALUE,SOURCE;\nin folders and workbooks a column.\n"
    return "\n".join([*pages, note])


def _kind(row: SchemaRow) -> str:
    """What may stand in the cell."""
    kind = row.type.removeprefix("one of ")
    limits = "" if row.range.endswith("names") else row.range
    return ", ".join(filter(None, ("" if row.unit and kind == "number" else kind, row.unit, limits)))
