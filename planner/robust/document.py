"""Roles and beliefs for programs: parts of a JSON document and the rows of a table."""

from __future__ import annotations

from typing import Any

from planner.robust.found import Case, Robust, Turn
from planner.series import Interval
from planner.series.worth import number

COLUMNS = (
    "activity", "role", "share", "proven", "swing_low", "swing_high", "moves_low", "moves_high", "regret_low",
    "regret_high",
)  # fmt: skip
"""A row for each activity; the last six are empty where it has no range."""


def rows(found: Robust) -> list[tuple[Any, ...]]:
    turns = {each.activity: each for each in found.turns}
    told = []
    for place in found.places:
        turn = turns.get(place.activity)
        known = (turn.swing, turn.moves, turn.regret) if turn else ()
        numbers = [part for each in known for part in _pair(each)] or [None] * 6
        told.append((place.activity, str(place.role), place.share, place.proven, *numbers))
    return told


def content(found: Robust) -> dict[str, Any]:
    """For JSON; null where nothing is known. Worths are scores, or minus the cost."""
    return {
        "beliefs": [_case(each) for each in found.cases],
        "every_corner": found.corners,
        "proving": found.proving,
        "left": list(found.left),
        "activities": [
            {"activity": each.activity, "role": str(each.role), "share": each.share, "proven": each.proven}
            for each in found.places
        ],
        "ranges": [_turn(each) for each in found.turns],
        "leading": found.leading,
        "messages": list(found.messages),
    }


def _case(case: Case) -> dict[str, Any]:
    return {
        "belief": case.belief.label,
        "ends": [{"activity": name, "end": end} for name, end in case.belief.ends],
        "status": str(case.status),
        "kept_status": str(case.held_status),
        "best": _pair(case.best),
        "kept": _pair(case.held),
        "regret": _pair(case.regret),
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "activity": turn.activity,
        "low": turn.low.belief.label,
        "high": turn.high.belief.label,
        "swing": _pair(turn.swing),
        "moves": _pair(turn.moves),
        "regret": _pair(turn.regret),
    }


def _pair(interval: Interval) -> list[float | None]:
    return [number(interval.low), number(interval.high)]
