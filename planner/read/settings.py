"""Applies ``set`` rows: one attribute of one record each, with the source of that number."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.checks.spelling import fold, suggestion
from models.faults import Fault
from planner.read.address import Addresses, Entry
from planner.read.cells import text, value
from planner.read.draft import Draft, Setting
from planner.read.faulty import Misread, shown
from planner.read.layout import Attribute, attributes, by_heading, types, word

_NOT_SET = ("name", "source")
"""Attributes that only the record's own row may give."""


class Settings:
    """Applies settings to drafts; ``report`` is told each fault. ``lost``: names nothing may be said about."""

    def __init__(self, drafts: Iterable[Draft], lost: Iterable[str], report: Callable[[Fault], None]) -> None:
        self._addresses = Addresses(
            Entry(
                draft,
                draft.record.word,
                draft.name,
                draft.key,
                str(draft.values.get("conflict", "")),
                str(draft.values.get("scenario", "")),
            )
            for draft in drafts
        )
        self._lost = {fold(name) for name in lost}
        self._report = report

    def apply(self, setting: Setting) -> None:
        parts: dict[str, str] = {}
        for part, cell in setting.cells.items():
            try:
                parts[part] = "" if part == "value" else text(cell)
            except Misread as misread:
                self._report(misread.fault(cell, setting.places[part]))
                return
        draft = self._draft(setting, parts)
        attribute = draft and self._attribute(draft, setting, parts.get("attribute", ""))
        if draft and attribute:
            self._fill(draft, attribute, setting, parts.get("source", ""))

    def _draft(self, setting: Setting, parts: dict[str, str]) -> Draft | None:
        """The one draft that the row means."""
        record = word(parts.get("record", ""))
        if record and record not in types():
            remedy = suggestion(record, tuple(types()), "record")
            self._fault(setting, "record", "unknown_record", "a record word, or blank", remedy)
            return None
        name = parts.get("name", "")
        found = self._addresses.find(name, record, parts.get("conflict", ""), parts.get("scenario", ""))
        if len(found) == 1:
            return found[0].item
        if found:
            records = " or ".join(dict.fromkeys(f"{entry.word} {shown(entry.key)}" for entry in found))
            self._fault(
                setting,
                "name",
                "ambiguous_name",
                f"the name of one record, not {records}",
                f"Write {found[0].word} below {setting.places['record'].column}, or the longer name.",
            )
        elif fold(name) not in self._lost:
            # A record of another word may bear the very name: a link that of its first activity.
            others = [other for other in self._addresses.names() if fold(other) != fold(name)]
            remedy = suggestion(name, others, "record") if name else "Add a horizon row."
            narrowed = any(parts.get(part) for part in ("record", "conflict", "scenario"))
            expected = "the name of a record" + (" with this word, conflict and scenario" if narrowed else "")
            self._fault(setting, "name", "nothing_to_set", expected, remedy)
        return None

    def _attribute(self, draft: Draft, setting: Setting, given: str) -> Attribute | None:
        known = {name: each for name, each in attributes(draft.record).items() if name not in _NOT_SET}
        found = known.get(word(given)) or by_heading(draft.record).get(word(given))
        if found and found.name in known:
            return found
        elsewhere = any(word(given) in attributes(record) for record in types().values())
        if elsewhere and not setting.cells.get("name"):
            expected = f"the name of the record that has {word(given)}; a blank one means the horizon"
            self._fault(setting, "name", "missing_value", expected, "Fill it in.")
            return None
        expected = f"an attribute of {draft.record.word}"
        remedy = suggestion(given, tuple(known), "attribute")
        self._fault(setting, "attribute", "unknown_attribute" if given else "missing_value", expected, remedy)
        return None

    def _fill(self, draft: Draft, attribute: Attribute, setting: Setting, source: str) -> None:
        """Give the attribute its value; without a value the row gives the source of one that stands in its own row."""
        cell, name = setting.cells.get("value"), attribute.name
        if cell is None:
            if name not in draft.values and name not in draft.faulty:
                self._fault(setting, "value", "missing_value", attribute.meaning, "Fill it in.")
        else:
            try:
                given = value(cell, attribute, commas=setting.table.commas)
            except Misread as misread:
                draft.faulty.add(name)
                self._report(misread.fault(cell, setting.places["value"]))
                return
            if name in draft.set_by_row or draft.values.get(name, given) != given:
                expected = f"{name} of {shown(draft.key)} given once"
                self._fault(setting, "value", "set_twice", expected, "Keep one of the two.")
                return
            draft.set_by_row.add(name)
            draft.values[name], draft.found[name], draft.places[name] = given, cell, setting.places["value"]
        if source:
            draft.sources[name] = source

    def _fault(self, setting: Setting, part: str, code: str, expected: str, remedy: str) -> None:
        found = shown(setting.cells.get(part, ""))
        self._report(Fault(code, expected, found, remedy, setting.places[part]))
