"""``plan new``: an instance to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from planner.cli.manners import Manners, with_manners
from planner.errors import Exit

STARTER = "instance.csv"


@click.command("new")
@click.option("--case", metavar="NAME", help="Copy a real case instead of the starter.")
@click.option("--cases", is_flag=True, help="Print the names of the real cases.")
@with_manners(writes="Write here: .csv, .xlsx, a folder, or - for standard output.  [default: instance.csv]")
def command(case: str | None, cases: bool, manners: Manners) -> Exit:
    """Write a commented starter that solves, or a real case.

    As a workbook (--out plan.xlsx) the starter has drop-downs, and a note on every heading.
    """
    from planner.cli.saving import INSTANCES, check_target
    from planner.cli.streams import emit
    from planner.starter import case_names, case_text, starter_csv, starter_workbook

    if cases:
        emit("\n".join(case_names()))
        return Exit.OK
    out = manners.out or (f"{_known(case, case_names())}.csv" if case else STARTER)
    target = check_target(out, manners.force, INSTANCES)
    text = case_text(_known(case, case_names())) if case else starter_csv()
    if target is None:
        emit(text)
        return Exit.OK
    if target.suffix.lower() == ".xlsx" and not case:
        starter_workbook(target, force=manners.force)
    else:
        _write(text, target, manners.force)
    manners.note(f"Wrote {target}. Next: plan check {target}, plan solve {target}")
    return Exit.OK


def _known(case: str, names: tuple[str, ...]) -> str:
    """The case that ``case`` begins, if it is one only: ``georgia`` for ``georgia-russia``."""
    begun = [name for name in names if name.startswith(case.lower())]
    return begun[0] if len(begun) == 1 else case


def _write(text: str, target: Path, force: bool) -> None:
    """Write the text of a CSV file as it stands, or the same instance in another form."""
    if target.suffix.lower() == ".csv":
        from planner.write.atomic import write_atomically

        # Spreadsheets take a CSV file for UTF-8 only if it begins with a byte-order mark.
        write_atomically(target, "\ufeff" + text.removeprefix("\ufeff"), force=force)
        return
    from tempfile import TemporaryDirectory

    from planner.read import read_records
    from planner.write import write_instance

    with TemporaryDirectory(prefix="plan-") as folder:
        source = Path(folder) / STARTER
        source.write_text(text, encoding="utf-8")
        write_instance(read_records(source).records, target, force=force)
