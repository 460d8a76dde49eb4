"""Faults as people read them: a headline for each file, then a line for each fault."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size
from textwrap import fill
from typing import TextIO

from models.faults import Fault
from planner.cli.table import Table


def summary(faults: Sequence[Fault], undone: str, source: str = "", *, stream: TextIO | None = None) -> str:
    """All faults by file; the headline says what did not happen because of them.

    ``source`` is the file or folder read: faults of the whole stand under its name. Lines are wrapped where ``stream``
    (standard error) is a terminal; a pipe or a file gets one line per fault.
    """
    width = get_terminal_size().columns - 1 if (stream or sys.stderr).isatty() else 0
    errors = [fault for fault in faults if fault.severity == "error"]
    warnings = [fault for fault in faults if fault.severity == "warning"]
    parts = [_headline(name, of_file, "fault", undone) for name, of_file in _by_file(errors, source)]
    parts += [_headline(name, of_file, "warning") for name, of_file in _by_file(warnings, source)]
    return "\n".join("\n".join([headline, *(_line(fault, width) for fault in found)]) for headline, found in parts)


def table(faults: Iterable[Fault]) -> Table:
    """The faults as rows, for JSON and CSV."""
    columns = ("severity", "file", "row", "column", "expected", "found", "remedy", "code")
    rows = [
        (
            fault.severity,
            fault.place.file if fault.place else None,
            fault.place.row if fault.place else None,
            fault.place.column if fault.place else None,
            fault.expected,
            fault.found,
            fault.remedy,
            fault.code,
        )
        for fault in faults
    ]
    return Table("faults", columns, rows)


def count(number: int, what: str) -> str:
    """``1 fault``, ``2 faults``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _by_file(faults: Iterable[Fault], source: str) -> list[tuple[str, list[Fault]]]:
    files: dict[str, list[Fault]] = {}
    for fault in faults:
        files.setdefault(fault.place.file if fault.place else source or "The instance", []).append(fault)
    return list(files.items())


def _headline(name: str, faults: list[Fault], what: str, undone: str = "") -> tuple[str, list[Fault]]:
    return f"{name} has {count(len(faults), what)}" + (f"; {undone}." if undone else ":"), faults


def _line(fault: Fault, width: int) -> str:
    text = f"  {_where(fault)}expected {fault.expected}, found {fault.found}. {fault.remedy} [{fault.code}]"
    return fill(text, width, subsequent_indent="    ", break_on_hyphens=False) if width else text


def _where(fault: Fault) -> str:
    if fault.place is None:
        return ""
    column = f", column {fault.place.column}" if fault.place.column else ""
    return f"row {fault.place.row}{column}: "
