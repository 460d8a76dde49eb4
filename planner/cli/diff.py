"""``plan diff``: what differs between two plans or two instances, in words, without solving."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit, InputError

if TYPE_CHECKING:
    from models.instance import Instance
    from planner.compare.rows import Differing
    from planner.diff import Difference


@click.command("diff")
@click.argument("instance")
@click.argument("other", metavar="PLAN|INSTANCE")
@click.argument("plan", required=False, metavar="[PLAN]")
@setting("audience", default="owner", shown="owner")
@with_manners()
def command(instance: str, other: str, plan: str | None, audience: Any, manners: Manners) -> Exit:
    """Tell what differs, without solving: INSTANCE PLAN PLAN for two plans of it, or INSTANCE INSTANCE.

    Plans are compared by what runs when, what is signed and who pays; instances by their rows. A plan may have been
    made for another version of the instance: what that no longer has is left out, and named. Refused to an audience
    from which anything is hidden.
    """
    from planner.cli.table import Table, document, put, put_text
    from planner.compare.rows import differing

    before = _read(instance, audience)
    if plan is None:
        _check_instance(other)
        found = differing(before, _read(other, audience))
        if manners.form == "text":
            put_text(_rows(found), manners)
        else:
            columns = ("row", "name", "kind", "attribute", "before", "after")
            put(Table("differences", columns, [tuple(each) for each in found]), manners)
        return Exit.OK
    difference, words = _plans(before, other, plan, manners)
    if manners.form == "csv":
        columns = ("kind", "name", "before", "after", "scenarios", "signing")
        rows = [tuple(_cell(getattr(each, name)) for name in columns) for each in difference.changes]
        put(Table("differences", columns, rows), manners)
    elif manners.form == "json":
        from dataclasses import asdict

        put_text(document("difference of plans", {"words": words, **asdict(difference)}, manners), manners)
    else:
        put_text(words + "\n", manners)
    return Exit.OK


def _read(file: str, audience: Any) -> Instance:
    from planner.audience import Unsafe, hides
    from planner.read import read

    reading(file, "nothing was compared")
    instance, _ = read(file)
    if hides(instance.records, audience):
        raise Unsafe(
            "Differences rest on all work, and this instance keeps some of it from that audience",
            "Compare what they may have: plan convert INSTANCE shown.csv --audience " + str(audience),
        )
    return instance


def _check_instance(file: str) -> None:
    """Raises ``InputError`` where the file is a plan: rows of work and grants would each be a fault of an instance."""
    from planner.planfile.entries import entries
    from planner.read.faulty import Unreadable

    if file == "-":
        return  # it can be read once only
    with suppress(Unreadable, OSError):
        if any("period" in entry.cells for entry in entries(file, [])):
            raise InputError(
                f"{file} is a plan; nothing was compared", "Give two plans of the instance, or another one."
            )


def _plans(instance: Instance, first: str, second: str, manners: Manners) -> tuple[Difference, str]:
    from pathlib import Path

    from planner.diff import Side, compare, sentence
    from planner.planfile import read_adopted, read_plan
    from planner.show.letters import clean, money

    sides, name = [], Path(click.get_current_context().params["instance"]).name
    for file in (first, second):
        reading(file, "nothing was compared")
        found = read_adopted(file, instance, 0)
        if found.same and found.gone:
            read_plan(file, instance)  # names that its own instance does not know are faults
        if found.outcome.plan is None:
            raise InputError(f"{file} holds no plan: none was found when it was written", "Give another one.")
        if not found.same:
            gone = f" Left out, as it is not in {name}: {', '.join(found.gone)}." if found.gone else ""
            manners.note(f"{file} was made for another version of the instance; it is compared all the same.{gone}")
        sides.append(Side(instance, found.outcome.plan))
    difference = compare(*sides)
    words = [sentence(difference, "The second plan", most=1000, currency=instance.horizon.currency)]
    words += [
        f"{clean(name)} pays {money(after)} instead of {money(before)}."
        for name, (before, after) in difference.payers.items()
    ]
    return difference, "\n".join(words)


def _rows(found: tuple[Differing, ...]) -> str:
    from planner.show.letters import clean

    if not found:
        return "The instances say the same.\n"
    lines = []
    for each in found:
        what = f"{each.row} {clean(each.name)}".rstrip()
        match each.kind:
            case "added" | "removed":
                lines.append(f"{what}: {each.kind}")
            case _:
                old, new = clean(each.before) or "nothing", clean(each.after) or "nothing"
                lines.append(f"{what}: {each.attribute} {new} instead of {old}")
    return "\n".join(lines) + "\n"


def _cell(value: Any) -> Any:
    return ", ".join(value) if isinstance(value, tuple) else value
