"""Reads a saved or a hand-made plan, against the instance it is for."""

from __future__ import annotations

from pathlib import Path

from models.audit import RULES
from models.checks.spelling import suggestion
from models.faults import Fault, Faults
from models.instance import Instance
from models.records import Place
from planner.identity import identity, short
from planner.outcome import FORMAT, Outcome
from planner.planfile.columns import STATED
from planner.planfile.entries import Entry, entries
from planner.planfile.parse import Draft
from planner.read.faulty import Unreadable
from planner.read.source import name

_STATUSES = ("solved", "limit", "interrupted", "infeasible", "no_plan", "refused", "by hand")


def read_plan(source: str | Path, instance: Instance) -> Outcome:
    """The plan in a CSV file, folder, workbook or JSON file (``-``: standard input), not yet audited.

    A plan made by hand needs only works (activity, period, spend) and grants (funder, activity, period, amount): starts
    and set-up costs follow from the runs, output is as much as the rules allow. Raises :class:`Faults` with everything
    that is wrong; a plan that was made for another instance is refused.
    """
    faults: list[Fault] = []
    draft, said = Draft(instance, faults), dict[str, tuple[str, Place]]()
    number = 0
    try:
        for entry in entries(source, faults):
            if entry.record == "plan":
                _note(draft, entry, said)
            else:
                number += 1
                draft.add(entry)
    except Unreadable as unreadable:
        raise Faults([*faults, unreadable.fault]) from None
    summary = {key: value for key, (value, _) in said.items()}
    _check_identity(instance, said, faults, name(source))
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


def _check_identity(instance: Instance, said: dict[str, tuple[str, Place]], faults: list[Fault], file: str) -> None:
    """The format must be known, and the instance the one the plan was made for."""
    version, place = said.get("format", (str(FORMAT), Place(file, 1, "format")))
    if version != str(FORMAT):
        faults.append(
            Fault("plan_format", f"plan file format {FORMAT}", f'"{version}"', "Read it with a newer planner.", place)
        )
    own = identity(instance)
    made_for, place = said.get("instance", (own, place))
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
