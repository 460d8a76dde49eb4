"""When two names are the same to a person, and which name was probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import lru_cache

NEAR = 0.75
"""How alike (0 to 1) two names must be to be taken for a slip of the pen rather than for two things."""
_LISTED = 6


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """What stays of a name without capitals, Unicode forms, invisible marks and runs of spaces."""
    plain = unicodedata.normalize("NFKC", name)
    seen = "".join(mark for mark in plain if unicodedata.category(mark) != "Cf").casefold()
    return " ".join(unicodedata.normalize("NFKC", seen).split())


def nearest(name: str, known: Iterable[str], cutoff: float = NEAR) -> str | None:
    """The known name most like ``name``, if one is at least ``cutoff`` alike."""
    by_fold = {fold(other): other for other in known}
    close = get_close_matches(fold(name), by_fold, n=1, cutoff=cutoff)
    return by_fold[close[0]] if close else None


def suggestion(name: str, known: Collection[str], word: str) -> str:
    """One sentence that helps: the name probably meant, or the names there are."""
    close = nearest(name, known, 0.6)
    if close is not None:
        return f'Did you mean "{close}"?'
    if not known:
        return f"No {word} is stated: add one, or clear the cell."
    listed = ", ".join(f'"{other}"' for other in list(known)[:_LISTED])
    return f"Known: {listed}{', …' if len(known) > _LISTED else ''}."
