"""What a peace effort offers: work on all tracks, with what it costs and brings next to other work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of work. ``cost`` is the spending at full output in thousands per quarter, ``run`` the shortest run in
    quarters, ``effects`` the relative weights on political, structural and social progress (0: none); ``given`` are
    further fields. ``{host}`` in them is the third party that leads official work of others.
    """

    name: str
    track: str
    kind: str
    cost: int
    run: int
    effects: tuple[int, int, int]
    given: dict[str, Any] = field(default_factory=dict)


HOST = "{host}"
CATALOGUE = (
    Sort("Direct talks", "T1", "negotiation", 220, 2, (10, 1, 2)),
    Sort("Dialogue workshops", "T2", "workshop", 90, 2, (6, 0, 4), {"equalising": 0.008}),
    Sort("Mediation", "T1", "mediation", 260, 2, (12, 0, 2), {"sponsor": HOST, "uses": (("mediators", 1),)}),
    Sort("Exchanges", "T4", "exchange", 300, 3, (0, 2, 9), {"tags": ("confidence",)}),
    Sort("Quiet channel", "T1.5", "back_channel", 80, 1, (4, 0, 1), {"channel": True}),
    Sort("Guarantee", "T1", "guarantor", 240, 2, (0, 1, 0), {"sponsor": HOST}),
    Sort("Joint institutions", "T1", "implementation", 280, 3, (1, 10, 3), {"sponsor": HOST}),
    Sort("Business contacts", "T3", "business", 120, 2, (1, 6, 2)),
    Sort("Former officials", "T1.5", "dialogue", 100, 2, (5, 0, 2)),
    Sort("Teacher training", "T5", "training", 110, 4, (0, 4, 6), {"tags": ("youth",)}),
    Sort("Special envoy", "T1", "special_envoy", 150, 1, (4, 0, 1), {"sponsor": HOST}),
    Sort("Rebuilding", "T4", "reconstruction", 420, 4, (0, 9, 5), {"tags": ("confidence",), "needs_access": False}),
    Sort("Joint broadcasts", "T9", "media", 130, 2, (0, 1, 6), {"opinion": 0.02}),
    Sort("Women's network", "T6", "advocacy", 60, 2, (2, 1, 4), {"equalising": 0.01}),
    Sort("Clergy meetings", "T7", "religious", 50, 1, (1, 0, 4), {"channel": True}),
    Sort("Monitoring", "T1", "monitoring", 180, 2, (3, 3, 1), {"sponsor": HOST, "needs_access": False}),
    Sort("Aid across the line", "T4", "humanitarian", 350, 2, (0, 2, 6), {"tags": ("confidence",)}),
    Sort("Experts' group", "T2", "dialogue", 70, 2, (5, 1, 2)),
    Sort("History books", "T5", "education", 90, 4, (0, 3, 5), {"tags": ("youth",)}),
    Sort("Consultations", "T1", "consultation", 90, 1, (5, 0, 1)),
)
"""In the order in which a conflict gets them: the first twelve are what every conflict has."""

TRANSFERS = (("Dialogue workshops", "Direct talks"), ("Dialogue workshops", "Former officials"),
             ("Experts' group", "Direct talks"))  # fmt: skip
"""Who hands ideas to whom, where both are there."""
STRENGTHENS = (("Exchanges", "Business contacts"), ("Teacher training", "Exchanges"), ("Clergy meetings", "Exchanges"))
REQUIRES = (("Monitoring", "Direct talks"), ("Joint institutions", "Guarantee"))
EXCLUDES = (("Special envoy", "Consultations"),)
