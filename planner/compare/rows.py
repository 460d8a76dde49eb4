"""What differs between two instances, row by row, without solving."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from models.instance import Instance
from models.records import Record

_WITHOUT_MEANING = frozenset({"source", "sources", "origin"})


class Differing(NamedTuple):
    """A row that only one instance has, or an attribute that both give otherwise; values as text."""

    row: str
    name: str
    kind: Literal["added", "removed", "changed"]
    attribute: str = ""
    before: str = ""
    after: str = ""


def differing(before: Instance, after: Instance) -> tuple[Differing, ...]:
    """Rows are the same where their word and name are, and those without a name where all they say is; the order of
    rows and their sources do not matter."""
    old, new = _keyed(before), _keyed(after)
    found: list[Differing] = []
    for key, record in old.items():
        if key in new:
            found += _changed(key, record, new[key])
        else:
            found.append(Differing(*key[:2], "removed"))
    found += (Differing(*key[:2], "added") for key in new if key not in old)
    return tuple(found)


def _keyed(instance: Instance) -> dict[tuple[str, str, int], Record]:
    """Records by word, name and how many of that name came before."""
    found: dict[tuple[str, str, int], Record] = {}
    for record in instance.records:
        name, number = _name(record), 0
        while (record.word, name, number) in found:
            number += 1
        found[record.word, name, number] = record
    return found


def _name(record: Record) -> str:
    """Its name; what it says in short where it has none."""
    name = getattr(record, "name", "")
    if name or record.word == "horizon":
        return str(name) if record.word != "horizon" else ""
    if record.word == "link":
        return str(getattr(record, "key", ""))
    return ", ".join(str(value) for _, value in _said(record))


def _said(record: Record) -> Iterator[tuple[str, Any]]:
    """What a record says that is not the default."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name not in _WITHOUT_MEANING and value != field.get_default(call_default_factory=True):
            yield name, value


def _changed(key: tuple[str, str, int], old: Record, new: Record) -> Iterator[Differing]:
    for name in type(old).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if name not in _WITHOUT_MEANING and before != after:
            yield Differing(key[0], key[1], "changed", name, _text(before), _text(after))


def _text(value: Any) -> str:
    if value is None or value == ():
        return ""
    return ", ".join(str(each) for each in value) if isinstance(value, tuple) else str(value)
