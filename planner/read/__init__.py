"""Reads instances: one CSV file, standard input, a folder with a CSV file per record, or a workbook.

    reading = read_records("georgia.csv")     # records, and what could not be read
    instance, warnings = read("georgia.csv")  # a checked instance, or Faults with everything that is wrong

A column ``record`` says what each row of a single file is; folders and workbooks have a file or sheet for each record,
with a column for each attribute. ``plan schema`` tells what each column means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from models.checks import build_instance, check
from models.faults import Fault, Faults
from models.instance import Instance
from models.records import Record
from planner.callable import make_callable
from planner.read.build import build, partly
from planner.read.draft import Draft
from planner.read.faulty import Unreadable
from planner.read.layout import types
from planner.read.plain import plain_list
from planner.read.rows import Rows
from planner.read.settings import Settings
from planner.read.source import name, tables

__all__ = ["Reading", "examine", "read", "read_records"]

make_callable(__name__)


@dataclass(frozen=True)
class Reading:
    """What a source says.

    ``faults``: what could not be read, and warnings; ``known``: names of records that could not be built, by record
    word; ``partial``: what can be read of those; ``whole``: no file or sheet was unreadable, so that what is missing is
    missing; ``file``: the source's name.
    """

    file: str
    records: tuple[Record, ...]
    faults: tuple[Fault, ...]
    known: Mapping[str, frozenset[str]]
    partial: tuple[Record, ...] = ()
    whole: bool = True


def read(source: str | Path) -> tuple[Instance, tuple[Fault, ...]]:
    """The instance in a file, folder or workbook (``-``: standard input), and its warnings.

    Raises :class:`Faults` with everything that is wrong, in reading and in meaning, sorted by file and row.
    """
    instance, faults = examine(read_records(source))
    if instance is None:
        raise Faults(faults)
    return instance, faults


def examine(reading: Reading) -> tuple[Instance | None, tuple[Fault, ...]]:
    """The instance, if the reading makes one, and every fault and warning of its reading and its meaning."""
    if any(fault.severity == "error" for fault in reading.faults):
        # Rows are missing, so there is no instance; what the other rows have wrong is told all the same.
        more = (*check(reading.records, reading.known), *_of_partial(reading)) if reading.whole else ()
        return None, _sorted((*reading.faults, *more))
    try:
        instance, warnings = build_instance(reading.records, reading.known)
    except Faults as found:
        return None, _sorted(reading.faults + found.faults)
    return instance, _sorted(reading.faults + warnings)


_SURE = frozenset({"unknown_name", "reversed_window", "outside_horizon"})
"""Faults that stand whatever the cells that cannot be read should have said."""


def _of_partial(reading: Reading) -> tuple[Fault, ...]:
    """What is surely wrong with the other cells of rows that cannot be read in full."""
    rows = {record.origin.row for record in reading.partial if record.origin}
    told = {fault.place for fault in reading.faults}
    return tuple(
        fault
        for fault in check((*reading.records, *reading.partial), reading.known)
        if fault.code in _SURE and fault.place not in told and fault.place and replace(fault.place, column="") in rows
    )


def _sorted(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """By file and row; faults of the whole first."""
    return tuple(sorted(faults, key=lambda fault: (fault.place.file, fault.place.row) if fault.place else ("", 0)))


def read_records(source: str | Path) -> Reading:
    """Read every record of a source. Never raises for what a file holds: ``faults`` tells it."""
    rows, whole = Rows(), True
    try:
        found, faults = tables(source)
    except Unreadable as unreadable:
        return Reading(name(source), (), (unreadable.fault,), dict.fromkeys(types(), frozenset()), whole=False)
    rows.faults += faults
    whole = all(fault.severity == "warning" for fault in faults)
    for table in found:
        try:
            headings = rows.add(table)
        except Unreadable as unreadable:
            rows.faults.append(unreadable.fault)
            whole = False
        else:
            if headings.plain:
                rows.faults.append(plain_list(rows.drafts))
    settings = Settings(rows.drafts, (lost for lost, _ in rows.lost), rows.faults.append)
    for setting in rows.settings:
        settings.apply(setting)
    return _finish(name(source), rows, whole)


def _finish(file: str, rows: Rows, whole: bool) -> Reading:
    """Build the records; remember the names of those that cannot be built."""
    records: list[Record] = []
    partial: list[Record] = []
    known: dict[str, set[str]] = {} if whole else {word: set() for word in types()}
    for draft in rows.drafts:
        built = build(draft)
        if isinstance(built, Record):
            records.append(built)
        else:
            rows.faults.extend(built)
            partial += [some] if (some := partly(draft)) is not None else []
            known.setdefault(draft.record.word, set()).update(_names(draft))
    for lost, words in rows.lost:
        for each in words:
            # A name that may be anything is taken for no conflict: a second one would put each blank conflict in doubt.
            known.setdefault(each, set()).update({lost} - {""} if each != "conflict" or len(words) == 1 else ())
    faults = _sorted(rows.faults)
    known_names = {word: frozenset(names) for word, names in known.items()}
    return Reading(file, tuple(records), faults, known_names, tuple(partial), whole)


def _names(draft: Draft) -> set[str]:
    """The name of a draft, or what can be read of it."""
    written = str(draft.found.get("name", "")).strip()
    return {draft.name or "".join(each for each in written if each.isprintable())} - {""}
