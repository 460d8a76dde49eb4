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
    "official_rigidity",
    "coercion",
    "power_asymmetry",
    "inducement",
    "recognition",
    "political_will",
    "official_level",
    "mediator_role",
    "intelligence",
    "political_exposure",
    "agency_friction",
    "bridge",
    "face_saving",
    "home_state",
    "enforcement",
    "indirect_access",
    "transfer",
    "no_substitute",
    "signature",
    "preparation",
    "sequence",
    "synergy",
)
"""In the order of the book; the same order as ``models.rules.RULES``."""
