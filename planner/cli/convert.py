"""``plan convert``: the same instance as CSV, folder or workbook."""

from __future__ import annotations

from typing import Any

import click

from planner.cli.manners import reading, setting
from planner.cli.streams import say
from planner.errors import Exit


@click.command("convert")
@click.argument("source")
@click.argument("target")
@click.option("--force", is_flag=True, help="Replace TARGET if it exists.")
@setting("audience", default="owner", shown="owner")
@setting("quiet", "-q")
@setting("verbose", "-v")
def command(source: str, target: str, audience: Any, force: bool, quiet: bool, verbose: bool) -> Exit:
    """Write the instance SOURCE to TARGET without loss.

    Either is a CSV file, a workbook (.xlsx) or a folder with a CSV file for each record; - is standard input or
    output. An instance that cannot be solved yet is converted too, as long as every cell can be read;
    for another audience than its owner it must be in order, so that all that is hidden can be left out.
    """
    from pathlib import Path

    from models.faults import Faults
    from planner.audience import seen
    from planner.cli.faultlist import count
    from planner.cli.saving import INSTANCES, check_target
    from planner.read import examine, read_records
    from planner.write import write_instance

    reading(source, "nothing was written", verbose=verbose)
    check_target(target, force, INSTANCES)
    found = read_records(source)
    if any(fault.severity == "error" for fault in found.faults):
        raise Faults(found.faults)
    errors = [fault for fault in examine(found)[1] if fault.severity == "error"]
    if errors and audience != "owner":
        raise Faults(errors)
    records = seen(found.records, audience)
    write_instance(records, Path(target), force=force)
    if not quiet and target != "-":
        more = f" It has {count(len(errors), 'fault')}: plan check {target}" if errors else ""
        say(f"Wrote {target}: {count(len(records), 'record')}.{more}")
    return Exit.OK
