"""What one condition says: a toll its day and its losses; any other its amount, and whom it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from models.checks.draft import Draft
from models.checks.finding import Finding, at, number
from models.checks.spelling import fold, suggestion
from models.kinds import CATEGORIES, ConditionKind
from models.records import Activity, Condition, Party


class Who(NamedTuple):
    """Whom a kind of condition is about: how many names, and in words."""

    numbers: tuple[int, ...]
    words: str


WHO: dict[ConditionKind, Who] = {
    "toll": Who((0,), "a blank: a toll is the whole conflict's"),
    "ripeness": Who((0,), "a blank: ripeness is the whole conflict's"),
    "concession": Who((0,), "a blank: a concession is the whole conflict's"),
    "willingness": Who((1,), "one name: the government that is or is not willing"),
    "recognition": Who((2,), "two names: those who do or do not recognise each other"),
    "hostility": Who((2,), "two names: a home state and a party"),
    "openness": Who((0,), "a blank: openness is that of all officials of the conflict"),
    "impasse": Who((0,), "a blank: an impasse is the whole conflict's"),
    "access": Who((0, 1), "one party, or a blank for the whole conflict"),
}


def conditions(draft: Draft) -> Iterator[Finding]:
    for row in draft.of(Condition):
        yield from _toll(row) if row.kind == "toll" else _level(row)
        if row.kind != "toll":
            yield from _who(draft, row)


def _toll(row: Condition) -> Iterator[Finding]:
    """An event has a day and costs progress; it lasts no time, and nobody in particular bears it."""
    if row.begin is None:
        yield at(row, "begin", "no_day", expected="the day of the event", found="a blank")
    for field, value in (("amount", row.amount), ("end", row.end), ("who", "|".join(row.who) or None)):
        if value is not None:
            expected = f"no {'end' if field == 'end' else field}: a toll costs progress once, on its day"
            yield at(row, field, "toll_cell", expected=expected, found=number(value))


def _level(row: Condition) -> Iterator[Finding]:
    if row.amount is None:
        yield at(row, "amount", "no_level", expected=f"how far the {row.kind} goes, 0 to 1", found="a blank")
    for category in CATEGORIES:
        lost = getattr(row, category)
        if lost:
            expected = f"no progress lost to {row.kind}; only tolls cost progress"
            yield at(row, category, "level_cell", expected=expected, found=number(lost))


def _who(draft: Draft, row: Condition) -> Iterator[Finding]:
    who = WHO[row.kind]
    if len(row.who) not in who.numbers:
        yield at(row, "who", "wrong_who", expected=who.words, found=", ".join(row.who) or "a blank")
        return
    if not draft.known.keys().isdisjoint(("party", "activity", "conflict")):
        return  # a row that could not be read may have stated the name
    parties, sponsors, homes = _actors(draft, row)
    if row.kind == "hostility":
        yield from _hostility(row, parties, homes)
        return
    known, word = (parties, "party") if row.kind == "access" else ((*parties, *sponsors), "party or sponsor")
    for name in row.who:
        if fold(name) not in map(fold, known):
            yield _stranger(row, name, known, word)


def _hostility(row: Condition, parties: Collection[str], homes: Collection[str]) -> Iterator[Finding]:
    """One of the two is a home state and the other a party, in any order."""
    one, other = row.who
    for home, party in ((one, other), (other, one)):
        if fold(home) in map(fold, homes) and fold(party) in map(fold, parties):
            return
    for name in row.who:
        if fold(name) not in map(fold, (*homes, *parties)):
            yield _stranger(row, name, (*homes, *parties), "home state or party")
            return
    found = f"{one} and {other}, of which {'none is a home state' if _none(row.who, homes) else 'none is a party'}"
    yield at(row, "who", "wrong_who", expected=WHO["hostility"].words, found=found)


def _none(names: Collection[str], among: Collection[str]) -> bool:
    return {fold(name) for name in names}.isdisjoint(map(fold, among))


def _stranger(row: Condition, name: str, known: Collection[str], word: str) -> Finding:
    return at(
        row,
        "who",
        "unknown_name",
        expected=WHO[row.kind].words,
        found=f'no {word} "{name}"',
        remedy=suggestion(name, tuple(dict.fromkeys(known)), word),
    )


def _actors(draft: Draft, row: Condition) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Parties of the row's conflict, and sponsors and home states of its activities; of all, where it is unclear."""
    conflict = draft.conflict(row)

    def belongs(other: Party | Activity) -> bool:
        own = draft.conflict(other)
        return None in (conflict, own) or fold(str(own)) == fold(str(conflict))

    works = [work for work in draft.of(Activity) if belongs(work)]
    return (
        tuple(party.name for party in draft.of(Party) if belongs(party)),
        tuple(work.sponsor for work in works if work.sponsor),
        tuple(work.home for work in works if work.home),
    )
