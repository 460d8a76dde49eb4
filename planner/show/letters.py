"""Words and numbers made fit for a terminal: nothing that moves the cursor, nothing that upsets the columns."""

from __future__ import annotations

import unicodedata
from math import ceil

_JOINERS = frozenset("\u200c\u200d")
"""Zero-width joiners: part of the spelling of Persian and of Indic names."""
_AFTER_RIGHT_TO_LEFT = "\u200e"
"""Keeps the numbers after an Arabic or Hebrew name where they are; it has no width."""
_LIKE = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "·": ".", "×": "x", "─": "-",
     "≥": ">=", "≤": "<=", "→": "->", "\u00a0": " ", "\u202f": " "}
)  # fmt: skip


def clean(name: str) -> str:
    """The name without control characters, line breaks and direction overrides; right-to-left names are closed off."""
    kept = "".join(letter if letter in _JOINERS or unicodedata.category(letter)[0] != "C" else " " for letter in name)
    text = " ".join(kept.split())
    backwards = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    return text + _AFTER_RIGHT_TO_LEFT if backwards else text


def with_mark(name: str, visibility: str) -> str:
    """The name, cleaned, with its visibility where not everybody may see it: ``Quiet envoy [secret]``."""
    return clean(name) if visibility == "public" else f"{clean(name)} [{visibility}]"


def plain(text: str) -> str:
    """The text in ASCII: punctuation by its like, Latin letters without accents, all else by its number (``\\u0645``).

    Numbers are ugly, but two names never become one.
    """
    found = []
    for letter in text.translate(_LIKE).replace(_AFTER_RIGHT_TO_LEFT, ""):
        bare = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
        found.append(bare or letter.encode("ascii", "backslashreplace").decode())
    return "".join(found)


def money(amount: float) -> str:
    """Whole units with thousands separated: ``8,900``; a fraction, as in expected costs, is rounded."""
    return f"{round(amount):,}"


def percent(share: float) -> str:
    """A share as per cent, precise enough not to read as nothing: ``2.3 %``, ``0.08 %``, ``0 %``."""
    value = 100 * share
    if value and abs(value) < 0.005:
        return "less than 0.01 %"
    return f"{value:.0f} %" if value >= 9.95 or not value else f"{value:.1f} %" if value >= 0.95 else f"{value:.2f} %"


def at_most(share: float) -> str:
    """A share as per cent, rounded up, for sentences that say that no more is possible."""
    value = 100 * share
    digits = 0 if value >= 10 or not value else 1 if value >= 1 else 2
    return f"{ceil(value * 10**digits - 1e-6) / 10**digits:.{digits}f} %"


def joined(words: list[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""
