"""Texts that a spreadsheet would run as a formula, made harmless by an apostrophe that reading takes away again.

A leading ``#`` is escaped too, because it would begin a comment. An apostrophe is added only before such a character,
or before apostrophes that stand before one, so that every text comes back as it was.
"""

from __future__ import annotations

import re
import unicodedata

_RISKY = re.compile(r"'*[=+\-@#\t\r\n\uff1d\uff0b\uff0d\uff20]")


def escape(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs. Meant for texts; numbers such as -5 need none."""
    return f"'{text}" if _RISKY.match(text) else text


def unescape(cell: str) -> str:
    """The text that :func:`escape` made ``cell`` of."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell


def unprintable(text: str) -> bool:
    """Whether a text holds characters that no cell can hold: controls other than tab and line feed, half characters."""
    if text.isprintable():
        return False
    return any(
        (unicodedata.category(each) in ("Cc", "Cs") and each not in "\t\n") or each in "\ufffe\uffff" for each in text
    )
