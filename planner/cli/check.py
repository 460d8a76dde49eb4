"""``plan check``: what is wrong with an instance, and what is doubtful about it, without solving it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from planner.cli.manners import Manners, reading, with_manners
from planner.errors import Exit

if TYPE_CHECKING:
    from models.faults import Fault
    from models.instance import Instance


@click.command("check")
@click.argument("file", required=False)
@click.option("--mark", metavar="FILE.xlsx", help="Write the workbook back with a comment on each faulty cell.")
@click.option("--strict", is_flag=True, help="Take warnings for faults.")
@click.option("--codes", is_flag=True, help="Print every fault code and what it means.")
@with_manners()
def command(file: str | None, mark: str | None, strict: bool, codes: bool, manners: Manners) -> Exit:
    """Check an instance: a CSV file, a folder, a workbook (.xlsx), or - for standard input.

    Prints every fault at once, with its row, what was expected, what was found and what to do.
    """
    if codes:
        return _codes(manners)
    if file is None:
        raise click.UsageError("Name the instance to check, as in plan check instance.csv.")
    from planner.read import examine, read_records

    reading(file, "nothing can be solved")
    found = read_records(file)
    instance, faults = examine(found)
    if mark is not None:
        from pathlib import Path

        from planner.mark import mark as write_marked

        write_marked(file, faults, Path(mark), force=manners.force)
        manners.note(f"Wrote {mark}.")
    _print(found.file, instance, faults, strict, manners)
    failed = any(fault.severity == "error" or strict for fault in faults)
    return Exit.INPUT if failed else Exit.OK


def _print(file: str, instance: Instance | None, faults: Sequence[Fault], strict: bool, manners: Manners) -> None:
    import sys
    from dataclasses import replace

    from planner.cli.faultlist import summary, table
    from planner.cli.table import put, put_text

    if strict:
        faults = [replace(fault, severity="error") for fault in faults]
    if manners.format != "text":
        put(table(faults), manners)
        return
    lines = [summary(faults, "nothing can be solved", file, stream=sys.stdout)] if faults else []
    if instance is not None and not any(fault.severity == "error" for fault in faults):
        lines.append(f"{file} can be solved: {_contents(instance)}.")
    put_text("\n".join(lines) + "\n", manners)


def _contents(instance: Instance) -> str:
    from planner.cli.faultlist import count

    length = {"half": "half-year"}.get(instance.horizon.length, instance.horizon.length)
    parts = [
        count(len(instance.activities), "activity").replace("activitys", "activities"),
        count(len(instance.funders), "funder"),
        count(instance.calendar.number, length),
    ]
    if len(instance.conflicts) > 1:
        parts.insert(0, count(len(instance.conflicts), "conflict"))
    if instance.scenarios:
        parts.append(count(len(instance.scenarios), "scenario"))
    return ", ".join(parts)


def _codes(manners: Manners) -> Exit:
    from models.checks.codes import CODES as OF_MEANING
    from planner.cli.table import Table, put
    from planner.plan_toml import FAULT
    from planner.planfile.codes import CODES as OF_PLANS
    from planner.read.codes import CODES as OF_READING

    rows = [(word, code.severity, code.meaning, code.mend) for word, code in (OF_READING | OF_MEANING).items()]
    rows += [(word, "error", meaning, "Mend the plan file.") for word, meaning in OF_PLANS.items()]
    rows += [(FAULT, "error", "plan.toml holds a key or a value that is not known.", "Mend or remove the line.")]
    if manners.form == "text":
        short = [(word, severity, f"{meaning} {mend}") for word, severity, meaning, mend in rows]
        put(Table("codes", ("code", "severity", "meaning and remedy"), short), manners)
    else:
        put(Table("codes", ("code", "severity", "meaning", "remedy"), rows), manners)
    return Exit.OK
