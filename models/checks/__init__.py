"""Whether records make an instance that can be planned. All faults are found in one run, each with its remedy.

Three rounds: what each row says for itself and names; what it says against the calendar; and, on the rows that are
sound so far, what they say together. A row with an error hides nothing but the faults of what hangs on it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from models.checks.activities import activities
from models.checks.capacities import capacities
from models.checks.caps import caps
from models.checks.codes import CODES, Code
from models.checks.conditions import conditions
from models.checks.contradictions import contradictions
from models.checks.doubts import doubts
from models.checks.draft import Draft
from models.checks.finding import Finding, at
from models.checks.funders import funders
from models.checks.harm import harm
from models.checks.idle import idle
from models.checks.limits import limits
from models.checks.links import links
from models.checks.milestones import milestones, outside
from models.checks.money import funding
from models.checks.names import names
from models.checks.official import official
from models.checks.order import order
from models.checks.overlaps import overlaps
from models.checks.raised import raised
from models.checks.roles import roles
from models.checks.rooms import rooms
from models.checks.rules import rules
from models.checks.runs import runs
from models.checks.scenarios import scenarios
from models.checks.shares import shares
from models.checks.shut import shut
from models.checks.sides import sides
from models.checks.sizes import sizes
from models.checks.sound import Sound
from models.checks.time import time
from models.checks.unknown import unknown
from models.checks.unmet import unmet
from models.checks.unread import unread
from models.faults import Fault, Faults
from models.instance import Instance
from models.records import Conflict, Record

__all__ = ["CODES", "Code", "build_instance", "check"]

ROWS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    time,
    names,
    unknown,
    scenarios,
    overlaps,
    conditions,
    activities,
    official,
    sizes,
    links,
    funders,
    limits,
    outside,
    rules,
)
"""What rows say each for itself, whatever is wrong with other rows."""
WHOLE: tuple[Callable[[Sound], Iterator[Finding]], ...] = (
    runs,
    order,
    funding,
    raised,
    capacities,
    shares,
    contradictions,
    rooms,
    harm,
    milestones,
    shut,
    roles,
    caps,
    doubts,
    sides,
    unmet,
    unread,
    idle,
)
"""What sound rows say together."""


def check(records: Iterable[Record], known: Mapping[str, Collection[str]] | None = None) -> tuple[Fault, ...]:
    """Every fault and warning of the records, in the order of the file.

    ``known`` gives, by record word, names of rows that could not be read. They may be referred to, and nothing is
    concluded from the absence of rows of these words.
    """
    return _check(Draft(records, known or {}))


def build_instance(
    records: Iterable[Record], known: Mapping[str, Collection[str]] | None = None
) -> tuple[Instance, tuple[Fault, ...]]:
    """The instance, with references spelled as the names they refer to, and its warnings.

    Raises :class:`models.faults.Faults`, holding every fault and warning, if there is at least one error.
    """
    draft = Draft(records, known or {})
    faults = _check(draft)
    if any(fault.severity == "error" for fault in faults):
        raise Faults(faults)
    return Instance(draft.records), faults


def _check(draft: Draft) -> tuple[Fault, ...]:
    found = list(_conflicts(draft))
    for rows in ROWS:
        found.extend(rows(draft))
    faulty = {id(each.record) for each in found if each.record is not None and each.fault.severity == "error"}
    sound = draft.sound(faulty)
    if sound is not None:
        for whole in WHOLE:
            found.extend(whole(sound))
    return tuple(sorted((each.fault for each in found), key=_row))


def _conflicts(draft: Draft) -> Iterator[Finding]:
    if not draft.of(Conflict) and "conflict" not in draft.known:
        yield at(None, None, "no_conflict", expected="at least one conflict", found="none")


def _row(fault: Fault) -> tuple[str, int]:
    """Faults of the whole come first, then those of each file by row."""
    return (fault.place.file, fault.place.row) if fault.place else ("", 0)
