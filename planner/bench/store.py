"""The table of runs in a CSV file that a run is resumed from: rows are only ever added, each on the disk at once."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from planner.bench.row import COLUMNS, Row
from planner.errors import InputError


class Store:
    """The rows there are; ``add`` writes one more. Without a ``path`` they are only kept in memory.

    ``anew`` empties a file that is there. A killed run leaves at most half a line, which is cut off.
    Raises ``InputError`` where the file is no table of runs.
    """

    def __init__(self, path: Path | None, *, anew: bool = False) -> None:
        self._path = path
        self.rows: list[Row] = []
        if path is None:
            return
        if path.exists() and path.stat().st_size and not anew:
            self.rows = load(path)
            _cut_half_a_line(path)
        else:
            path.write_text(_line(COLUMNS), encoding="utf-8")

    def add(self, row: Row) -> None:
        self.rows.append(row)
        if self._path is None:
            return
        with self._path.open("a", encoding="utf-8", newline="") as file:
            file.write(_line(row.plain().values()))
            file.flush()
            os.fsync(file.fileno())


def load(path: Path) -> list[Row]:
    """The runs in a file. Raises ``InputError`` where it is none, or a row is damaged; ``OSError``: no such file."""
    content = path.read_bytes()
    whole = content[: content.rfind(b"\n") + 1].decode("utf-8-sig", errors="replace")
    reader = csv.DictReader(io.StringIO(whole))
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise InputError(
            f"{path} is no table of runs of this version: its columns are others; it was left as it is",
            "Name another file, or a table that plan bench run wrote.",
        )
    rows = []
    for cells in reader:
        try:
            rows.append(Row.from_plain(cells))
        except (KeyError, TypeError, ValueError, AttributeError):
            raise InputError(
                f"{path} cannot be used: its line {reader.line_num} is damaged", "Remove that line, or the file."
            ) from None
    return rows


def _line(cells: object) -> str:
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerow(cells)  # type: ignore[arg-type]
    return target.getvalue()


def _cut_half_a_line(path: Path) -> None:
    content = path.read_bytes()
    with path.open("r+b") as file:
        file.truncate(content.rfind(b"\n") + 1)
