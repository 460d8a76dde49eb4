"""A name that is stated once and used several times, always in another spelling: then the statement is the slip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.checks.draft import Draft
from models.checks.finding import Finding, at, where
from models.checks.references import OF, Reference, named
from models.checks.spelling import fold, nearest
from models.records import Activity, Capacity, Conflict, Funder, Party, Record, Scenario

_STATED: dict[str, type[Record]] = {
    "conflict": Conflict,
    "party": Party,
    "scenario": Scenario,
    "capacity": Capacity,
    "activity": Activity,
    "funder": Funder,
}
"""Namespaces whose names are those of records of their own."""
_OFTEN = 2
"""Rows that must agree on the other spelling."""
_LISTED = 4


@dataclass(frozen=True, slots=True)
class Use:
    """A name in a field of a record that nothing of the namespace bears."""

    record: Record
    reference: Reference
    name: str


def slips(draft: Draft, unknown: list[Use]) -> dict[tuple[str, str], Record]:
    """By namespace and folded name: the record that states it otherwise, whose own spelling nothing uses."""
    rows: dict[tuple[str, str], list[Use]] = {}
    for use in unknown:
        if use.reference.to in _STATED:
            rows.setdefault((use.reference.to, fold(use.name)), []).append(use)
    often = {key: uses for key, uses in rows.items() if len({id(use.record) for use in uses}) >= _OFTEN}
    if not often:
        return {}
    used = {fold(name) for record in draft.records for ref in OF.get(type(record), ()) for name in named(record, ref)}
    found: dict[tuple[str, str], Record] = {}
    for (namespace, folded), uses in often.items():
        unused = {_name(row): row for row in draft.of(_STATED[namespace]) if fold(_name(row)) not in used}
        meant = nearest(uses[0].name, unused)
        if meant is not None and not any(unused[meant] is other for other in found.values()):
            found[namespace, folded] = unused[meant]
    return found


def misspelt(stated: dict[tuple[str, str], Record], unknown: list[Use]) -> Iterator[Finding]:
    """One fault for each slip, at the row that states the name."""
    for (namespace, folded), record in stated.items():
        uses = [use for use in unknown if use.reference.to == namespace and fold(use.name) == folded]
        rows = list(dict.fromkeys(where(use.record) for use in uses))
        listed = ", ".join(rows[:_LISTED]) + (", …" if len(rows) > _LISTED else "")
        name = uses[0].name
        yield at(
            record,
            "name",
            "misspelt_name",
            expected=f'"{name}", as {len(rows)} rows have it ({listed})',
            found=f'"{_name(record)}", which no row uses',
            remedy=f'Write "{name}" here; or correct those rows.',
        )


def _name(record: Record) -> str:
    return str(getattr(record, "name", ""))
