"""An answer with the rule that it is without."""

from __future__ import annotations

from dataclasses import dataclass

from planner.series import Answer

ALL = ""
"""Stands for the solve with all rules, where others bear the name of the rule they do without."""


@dataclass(frozen=True, slots=True)
class Without:
    """``answer`` is None where the rule sleeps, so that nothing had to be solved."""

    rule: str
    answer: Answer | None = None
