"""What a code of a fault tells: its meaning, its remedy, and whether it stops a plan."""

from __future__ import annotations

from dataclasses import dataclass

from models.faults import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault: a sentence on its meaning and one on its remedy."""

    meaning: str
    mend: str
    severity: Severity = "error"


def doubt(meaning: str, mend: str) -> Code:
    """A warning: the instance is legal, but perhaps not what was meant."""
    return Code(meaning, mend, "warning")
