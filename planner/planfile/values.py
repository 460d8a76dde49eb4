"""Cells of a plan file as values: names that the instance knows, periods, money, shares. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import isfinite

from models.checks.spelling import fold, suggestion
from models.faults import Fault
from models.instance import Instance
from planner.planfile.entries import Entry
from planner.read.cells import text
from planner.read.faulty import BadCell, Misread, shown
from planner.read.numbers import number

_YES = frozenset({"true", "yes", "y", "1"})
_NO = frozenset({"false", "no", "n", "0"})


class Reader:
    """Reads cells against an instance; every fault goes to ``faults``, and the value is then None."""

    def __init__(self, instance: Instance, faults: list[Fault]) -> None:
        self.instance, self.faults = instance, faults
        self._periods = {fold(label): node for label, node in instance.node_of_label.items()}

    def names(self, known: Iterable[str]) -> dict[str, str]:
        """Names by what stays of them without capitals and Unicode forms."""
        return {fold(each): each for each in known}

    def text(self, entry: Entry, heading: str) -> str:
        """The text of a cell; empty where it is blank."""
        try:
            return text(entry.cells[heading]) if heading in entry.cells else ""
        except Misread as misread:
            self.faults.append(misread.fault(entry.cells[heading], entry.place(heading)))
            return ""

    def name(self, entry: Entry, heading: str, known: dict[str, str], thing: str) -> str | None:
        """A name that the instance knows, as the instance writes it."""
        given = self._needed(entry, heading, f"the name of {thing}")
        if given is None:
            return None
        found = known.get(fold(given))
        if found is None:
            remedy = suggestion(given, list(known.values()), thing.split(" ", 1)[-1])
            self._fault("plan_name", entry, heading, f"{thing} of the instance", given, remedy)
        return found

    def node(self, entry: Entry) -> int | None:
        """The node that a period names: ``2008-Q3``, or ``2008-Q3/rupture`` on a branch."""
        given = self._needed(entry, "period", "a period")
        if given is None:
            return None
        node = self._periods.get(fold(given))
        if node is None:
            self._fault("plan_period", entry, "period", *self._which(given))
        return node

    def _which(self, given: str) -> tuple[str, str, str]:
        labels = self.instance.node_of_label
        period = given.partition("/")[0].strip()
        there = [label for label in labels if fold(label.partition("/")[0]) == fold(period)]
        if there:
            expected = "a period, with its scenario where scenarios differ"
            return expected, given, f"Write {' or '.join(there)}."
        first, last = self.instance.calendar.label(0), self.instance.calendar.label(self.instance.calendar.number - 1)
        return f"a period from {first} to {last}", given, suggestion(given, list(labels), "period")

    def money(self, entry: Entry, heading: str, least: int = 0) -> int | None:
        """Whole currency units, ``least`` or more."""
        found = self.number(entry, heading, f"whole currency units, {least} or more")
        if found is None:
            return None
        if found != int(found) or found < least:
            cell = shown(entry.cells[heading])
            self._fault("plan_number", entry, heading, f"whole currency units, {least} or more", cell, "Change it.")
            return None
        return int(found)

    def share(self, entry: Entry, heading: str, most: float | None = 1.0) -> float | None:
        """A number from 0 to ``most``."""
        expected = f"a number from 0 to {most:g}" if most is not None else "a number, 0 or more"
        found = self.number(entry, heading, expected)
        if found is not None and not (found >= 0 and (most is None or found <= most)):
            self._fault("plan_number", entry, heading, expected, shown(entry.cells[heading]), "Change it.")
            return None
        return None if found is None else float(found)

    def number(self, entry: Entry, heading: str, expected: str) -> int | float | None:
        """A finite number; a blank cell is a fault."""
        cell = entry.cells.get(heading)
        if cell is None:
            self._needed(entry, heading, expected)
            return None
        try:
            if isinstance(cell, int | float) and not isinstance(cell, bool):
                found: int | float = cell
            elif isinstance(cell, str):
                found = number(text(cell), commas=entry.commas)
            else:
                raise (
                    cell.misread() if isinstance(cell, BadCell) else Misread("plan_number", expected, "Write a number.")
                )
        except Misread as misread:
            self.faults.append(misread.fault(cell, entry.place(heading)))
            return None
        if not isfinite(found):
            self._fault("plan_number", entry, heading, expected, shown(cell), "Change it.")
            return None
        return found

    def flag(self, entry: Entry, heading: str) -> bool | None:
        """yes or no; None where it is blank."""
        given = fold(self.text(entry, heading))
        if not given or given in _YES | _NO:
            return given in _YES if given else None
        self._fault("plan_word", entry, heading, "yes or no", given, "Write yes or no, or leave it blank.")
        return None

    def word(self, entry: Entry, heading: str, words: Collection[str]) -> str | None:
        """One of ``words``."""
        given = fold(self.text(entry, heading))
        if given in words:
            return given
        self._fault("plan_word", entry, heading, " or ".join(words), given or "nothing", "Change it.")
        return None

    def _needed(self, entry: Entry, heading: str, expected: str) -> str | None:
        """The text of a cell that must not be blank."""
        before = len(self.faults)
        given = self.text(entry, heading)
        if not given and len(self.faults) == before:
            self._fault("plan_missing", entry, heading, expected, "nothing", "Fill it in.")
        return given or None

    def _fault(self, code: str, entry: Entry, heading: str, expected: str, found: str, remedy: str) -> None:
        quoted = found if found == "nothing" or found.startswith('"') else f'"{found}"'
        self.faults.append(Fault(code, expected, quoted, remedy, entry.place(heading)))
