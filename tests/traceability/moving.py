"""Makes a move of the table in the records of a tiny instance, as a user would change one cell of its file."""

from __future__ import annotations

from collections.abc import Iterable

from models.assumptions import DEFAULTS
from models.checks import build_instance
from models.instance import Instance
from models.moves import Move
from models.records import Record, RuleSetting
from planner.read.cells import value
from planner.read.layout import attributes
from tests.solving import tiny


def moved(move: Move) -> Instance:
    """The instance after the move. Fails where ``before`` is not what stands there, or ``after`` may not."""
    records = tiny(move.instance).records
    word, _, rule = move.subject.partition(" ")
    if word == "rule":
        return _checked(_with_parameter(records, rule, move))
    found = subject(records, move)
    if not move.field:
        assert (move.before, move.after) == ("there", "gone")
        return _checked([record for record in records if record is not found])
    assert _read(found, move.field, move.before) == getattr(found, move.field), move
    fields = {name: getattr(found, name) for name in type(found).model_fields}
    changed = type(found).model_validate(fields | {move.field: _read(found, move.field, move.after)})
    return _checked([changed if record is found else record for record in records])


def subject(records: Iterable[Record], move: Move) -> Record:
    """The one record that the move is about."""
    word, _, key = move.subject.partition(" ")
    (found,) = (record for record in records if (record.word, record.key) == (word, key))
    return found


def _read(record: Record, field: str, text: str) -> object:
    """The value that a cell with this text gives the field; blank gives its default."""
    attribute = attributes(type(record))[field]
    return value(text, attribute, commas=False) if text else attribute.default


def _checked(records: Iterable[Record]) -> Instance:
    return build_instance(records)[0]


def _with_parameter(records: tuple[Record, ...], rule: str, move: Move) -> list[Record]:
    row = DEFAULTS[rule, move.field]
    assert row.low <= float(move.after) <= row.high, move
    kept = [
        record
        for record in records
        if not (isinstance(record, RuleSetting) and (record.name, record.kind) == (rule, move.field))
    ]
    given = [record.amount for record in records if isinstance(record, RuleSetting) and record not in kept]
    assert float(move.before) == (given[0] if given else row.value), move
    return [*kept, RuleSetting(name=rule, kind=move.field, amount=float(move.after))]
