"""CSV: comma-separated, rectangular, one line feed a row."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8

from planner.write.sheets import Sheet


def csv_text(sheet: Sheet) -> str:
    """A table as CSV. Floats keep every digit (``repr``)."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(sheet.headings)
    writer.writerows(sheet.rows)
    return target.getvalue()


def csv_bytes(sheet: Sheet) -> bytes:
    """A table as a CSV file: UTF-8, with a byte-order mark where spreadsheets would else mistake its letters."""
    text = csv_text(sheet)
    return (b"" if text.isascii() else BOM_UTF8) + text.encode()
