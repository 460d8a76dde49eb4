"""Names: written so that files can hold them, and each key used once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from models.checks.draft import Draft
from models.checks.finding import Finding, at, where
from models.checks.references import OF, named
from models.checks.spelling import fold
from models.kinds import TRACKS
from models.records import Activity, Condition, Conflict, Horizon, Record

_UNDECLARED = frozenset({"tag", "voter", "donor", "actor", "issue", "agency", "group"})
"""Namespaces of names that no row of their own declares."""
_FOLDED_TRACKS = frozenset(fold(track) for track in TRACKS)


def names(draft: Draft) -> Iterator[Finding]:
    for record in draft.records:
        yield from _written(record)
        yield from _reserved(record)
        yield from _listed_twice(record)
    yield from _duplicates(draft)


def _written(record: Record) -> Iterator[Finding]:
    """No list separator, line break or comment mark in a name: the file could not be read back."""
    texts = [("name", name) for name in (getattr(record, "name", ""),) if name]
    for reference in OF.get(type(record), ()):
        if reference.to in _UNDECLARED:
            texts += [(reference.field, name) for name in named(record, reference)]
    for field, text in texts:
        broken = any(unicodedata.category(mark) in ("Cc", "Cs", "Zl", "Zp") for mark in text)
        if broken or "|" in text or text.startswith("#") or text.endswith("#") or not fold(text):
            expected = "a visible name without |, line breaks and # at its ends"
            yield at(record, field, "bad_name", expected=expected, found=repr(text))


def _reserved(record: Record) -> Iterator[Finding]:
    """What funders pay for, and limits are about, is told apart by its word, so nothing may be called like a track."""
    if isinstance(record, Activity | Conflict) and fold(record.name) in _FOLDED_TRACKS:
        yield at(record, "name", "reserved_name", expected="a name that is no track code", found=f'"{record.name}"')
    if isinstance(record, Activity):
        for field, word in (("tags", "a tag"), ("issues", "an issue")):
            for name in getattr(record, field):
                if fold(name) in _FOLDED_TRACKS:
                    expected = f"{word} that is no track code"
                    yield at(record, field, "reserved_name", expected=expected, found=f'"{name}"')


def _listed_twice(record: Record) -> Iterator[Finding]:
    for reference in OF.get(type(record), ()):
        seen: set[str] = set()
        for name in named(record, reference):
            if fold(name) in seen:
                yield at(record, reference.field, "listed_twice", expected="each name once", found=f'"{name}" twice')
            seen.add(fold(name))


def _duplicates(draft: Draft) -> Iterator[Finding]:
    first: dict[tuple[object, ...], Record] = {}
    for record in draft.records:
        if isinstance(record, Horizon):
            continue  # several horizons are a fault of their own
        key = _key(draft, record)
        before = first.get(key)
        if before is None:
            first[key] = record
        else:
            remedy = "Give each a name, or remove one." if isinstance(record, Condition) else ""
            yield at(
                record,
                "name" if hasattr(record, "name") else None,
                "duplicate",
                expected=f"each {record.word} once",
                found=f'"{record.key}" again, first in {where(before)}',
                remedy=remedy,
            )


def _key(draft: Draft, record: Record) -> tuple[object, ...]:
    """The key as people read it: folded, with the conflict filled in and those a fact is about in any order."""
    conflict = fold(draft.conflict(record) or "") if hasattr(record, "conflict") else ""
    who = tuple(sorted(fold(name) for name in getattr(record, "who", ())))
    match record.word:
        case "party":
            return (record.word, fold(str(getattr(record, "name", ""))), conflict)
        case "phase" | "condition":
            update = {"conflict": conflict, "who": who} if record.word == "condition" else {"conflict": conflict}
            return (record.word, fold(record.model_copy(update=update).key))
        case "closure":
            return (record.word, who, str(getattr(record, "begin", "")), fold(str(getattr(record, "scenario", ""))))
        case _:
            return (record.word, fold(record.key))
