"""What is wrong with an instance, or doubtful about it, in words a user can act on.

Faults (raised once, holding all of them)
└── Fault (code, severity, place, expected, found, remedy)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from models.records.base import Place

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong. ``code`` is documented one by one (``plan check --codes``); ``place`` is None for the whole."""

    code: str
    expected: str
    found: str
    remedy: str
    place: Place | None = None
    severity: Severity = "error"

    def __str__(self) -> str:
        column = f", column {self.place.column}" if self.place and self.place.column else ""
        where = f"row {self.place.row}{column}: " if self.place else ""
        return f"{where}expected {self.expected}, found {self.found}. {self.remedy} [{self.code}]"


class Faults(ValueError):
    """Raised where an instance cannot be planned; ``faults`` holds every fault found, errors and warnings."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
