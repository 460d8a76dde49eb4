"""Which fields name other records: one table for unknown names, for spelling, and for what hangs on a faulty row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from models.records import (
    Activity,
    Capacity,
    Closure,
    Condition,
    Conflict,
    Election,
    Funder,
    Limit,
    Link,
    Milestone,
    Party,
    Phase,
    Record,
    RuleSetting,
    Scenario,
    Target,
)


class Reference(NamedTuple):
    """``field`` of ``record`` names something of the namespace ``to``.

    ``must``: an unknown name is an error; otherwise it may name somebody the instance says nothing about.
    """

    record: type[Record]
    field: str
    to: str
    must: bool = True


REFERENCES: tuple[Reference, ...] = (
    *(
        Reference(record, "conflict", "conflict")
        for record in (Party, Phase, Condition, Activity, Milestone, Target, Limit)
    ),
    *(Reference(record, "scenario", "scenario") for record in (Phase, Election, Closure, Condition, Capacity, Limit)),
    Reference(Scenario, "branches_from", "scenario"),
    Reference(Activity, "parties", "party"),
    Reference(Activity, "uses", "capacity"),
    Reference(Activity, "raises", "funder"),
    Reference(Activity, "gains", "party"),
    Reference(Activity, "seats", "party"),
    Reference(Link, "name", "activity"),
    Reference(Link, "other", "activity"),
    Reference(Link, "liaison", "activity"),
    Reference(Limit, "who", "matter"),
    Reference(Limit, "of", "matter"),
    Reference(Limit, "payers", "donor"),
    Reference(Milestone, "unlocks", "activity"),
    Reference(RuleSetting, "name", "rule"),
    Reference(Funder, "pays_for", "word"),
    Reference(Activity, "sponsor", "voter", must=False),
    Reference(Activity, "home", "actor", must=False),
    Reference(Activity, "issues", "issue", must=False),
    Reference(Activity, "agencies", "agency", must=False),
    Reference(Activity, "tags", "tag", must=False),
    Reference(Activity, "harm", "group", must=False),
    Reference(Conflict, "taboo", "issue", must=False),
    Reference(Conflict, "harm_ceiling", "group", must=False),
    Reference(Closure, "who", "party", must=False),
    Reference(Condition, "who", "actor", must=False),
    Reference(Election, "who", "voter", must=False),
    Reference(Funder, "donor", "donor", must=False),
)

LOOSE = frozenset({"word", "matter", "rule", "donor"})
"""Namespaces whose names are not those of one record each, so that no row hangs on another by them."""

OF: dict[type[Record], tuple[Reference, ...]] = {
    record: tuple(reference for reference in REFERENCES if reference.record is record)
    for record in {reference.record for reference in REFERENCES}
}


def named(record: Record, reference: Reference) -> Iterator[str]:
    """Names that a field holds, whether it is one name, a list, or a list of (name, amount)."""
    value = getattr(record, reference.field)
    for entry in value if isinstance(value, tuple) else (value,):
        name = entry[0] if isinstance(entry, tuple) else entry
        if name or isinstance(value, tuple):
            yield str(name)


def renamed(record: Record, reference: Reference, rename: Callable[[str], str]) -> object:
    """The value of a field with each name in it replaced; an empty text is the blank that the field means by it."""
    value = getattr(record, reference.field)
    if isinstance(value, tuple):
        return tuple((rename(entry[0]), *entry[1:]) if isinstance(entry, tuple) else rename(entry) for entry in value)
    return rename(value) if value else type(record).model_fields[reference.field].default
