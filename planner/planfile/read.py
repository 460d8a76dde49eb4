"""Reads a saved or a hand-made plan, against the instance it is for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from models.audit import RULES
from models.checks.spelling import suggestion
from models.faults import Fault, Faults
from models.instance import Instance
from models.moment import Moment
from models.records import Place
from planner.identity import identity, short
from planner.outcome import FORMAT, Outcome
from planner.planfile.columns import STATED
from planner.planfile.entries import Entry, entries
from planner.planfile.parse import Draft
from planner.read.faulty import Unreadable
from planner.read.source import name

_UNKNOWN = frozenset({"plan_name", "plan_period"})
_HAPPENED = "It has happened, so the instance must still know it: give it a window that ends before the date."
_STATUSES = ("solved", "limit", "interrupted", "infeasible", "no_plan", "refused", "by hand")


class Adopted(NamedTuple):
    """A plan as it is read against an instance that may be another now: ``gone`` names what was left out, ``same``
    tells whether the instance is the one the plan was made for."""

    outcome: Outcome
    gone: tuple[str, ...]
    same: bool


def read_plan(source: str | Path, instance: Instance) -> Outcome:
    """The plan in a CSV file, folder, workbook or JSON file (``-``: standard input), not yet audited.

    A plan made by hand needs only works (activity, period, spend) and grants (funder, activity, period, amount): starts
    and set-up costs follow from the runs, output is as much as the rules allow. Raises :class:`Faults` with everything
    that is wrong; a plan that was made for another instance is refused.
    """
    faults: list[Fault] = []
    draft, said = Draft(instance, faults), dict[str, tuple[str, Place]]()
    number = _read(source, draft, said)
    _check_identity(instance, said, faults, name(source))
    return _judged(source, draft, said, number)


def read_adopted(source: str | Path, instance: Instance, begin: int) -> Adopted:
    """The plan that was adopted, read against an instance that may have been changed since.

    What it says of the periods from ``begin`` on about what the instance no longer has is left out, and named. What it
    says of earlier ones must be known: what has happened cannot be struck out. Raises as ``read_plan`` does, and
    where part of the plan is withheld.
    """
    faults: list[Fault] = []
    draft, said = Draft(instance, faults), dict[str, tuple[str, Place]]()
    gone: list[str] = []
    number = _read(source, draft, said, begin, gone)
    found = _judged(source, draft, said, number)
    made_for = said.get("instance", (identity(instance), None))[0]
    return Adopted(found, tuple(dict.fromkeys(gone)), made_for == identity(instance))


def _read(
    source: str | Path,
    draft: Draft,
    said: dict[str, tuple[str, Place]],
    begin: int | None = None,
    gone: list[str] | None = None,
) -> int:
    """Read all rows; how many state decisions. From the period ``begin`` on unknown names go to ``gone``."""
    number, faults = 0, draft.faults
    try:
        for entry in entries(source, faults):
            if entry.record == "plan":
                _note(draft, entry, said)
                continue
            number += 1
            before = len(faults)
            draft.add(entry)
            new = faults[before:]
            if gone is None or not new or any(each.code not in _UNKNOWN for each in new):
                continue
            if _later(draft, entry, begin):
                del faults[before:]
                gone += (each.found.strip('"') for each in new)
            else:
                faults[before:] = [replace(each, remedy=f"{each.remedy} {_HAPPENED}") for each in new]
    except Unreadable as unreadable:
        raise Faults([*faults, unreadable.fault]) from None
    return number


def _later(draft: Draft, entry: Entry, begin: int | None) -> bool:
    """Whether a row is about the period ``begin`` or a later one, known or not."""
    try:
        moment = Moment.parse(draft.read.text(entry, "period").partition("/")[0].strip().upper())
    except ValueError:
        return False
    return begin is not None and draft.instance.calendar.period_of(moment.first) >= begin


def _judged(source: str | Path, draft: Draft, said: dict[str, tuple[str, Place]], number: int) -> Outcome:
    """The outcome, or all that is wrong."""
    faults, instance = draft.faults, draft.instance
    summary = {key: value for key, (value, _) in said.items()}
    _check_format(said, faults, name(source))
    without = _without(said, faults)
    empty_by_choice = summary.get("status") in _STATUSES[:6]
    if not number and not empty_by_choice and not faults:
        remedy = "State works (activity, period, spend) and grants (funder, activity, period, amount)."
        faults.append(Fault("plan_no_rows", "a plan", f"no work in {name(source)}", remedy))
    if any(fault.severity == "error" for fault in faults):
        raise Faults(_about(faults, said))
    return _outcome(instance, draft, summary, without)


def _note(draft: Draft, entry: Entry, said: dict[str, tuple[str, Place]]) -> None:
    """Remember a row about the plan as a whole."""
    key = draft.read.text(entry, "name")
    said.setdefault(key, (draft.read.text(entry, "value"), entry.place("value")))


def _check_format(said: dict[str, tuple[str, Place]], faults: list[Fault], file: str) -> None:
    version, place = said.get("format", (str(FORMAT), Place(file, 1, "format")))
    if version != str(FORMAT):
        faults.append(
            Fault("plan_format", f"plan file format {FORMAT}", f'"{version}"', "Read it with a newer planner.", place)
        )


def _check_identity(instance: Instance, said: dict[str, tuple[str, Place]], faults: list[Fault], file: str) -> None:
    """The instance must be the one the plan was made for."""
    own = identity(instance)
    made_for, place = said.get("instance", (own, Place(file, 1, "instance")))
    if made_for != own:
        faults.append(_other_instance(instance, said, own, made_for, place))


def _other_instance(
    instance: Instance, said: dict[str, tuple[str, Place]], own: str, made_for: str, place: Place
) -> Fault:
    title = said.get("title", ("", place))[0]
    audience = said.get("audience", ("owner", place))[0]
    reduced = f" as {audience} may see it" if audience != "owner" else ""
    return Fault(
        "plan_other_instance",
        f'the instance "{instance.horizon.name}" ({short(own)})',
        f'a plan for "{title}"{reduced} ({short(made_for)})',
        "Give the instance it was made for, or solve again. To judge the plan against this instance all the same, "
        "remove this row from the plan file.",
        place,
    )


def _without(said: dict[str, tuple[str, Place]], faults: list[Fault]) -> frozenset[str]:
    """The rules that were switched off for the plan."""
    text, place = said.get("without", ("", None))
    asked = frozenset(filter(None, (word.strip() for word in text.split("|"))))
    known = [rule.name for rule in RULES]
    for word in sorted(asked.difference(known)):
        faults.append(Fault("plan_word", "rules joined by |", f'"{word}"', suggestion(word, known, "rule"), place))
    return asked


def _about(faults: list[Fault], said: dict[str, tuple[str, Place]]) -> list[Fault]:
    """Only that the plan is for another instance, where it is: unknown names then say nothing new."""
    other = [fault for fault in faults if fault.code in ("plan_other_instance", "plan_format")]
    return other or sorted(faults, key=lambda fault: (fault.place.file, fault.place.row) if fault.place else ("", 0))


def _outcome(instance: Instance, draft: Draft, said: dict[str, str], without: frozenset[str]) -> Outcome:
    made_by_hand = "status" not in said
    stated = {
        key: said[key] == STATED if key in said else bool(rows)
        for key, rows in (("transfers", draft.transfers), ("bonuses", draft.bonuses))
    }
    plan = draft.finish(**stated, without=without) if made_by_hand or "transfers" in said else None
    withheld = said.get("withheld", "").split("|")
    audience = said.get("audience", "owner")
    return Outcome(
        instance=instance,
        plan=plan,
        status=said["status"] if said.get("status") in _STATUSES else "by hand",
        objective="cost" if said.get("objective") == "cost" else "progress",
        passed=said["audit"] == "passed" if "audit" in said and "records" in withheld else None,
        score=_number(said.get("score")),
        cost=_number(said.get("cost")),
        bound=_number(said.get("bound")),
        gap=_number(said.get("gap")),
        solver=said.get("solver", ""),
        seconds=_number(said.get("seconds")),
        options={key.removeprefix("option "): value for key, value in said.items() if key.startswith("option ")},
        versions={key.removeprefix("version "): value for key, value in said.items() if key.startswith("version ")},
        audience="partners" if audience == "partners" else "public" if audience == "public" else "owner",
        hidden="records" in withheld,
        payers_hidden="payers" in withheld,
        scenarios_hidden="scenarios" in withheld,
    )


def _number(text: str | None) -> float | None:
    """A number of the summary; what is no number is not known."""
    try:
        return None if text is None else float(text)
    except ValueError:
        return None
