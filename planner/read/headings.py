"""What a table is about, and what each of its columns says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from models.checks.spelling import nearest, suggestion
from models.faults import Fault
from models.records import Place
from planner.read.cells import text
from planner.read.faulty import Misread, Unreadable, shown
from planner.read.layout import SET, SET_COLUMNS, attributes, by_heading, columns, types, word
from planner.read.table import Table, letter

LIKE = 0.6
"""How alike a heading or record word must be to be suggested, and taken for what it was to say."""
_LEFT_ALONE = "Name it after a record, or put # before its name to have it left alone."


@dataclass(frozen=True)
class Headings:
    """``subject``: the record word that all rows are about; None where the column ``record`` tells it row by row.

    ``keys``: for each column what it says, or None: with a subject the name of an attribute, else a heading of the
    one-file form. ``titles``: the user's own headings. ``plain``: a list of activities in a file of its own.
    """

    row: int
    titles: list[str]
    keys: list[str | None]
    subject: str | None
    plain: bool = False

    def title(self, index: int) -> str:
        """The user's heading of a column, or its letter where it has none."""
        return (self.titles[index] if index < len(self.titles) else "") or letter(index)

    def title_of(self, key: str) -> str:
        """The user's heading of the column that says ``key``; ``key`` itself where there is no such column."""
        return self.title(self.keys.index(key)) if key in self.keys else key


def headings(table: Table, report: Callable[[Fault], None]) -> Headings:
    """Read the first row that says something; report odd headings; raise :class:`Unreadable` if no row can be read."""
    found = next(table.filled(), None)
    if found is None:
        raise Unreadable("empty_file", "a table with a row of headings", f"no row in {table.file}", "Fill it in.")
    number, row = found
    titles = [_title(cell) for cell in row]
    while titles and not titles[-1]:
        titles.pop()
    words = [word(title) for title in titles]
    subject = _subject(table, words, number)
    meanings = _meanings(subject)
    if not any(each in meanings for each in words):
        raise Unreadable(
            "no_header",
            f"a first row of headings such as {', '.join(list(meanings)[:4])}",
            shown(", ".join(titles)),
            "Add the row of headings; plan new makes a file that has one.",
            table.place(number, "A"),
        )
    keys: list[str | None] = []
    for title, each in zip(titles, words, strict=True):
        key = meanings.get(each)
        if title and key is None:
            report(_unknown(table.place(number, title), title, subject))
            key = _meant(each, subject, words)
        elif title and key in keys:
            both = f"{shown(titles[keys.index(key)])} and {shown(title)}"
            place = table.place(number, title)
            report(Fault("repeated_column", "each column once", both, "Remove one.", place))
        keys.append(None if key in keys else key)
    return Headings(number, titles, keys, subject, plain=subject is not None and not table.title)


def _unknown(place: Place, title: str, subject: str | None) -> Fault:
    known = _meanings(subject)
    remedy = (
        f"Give it by a row: set, the name, {word(title)} in kind, the value in amount."
        if _rare(word(title), subject)
        else suggestion(title, known, f"Known columns: {', '.join(known)}.")
    )
    return Fault("unknown_column", "a known heading", shown(title), remedy, place)


def _rare(heading: str, subject: str | None) -> bool:
    """Whether a heading of the one-file form is an attribute that only ``set`` rows give."""
    return subject is None and any(heading in attributes(record) for record in types().values())


def _meant(misspelt: str, subject: str | None, words: list[str]) -> str | None:
    """What a misspelt heading was to say. Its cells are read so, lest each row seem to lack them; the fault stands."""
    meanings = _meanings(subject)
    near = None if _rare(misspelt, subject) else nearest(misspelt, meanings, LIKE)
    return meanings[near] if near and near not in words else None


def _title(cell: object) -> str:
    try:
        return text(cell)  # type: ignore[arg-type]
    except Misread:
        return str(cell)


def _subject(table: Table, words: list[str], row: int) -> str | None:
    """What the table is about: told by its title, by its column ``record``, or a plain list of activities."""
    title = word(table.title)
    if title in types() or title == SET:
        return None if "record" in words and title != SET else title
    if "record" in words:
        return None
    if title:
        raise Unreadable(
            "unknown_file",
            "a name of a record, such as activity, or a column record",
            shown(table.title),
            f'Did you mean "{near}"?' if (near := nearest(title, (*types(), SET))) else _LEFT_ALONE,
            table.place(row, "A"),
        )
    meant = nearest("record", words)
    if meant is not None or not {"track", "spend_max"} & set(words):
        raise Unreadable(
            "no_header",
            "a column record, which says what each row is",
            shown(meant or ", ".join(words)),
            "Call the column record." if meant else "Add a column record; plan new makes a file that has one.",
            table.place(row, "A"),
        )
    return "activity"


@cache
def _meanings(subject: str | None) -> dict[str, str]:
    """Known headings, folded, with what they say. Attribute names win over headings of the one-file form."""
    if subject is None:
        return {each: each for each in columns()}
    if subject == SET:
        return {heading: name for name, heading in SET_COLUMNS.items()} | {name: name for name in SET_COLUMNS}
    record = types()[subject]
    by_column = {heading: attribute.name for heading, attribute in by_heading(record).items()}
    return by_column | {name: name for name in attributes(record)}
