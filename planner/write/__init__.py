"""Writes instances so that reading gives them back: a CSV file, a folder with one per record, or a workbook."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.records import Record

__all__ = ["write_instance"]


def write_instance(records: Iterable[Record], target: str | Path, *, force: bool = False) -> None:
    """Write records to ``target``: a ``.csv`` file, an ``.xlsx`` workbook, a folder, or ``-`` (CSV to standard output).

    Nothing is written in part: a file appears whole or not at all. Raises ``FileExistsError`` where the target exists
    and ``force`` is not given, and ``ValueError`` where it is none of these kinds or a record cannot be written down.
    """
    from planner.write.sheets import one_sheet, sheets

    path = Path(target)
    if str(target) == "-":
        from planner.write.csvfile import csv_text

        sys.stdout.buffer.write(csv_text(one_sheet(records)).encode())
        sys.stdout.buffer.flush()
    elif path.suffix.lower() == ".csv" and not path.is_dir():
        from planner.write.atomic import write_atomically
        from planner.write.csvfile import csv_bytes

        write_atomically(path, csv_bytes(one_sheet(records)), force=force)
    elif path.suffix.lower() == ".xlsx":
        from planner.write.atomic import write_atomically
        from planner.write.workbook import workbook_bytes

        write_atomically(path, workbook_bytes(sheets(records)), force=force)
    elif path.is_dir() or not path.suffix:
        from planner.write.folder import write_folder

        write_folder(sheets(records), path, force=force)
    else:
        raise ValueError(f"{path.name}: expected a name that ends in .csv or .xlsx, or a folder, found {path.suffix!r}")
