"""The identity of an instance: a hash of what it says, so that a plan is never judged against another one."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

from models.instance import Instance
from models.moment import Moment
from models.records import Record, RuleSetting

ALGORITHM = "sha256"
_WITHOUT_MEANING = {"source", "sources", "origin"}


def identity(instance: Instance) -> str:
    """Hash of the instance's content, as ``sha256:`` and 64 hexadecimal digits.

    Not part of it: the order of rows and where they stood (a spreadsheet may be sorted), sources, Unicode's normal
    forms, and values equal to the default, so that attributes which later versions add leave old plans readable.
    ``rule`` rows keep their order, because among them the last word counts.
    """
    rows = sorted(_text(record) for record in instance.records if not isinstance(record, RuleSetting))
    rows += [_text(record) for record in instance.settings]
    return f"{ALGORITHM}:{hashlib.sha256('\n'.join(rows).encode()).hexdigest()}"


def short(identity: str) -> str:
    """The first twelve digits, for people."""
    return identity.removeprefix(f"{ALGORITHM}:")[:12]


def _text(record: Record) -> str:
    content = {
        name: getattr(record, name)
        for name, field in type(record).model_fields.items()
        if name not in _WITHOUT_MEANING and getattr(record, name) != field.get_default(call_default_factory=True)
    }
    return json.dumps([record.word, _plain(content)], ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    """The value as JSON writes it, the same for the same meaning."""
    match value:
        case Moment():
            return f"{value.first}/{value.last}"
        case str():
            return unicodedata.normalize("NFC", value)
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case float() if value.is_integer():
            return int(value)
    return value
