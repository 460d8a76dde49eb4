"""Random records of every kind, as far as files must hold them: names in any script, quotes, line breaks, formulas."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from models.checks.spelling import fold
from models.records import RECORDS, Record
from planner.read.layout import Attribute, attributes

_SAMPLES: tuple[str, ...] = (
    "=1+1",
    "+5",
    "-5",
    "@x",
    "#1",
    "'=x",
    "''-",
    '"',
    'say "x"',
    "a,b;c\td",
    "x\ny",
    "2008",
    "1e5",
    "007",
    "yes",
    "NA",
)
_SAMPLES += (
    "جورجيا",
    "Грузия",
    "גאורגיה",
    "Géorgie",
    "_x0041_",
    "😀",
    "T1",
    "a:b",
    "sep=;",
    "set",
    "horizon",
    "‏شام",
    " x",
)
_letters = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="|\ufffe\uffff")


def _usable(text: str) -> bool:
    return text == text.strip() and bool(fold(text))


texts = st.one_of(
    st.sampled_from([text.strip() for text in _SAMPLES]),
    st.text(_letters, min_size=1, max_size=12).map(lambda text: unicodedata.normalize("NFC", text)).filter(_usable),
)
"""Texts as reading gives them: in composed form, without outer spaces."""
moments = st.sampled_from(["2008-08-29", "2008-08", "2008-Q3", "2008-H2", "2008", "1999-12-31", "2012-02-29"])


@st.composite
def instances(draw: st.DrawFn) -> list[Record]:
    """Up to ten records with keys of their own; they need make no sense together."""
    names = draw(st.lists(texts, min_size=2, max_size=6, unique_by=fold))
    kinds = draw(st.lists(st.sampled_from(RECORDS), min_size=1, max_size=10))
    found: list[Record] = []
    taken: set[tuple[str, str]] = set()
    for kind in kinds:
        record = draw(_record(kind, names))
        address = {(kind.word, fold(record.key)), (kind.word, fold(str(getattr(record, "name", record.key))))}
        if not address & taken:
            found.append(record)
            taken |= address
    return found


@st.composite
def _record(draw: st.DrawFn, kind: type[Record], names: Sequence[str]) -> Record:
    values: dict[str, Any] = {}
    for name, attribute in attributes(kind).items():
        if attribute.required or draw(st.booleans()):
            values[name] = draw(_value(kind, attribute, names))
    given = [name for name, value in values.items() if name not in ("name", "source") and value not in ((), "")]
    sourced = draw(st.lists(st.sampled_from(given), unique=True, max_size=3)) if given else []
    return kind(**values, sources={name: draw(texts) for name in sourced})


def _value(kind: type[Record], attribute: Attribute, names: Sequence[str]) -> st.SearchStrategy[Any]:
    match attribute.shape:
        case "word" | "track":
            return st.sampled_from(attribute.words)
        case "number":
            return _numbers(kind, attribute)
        case "flag":
            return st.booleans()
        case "date":
            return moments
        case "names":
            size = 2 if attribute.required else 0
            return st.lists(st.sampled_from(names), min_size=size, max_size=2, unique=True).map(tuple)
        case "amounts":
            return st.lists(st.tuples(st.sampled_from(names), _amounts), max_size=2).map(tuple)
        case "scores":
            return st.lists(st.tuples(st.sampled_from(attribute.words), _amounts), max_size=3).map(tuple)
        case "points":
            return st.lists(st.tuples(_amounts, _amounts), max_size=3).map(tuple)
        case "text":
            return texts if attribute.name == "source" else st.sampled_from(names)


_amounts = st.one_of(st.floats(-1e9, 1e9), st.sampled_from([1.125, 0.125, 12.345, 1e-300, 2.0**60, 0.1 + 0.2]))


def _numbers(kind: type[Record], attribute: Attribute) -> st.SearchStrategy[Any]:
    info = kind.model_fields[attribute.name]
    limits: dict[str, float] = {}
    for rule in info.metadata:
        limits |= {name: getattr(rule, name) for name in ("ge", "gt", "le", "lt") if hasattr(rule, name)}
    low, high = limits.get("ge", limits.get("gt", -1e12)), limits.get("le", 1e12)
    if attribute.name == "version":
        return st.just(1)
    if "int" in str(info.annotation):
        return st.integers(int(low), int(high) * (10**8 if high == 1e12 else 1))
    return st.floats(low, high, exclude_min="gt" in limits)
