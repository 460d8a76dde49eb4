"""Which record a ``set`` row means: by name or key; by record word, conflict or scenario where that is not enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.checks.spelling import fold


@dataclass(frozen=True, eq=False)
class Entry[T]:
    """Something that can be addressed."""

    item: T
    word: str
    name: str
    key: str
    conflict: str
    scenario: str


class Addresses[T]:
    """Finds entries. The horizon has no name: it is meant where the name is blank (or the word horizon)."""

    def __init__(self, entries: Iterable[Entry[T]]) -> None:
        self._by_name: dict[str, list[Entry[T]]] = {}
        for entry in entries:
            names = {"", entry.word} if entry.word == "horizon" else {fold(entry.name), fold(entry.key)} - {""}
            for name in names:
                self._by_name.setdefault(name, []).append(entry)

    def find(self, name: str, word: str = "", conflict: str = "", scenario: str = "") -> list[Entry[T]]:
        """All entries that are meant; one if the address is good.

        A key wins over a name among records of one word. A link bears the name of its first activity, and is meant by
        it only where nothing else is.
        """
        folded = fold(name)
        found = [
            entry
            for entry in self._by_name.get(folded, ())
            if word in ("", entry.word)
            and (not conflict or fold(entry.conflict) in ("", fold(conflict)))
            and (not scenario or fold(entry.scenario) == fold(scenario))
        ]
        found = [entry for entry in found if entry.word != "link" or fold(entry.key) == folded] or found
        by_key = [entry for entry in found if fold(entry.key) == folded]
        same_word = len({entry.word for entry in found}) == 1
        return by_key if len(found) > 1 and len(by_key) == 1 and same_word else found

    def names(self) -> list[str]:
        """Every name and key there is, as written."""
        entries = [entry for each in self._by_name.values() for entry in each if entry.word != "horizon"]
        return list(dict.fromkeys(name for entry in entries for name in (entry.name, entry.key) if name))
