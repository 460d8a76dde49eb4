"""What an audit says about a plan: each violation under the word of the rule, or part of the core, that is broken."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

TOLERANCE = Fraction(1, 1_000_000)
"""How far a stated output, transfer, bonus or a progress threshold may miss its limit. Money is judged exactly."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing a plan does that it may not do.

    ``check`` is the word of a rule or of a part of the core; ``node`` the index of the node and ``place`` its label
    (None and empty where the whole plan is meant); ``subject`` the activity, tranche, link, milestone or conflict.
    """

    check: str
    node: int | None
    subject: str
    expected: str
    found: str
    place: str = ""

    def __str__(self) -> str:
        where = f" at {self.place}" if self.place else ""
        return f"{self.check}: {self.subject}{where}: expected {self.expected}, found {self.found}"


def words(number: Fraction | float) -> str:
    """A number for people: whole numbers plain, others with nine significant digits."""
    return str(int(number)) if number == int(number) else f"{float(number):.9g}"
