"""A folder with a CSV file for each record."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from planner.read.layout import SET, types
from planner.write.atomic import refuse_existing, write_atomically
from planner.write.csvfile import csv_bytes
from planner.write.sheets import Sheet


def write_folder(sheets: Iterable[Sheet], folder: Path, *, force: bool = False) -> None:
    """Write each table to a file of its name. A new folder appears whole.

    In an existing folder other files are left alone; CSV files of records are replaced, or removed where the instance
    has no such record, if ``force`` is given; else any of them raises ``FileExistsError``.
    """
    files = {f"{sheet.name}.csv": csv_bytes(sheet) for sheet in sheets}
    if not folder.exists():
        _new(files, folder)
        return
    if not folder.is_dir():
        refuse_existing(folder, force=False)
    stale = [folder / f"{word}.csv" for word in (*types(), SET) if (folder / f"{word}.csv").exists()]
    if stale and not force:
        raise FileExistsError(errno.EEXIST, "holds an instance already; --force replaces it", str(folder))
    for name, content in files.items():
        write_atomically(folder / name, content, force=True)
    for path in stale:
        if path.name not in files:
            path.unlink()


def _new(files: dict[str, bytes], folder: Path) -> None:
    """Fill a private folder beside the new one, then give it its name."""
    private = Path(tempfile.mkdtemp(dir=folder.absolute().parent, prefix=".plan-", suffix=".part"))
    try:
        for name, content in files.items():
            write_atomically(private / name, content)
        mask = os.umask(0)
        os.umask(mask)
        private.chmod(0o777 & ~mask)
        private.rename(folder)
    except BaseException:
        shutil.rmtree(private, ignore_errors=True)
        raise
