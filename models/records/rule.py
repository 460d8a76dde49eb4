from __future__ import annotations

from typing import ClassVar

from models.records.base import Record, column


class RuleSetting(Record):
    """Switches a rule off, or overrides one of its parameters."""

    word: ClassVar[str] = "rule"
    meaning: ClassVar[str] = "switches a rule off or overrides one of its parameters"

    name: str = column(..., "rule", at="name", min_length=1)
    kind: str = column(..., "off, on, or the parameter", at="kind", min_length=1)
    amount: float | None = column(None, "value of the parameter", at="amount", unit="as in plan assumptions")

    @property
    def key(self) -> str:
        return f"{self.name} {self.kind}"
