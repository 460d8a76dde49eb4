"""The words of the rule book, for those who may not load the formulation (the checks, the audit, ``plan schema``)."""

from __future__ import annotations

RULE_NAMES: tuple[str, ...] = (
    "budget",
    "earmark",
    "capacity",
    "electoral_cycle",
    "closed_embassy",
    "open_channel",
    "consultation_delay",
    "power_asymmetry",
    "inducement",
    "enforcement",
    "transfer",
    "no_substitute",
    "signature",
    "preparation",
    "sequence",
    "synergy",
)
"""In the order of the book; the same order as ``models.rules.RULES``."""
