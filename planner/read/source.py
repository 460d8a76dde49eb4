"""Where tables come from: a CSV file, standard input, a folder or a workbook."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from models.faults import Fault
from planner.read import csvfile, workbook
from planner.read.decode import not_text
from planner.read.faulty import Unreadable
from planner.read.layout import SET, types, word
from planner.read.table import Table

STANDARD_INPUT = "standard input"
_OTHER_FILES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"SQLite format 3")
_kept: tuple[object, bytes] | None = None


def name(source: str | Path) -> str:
    """What people call a source: the last part of its path."""
    return STANDARD_INPUT if str(source) == "-" else os.path.basename(os.path.abspath(source))


def tables(source: str | Path) -> tuple[tuple[Table, ...], tuple[Fault, ...]]:
    """All tables of a source, with faults of parts that could not be read; :class:`Unreadable` where nothing could."""
    if str(source) != "-" and Path(source).is_dir():
        return _folder(Path(source))
    data, file = content(source), name(source)
    if data.startswith((workbook.ZIP, workbook.OLD)):
        return workbook.tables(data, file), ()
    table, warnings = csvfile.table(_text_only(data, file), file)
    return (table,), warnings


def content(source: str | Path) -> bytes:
    """The bytes of a file, or of standard input, which may be asked for more than once."""
    if str(source) == "-":
        return _standard_input()
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(
            "no_file", "a CSV file, a folder or an .xlsx workbook", f"none at {source} ({reason})", "Check the path."
        ) from None


def _standard_input() -> bytes:
    global _kept
    if _kept is None or _kept[0] is not sys.stdin:
        _kept = (sys.stdin, sys.stdin.buffer.read())
    return _kept[1]


def _text_only(data: bytes, file: str) -> bytes:
    if data.startswith(_OTHER_FILES):
        raise not_text(file)
    return data


def _folder(folder: Path) -> tuple[tuple[Table, ...], tuple[Fault, ...]]:
    """The CSV files of a folder, in the order of records; those that begin with ``#`` are left alone."""
    order = (*types(), SET)
    found: list[Table] = []
    faults: list[Fault] = []
    files = [path for path in folder.iterdir() if path.suffix.lower() == ".csv" and path.name[0] not in "#."]
    for path in sorted(files, key=lambda path: (_rank(path.stem, order), path.name)):
        try:
            table, warnings = csvfile.table(_text_only(content(path), path.name), path.name, title=path.stem)
        except Unreadable as unreadable:
            faults.append(unreadable.fault)
        else:
            found.append(table)
            faults.extend(warnings)
    if not files:
        raise Unreadable(
            "empty_file",
            "a folder with CSV files such as activity.csv",
            f"none in {folder.name}",
            "Name the right folder.",
        )
    return tuple(found), tuple(faults)


def _rank(stem: str, order: tuple[str, ...]) -> int:
    return order.index(word(stem)) if word(stem) in order else len(order)
