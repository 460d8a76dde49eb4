"""From the bytes of a file to its text: Unicode by its marks, else one of two code pages if its words tell which.

Spreadsheets on Western and Arabic systems save "CSV" as cp1252 and cp1256. Both give every byte a meaning, so the words
decide: in cp1252 an accented letter stands among plain ones; in cp1256 a word is Arabic throughout. Where neither holds
(a Cyrillic, Greek or Hebrew code page, say) nothing is guessed.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from planner.read.faulty import Unreadable

_WORD = re.compile(r"[^\W\d_]+")
_ODD = re.compile(
    r"[^\W\d_][\u00a1-\u00bf][^\W\d_]|[\u00a2-\u00a6\u00a8\u00af-\u00b4\u00b8-\u00be][^\W\d_]|[a-zà-ÿ][À-ÞŠŒŽŸ]"
)


def decode(data: bytes, name: str) -> tuple[str, str | None]:
    """The text of ``data``, and the name of the code page where it was told by the words; or :class:`Unreadable`."""
    for mark, encoding in ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), None
    if b"\0" in data:
        odd, even = data[1::2].count(0), data[::2].count(0)
        return _strict(data, "utf-16-le" if odd > even else "utf-16-be", name), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _code_page(data, name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise not_text(name) from None
    if "\0" in text:
        raise not_text(name)
    return text


def not_text(name: str) -> Unreadable:
    return Unreadable(
        "not_text",
        "a CSV file, a folder of CSV files or an .xlsx workbook",
        f"something else in {name}",
        "Save the table as CSV (UTF-8) or as an .xlsx workbook.",
    )


def _code_page(data: bytes, name: str) -> tuple[str, str]:
    if sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data) > len(data) // 50:
        raise not_text(name)
    for encoding, plausible in (("cp1252", _western), ("cp1256", _arabic)):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if plausible(text):
            return text, encoding
    raise Unreadable(
        "unknown_encoding",
        "a file in UTF-8",
        f"letters in {name} that fit neither UTF-8 nor UTF-16, cp1252 or cp1256",
        'Save it as "CSV UTF-8", or as an .xlsx workbook.',
    )


def _western(text: str) -> bool:
    """No word of two or more letters is without a plain one, and no sign or capital inside one."""
    words = (word for word in _WORD.findall(text) if len(word) > 1 and not word.isascii())
    return all(any(letter.isascii() for letter in word) for word in words) and not _ODD.search(text)


def _arabic(text: str) -> bool:
    """There are Arabic words, and none that mixes Arabic and Latin letters."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    whole = [all("\u0600" <= letter <= "\u06ff" for letter in word) for word in words]
    latin = [not any("\u0600" <= letter <= "\u06ff" for letter in word) for word in words]
    return any(whole) and all(one or other for one, other in zip(whole, latin, strict=True))
