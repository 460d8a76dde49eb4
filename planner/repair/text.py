"""A conflict and its repairs for people."""

from __future__ import annotations

from collections.abc import Iterable

from models.records import Place
from planner.identity import identity, short
from planner.repair.change import Repair
from planner.repair.run import Repairs, State
from planner.show.letters import clean, percent
from planner.show.page import INDENT, Page
from planner.show.sentences import NO_FORECAST

_HEAD = {
    State.FEASIBLE: "a plan satisfies it, so there is nothing to repair.",
    State.INFEASIBLE: "no plan satisfies it. This is proven.",
    State.UNKNOWN: "the search ended before a plan was found, or proven not to exist.",
}


def render(repairs: Repairs, *, width: int = 100, ascii_only: bool = False, colour: bool = False) -> str:
    """The answer as text."""
    page = Page(width, ascii_only=ascii_only, colour=colour)
    page.line(f"{clean(repairs.instance.horizon.name) or 'An instance'}: {_HEAD[repairs.state]} {NO_FORECAST}", "bold")
    _conflict(page, repairs)
    _repairs(page, repairs)
    page.line()
    for message in repairs.messages:
        page.line(message)
    if repairs.interrupted:
        page.line("Stopped before all was looked at.")
    solver = repairs.versions["solver"]
    page.line(f"{solver}, {repairs.solves} solves, {repairs.seconds:.0f} s. Instance {_hash(repairs)}.", "dim")
    return page.text()


def _conflict(page: Page, repairs: Repairs) -> None:
    conflict = repairs.conflict
    if conflict is None:
        return
    page.heading("These rows cannot hold together, even with all other demands waived")
    page.rows([(where(row.places), clean(row.words)) for row in conflict.rows], ("left", "left"))
    page.line()
    if conflict.minimal and len(conflict.rows) == 1:
        page.line("Proven: nobody can meet it, and without it a plan exists that passes the audit.", indent=INDENT)
    elif conflict.minimal:
        words = "Proven minimal: with any one of them waived as well, a plan exists that passes the audit."
        page.line(words, indent=INDENT)
    else:
        open_rows = [row for row in conflict.rows if row.key not in conflict.needed]
        words = ", ".join(clean(row.words) for row in open_rows)
        page.line(f"Not proven minimal: whether these can be spared was not settled: {words}.", indent=INDENT)


def _repairs(page: Page, repairs: Repairs) -> None:
    if repairs.conflict is None:
        return
    if not repairs.repairs:
        page.line()
        page.line("No repair was found.")
        return
    page.heading("Repairs, the cheapest first: each was solved, and its plan passed the audit")
    for number, repair in enumerate(repairs.repairs, start=1):
        page.line()
        page.line(f"{number}  {clean(repair.words)}", "bold", indent=INDENT)
        for words in _below(repairs, repair):
            page.line(words, indent=INDENT + 3)


def _below(repairs: Repairs, repair: Repair) -> Iterable[str]:
    yield where(place for change in repair.changes for place in change.places)
    if repair.least is not None:
        within = f" (to {percent(repairs.resolution)})" if repairs.resolution and repair.kind != "date" else ""
        less = "Sooner" if repair.kind == "date" else "Less"
        if repair.kind == "several":
            yield f"Each as little as does while the others stand as told: proven{within}." if repair.least else _OPEN
        else:
            yield f"{less} does not do: proven{within}." if repair.least else _OPEN


_OPEN = "Whether less does was not settled in the time."


def where(places: Iterable[Place]) -> str:
    """``war.csv row 12 (amount)``; nothing where an instance was made in Python."""
    told = (f"{place.file} row {place.row}" + (f" ({place.column})" if place.column else "") for place in places)
    return ", ".join(dict.fromkeys(told))


def _hash(repairs: Repairs) -> str:
    return short(identity(repairs.instance))
