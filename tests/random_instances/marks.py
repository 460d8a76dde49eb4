"""Attributes that few works have: what rules read of an activity, left to chance."""

from __future__ import annotations

from random import Random
from typing import Any

from models.kinds import PHASES, TALKS

CHANCES = {
    "needs_access": 0.05,
    "same_people": 0.08,
    "confidential": 0.05,
    "publicity": 0.03,
}
"""Attributes that are said or not said."""
RATES = {"insight": 0.08, "skills": 0.05, "expectations": 0.06, "prevention": 0.06, "equalising": 0.03}
"""Attributes of so much per quarter."""


def mark(random: Random, row: dict[str, Any]) -> None:
    """Attributes of any work."""
    if random.random() < 0.1:
        row["credibility"] = 0.8
    if random.random() < 0.15:
        row[f"suitability_{random.choice(PHASES)}"] = random.choice((0, 0.5, 1.5))
    if random.random() < 0.15:
        row["sponsor"] = random.choice(("A", "Host"))
    if random.random() < 0.08 and row["track"] in ("T1", "T1.5"):
        row["leverage"] = True
    if random.random() < 0.08 and "parties" in row:
        row["needs_channel"] = random.random() < 0.7
    if random.random() < 0.15 and row["spend_min"] < row["spend_max"]:
        row["response"] = ((row["spend_min"], random.choice((0.2, 0.6))), (row["spend_max"], 0.9))
    for word, probability in CHANCES.items():
        if random.random() < probability:
            row[word] = True
    for word, probability in RATES.items():
        if random.random() < probability:
            row[word] = random.randint(20, 60) / 100
    if random.random() < 0.1:
        row["issues"] = ("land",)
    if random.random() < 0.1:
        row["tags"] = ("women",)
    if random.random() < 0.06:
        row["bias"] = 0.4
    _people(random, row)
    if row["track"] == "T1":
        _official(random, row)
    elif row["track"] == "T1.5":
        _middle(random, row)
    else:
        _unofficial(random, row)


def _people(random: Random, row: dict[str, Any]) -> None:
    """What parties and groups have of it."""
    if random.random() < 0.06:
        row["gains"] = (("A", random.choice((0.1, 0.3))),)
    if random.random() < 0.06:
        row["harm"] = (("poor", random.choice((0.5, 1, 2))),)
    if random.random() < 0.05 and row.get("parties") == ("A", "B"):
        row["seats"] = (("A", random.choice((1, 2))), ("B", random.choice((2, 4))))


def _official(random: Random, row: dict[str, Any]) -> None:
    if random.random() < 0.15:
        row["exposure"] = random.choice((0, 0.5, 2))
    if random.random() < 0.08:
        row["needs_insight"] = True
    if random.random() < 0.15:
        row["agencies"] = random.choice((("foreign",), ("defence", "foreign")))
    if random.random() < 0.08:
        row["coercive"] = True
    if row["kind"] in TALKS and random.random() < 0.2:
        row["level"] = random.choice(("low", "minister", "head"))


def _middle(random: Random, row: dict[str, Any]) -> None:
    if random.random() < 0.15:
        row["exposure"] = random.choice((0, 0.5, 2))
    if random.random() < 0.2:
        row["bridges"] = True
    if random.random() < 0.2:
        row["traits"] = (("trusted", random.choice((0.5, 0.8))), ("honest", 0.7))
    if random.random() < 0.2:
        row["home"] = "Host"


def _unofficial(random: Random, row: dict[str, Any]) -> None:
    if random.random() < 0.12:
        row["opinion"] = random.randint(20, 80) / 100
    if random.random() < 0.12:
        row["influence"] = random.choice((0.5, 0.8))
