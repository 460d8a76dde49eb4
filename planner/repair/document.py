"""A conflict and its repairs for programs: a JSON document and the rows of a table."""

from __future__ import annotations

from typing import Any

from models.moment import Moment
from planner.identity import identity
from planner.repair.change import Change
from planner.repair.run import Repairs
from planner.repair.waivers import Waiver

COLUMNS = ("part", "number", "kind", "words", "file", "row", "column", "proven", "size")
"""Of the table: a row for each row of the conflict, then one for each change of each repair.

``part`` is conflict or repair, ``number`` counts the repairs, ``proven`` tells whether a row is proven to be needed or
that less does not do (empty where there is no less), ``size`` is money, periods, progress, units or rows by kind."""


def rows(repairs: Repairs) -> list[tuple[Any, ...]]:
    """The rows of the table; empty cells where nothing is known."""
    found: list[tuple[Any, ...]] = []
    conflict = repairs.conflict
    for row in conflict.rows if conflict else ():
        proven = _yes(conflict is not None and row.key in conflict.needed)
        found.append(("conflict", None, row.record.word, row.words, *_first(row), proven, None))
    for number, repair in enumerate(repairs.repairs, start=1):
        for change in repair.changes:
            place = _first(change.waiver)
            found.append(("repair", number, repair.kind, change.words, *place, _yes(repair.least), repair.size))
    return found


def content(repairs: Repairs) -> dict[str, Any]:
    """For JSON; null where nothing is known."""
    conflict = repairs.conflict
    return {
        "instance": identity(repairs.instance),
        "objective": repairs.options.objective,
        "state": str(repairs.state),
        "conflict": None
        if conflict is None
        else {
            "minimal": conflict.minimal,
            "rows": [{**_row(row), "needed": row.key in conflict.needed} for row in conflict.rows],
        },
        "repairs": [
            {
                "number": number,
                "kind": repair.kind,
                "words": repair.words,
                "size": repair.size,
                "decisions": repair.decisions,
                "least": repair.least,
                "instance": identity(repair.instance),
                "changes": [_change(change) for change in repair.changes],
            }
            for number, repair in enumerate(repairs.repairs, start=1)
        ],
        "resolution": repairs.resolution,
        "complete": repairs.complete,
        "interrupted": repairs.interrupted,
        "messages": list(repairs.messages),
        "solves": repairs.solves,
        "seconds": round(repairs.seconds, 3),
        "versions": dict(repairs.versions),
    }


def _change(change: Change) -> dict[str, Any]:
    update = None if change.update is None else {name: _plain(value) for name, value in change.update.items()}
    return {**_row(change.waiver), "words": change.words, "update": update}


def _row(row: Waiver) -> dict[str, Any]:
    places = [{"file": place.file, "row": place.row, "column": place.column} for place in row.places]
    return {"record": row.record.word, "name": row.record.key, "words": row.words, "places": places}


def _first(row: Waiver) -> tuple[Any, Any, Any]:
    places = row.places
    return (places[0].file, places[0].row, places[0].column) if places else (None, None, None)


def _plain(value: Any) -> Any:
    if isinstance(value, Moment):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _yes(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"
