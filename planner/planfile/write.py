"""Writes plans: one CSV file, JSON, a workbook or a folder, for the owner or for another audience."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from planner.audience import Audience
from planner.errors import AlreadyThere, InputError
from planner.outcome import Outcome, for_audience
from planner.planfile.columns import HEADINGS, SHEETS, TITLES, Value, rows
from planner.planfile.derived import derived
from planner.planfile.workbook import workbook_bytes
from planner.write.atomic import write_atomically
from planner.write.cells import Cell, text_cell
from planner.write.csvfile import csv_bytes, csv_text
from planner.write.sheets import Sheet

if TYPE_CHECKING:
    from planner.solve import Result


def write_plan(
    result: Result | Outcome, target: str | Path, *, audience: Audience = "owner", force: bool = False
) -> None:
    """Write a plan to ``target``: ``.csv``, ``.json``, ``.xlsx``, or a folder (a name without an ending).

    What the audience may not see is not in the file, and such a file can be read back only with the instance as that
    audience has it. Raises ``AlreadyThere`` where the target exists and ``force`` is not given,
    ``InputError`` for other endings, ``audience.Unsafe`` where nothing safe can be written, ``OSError`` where the
    disk refuses.
    """
    path = Path(target)
    outcome = for_audience(result, audience)
    if outcome.plan is None:
        raise InputError("There is no plan to write")
    ending = path.suffix.lower()
    if ending not in (".csv", ".json", ".xlsx", ""):
        raise InputError(
            f"{path.name}: expected a name that ends in .csv, .json or .xlsx, or a folder without an ending"
        )
    try:
        if ending == ".csv":
            write_atomically(path, csv_bytes(_one_sheet(outcome)), force=force)
        elif ending == ".json":
            write_atomically(path, _json(outcome), force=force)
        elif ending == ".xlsx":
            write_atomically(path, workbook_bytes(outcome, [*_sheets(outcome), *derived(outcome)]), force=force)
        else:
            _write_folder(outcome, path, force=force)
    except FileExistsError:
        raise AlreadyThere(path) from None


def document(result: Result | Outcome, form: Literal["json", "csv"], *, audience: Audience = "owner") -> str:
    """The plan file as text, for standard output. A result without a plan has its summary alone."""
    outcome = for_audience(result, audience)
    return _json(outcome) if form == "json" else csv_text(_one_sheet(outcome))


def _one_sheet(outcome: Outcome) -> Sheet:
    found: list[tuple[Cell, ...]] = []
    for record, values in rows(outcome):
        cells = dict(zip(SHEETS[record], values, strict=True))
        found.append(tuple(_cell(record if heading == "record" else cells.get(heading)) for heading in HEADINGS))
    return Sheet("plan", HEADINGS, tuple(found))


def _sheets(outcome: Outcome) -> Iterator[Sheet]:
    """One table for each record word."""
    all_rows = list(rows(outcome))
    for record, columns in SHEETS.items():
        own = tuple(tuple(_cell(value) for value in values) for word, values in all_rows if word == record)
        yield Sheet(TITLES[record], columns, own)


def _cell(value: Value) -> Cell:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else text_cell(value) if isinstance(value, str) else value


def _json(outcome: Outcome) -> str:
    """The plan file as JSON: ``plan`` (how it came about), then a list for each kind of decision and derived table."""
    found: dict[str, object] = {"plan": {}}
    listed = list(rows(outcome))
    found["plan"] = {str(name): value for record, (name, value, *_) in listed if record == "plan"}
    for record, columns in SHEETS.items():
        if record != "plan":
            found[TITLES[record]] = [
                dict(zip(columns, values, strict=True)) for word, values in listed if word == record
            ]
    for sheet in derived(outcome):
        found[sheet.name] = [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]
    if outcome.clash or outcome.messages:
        found["clash"], found["messages"] = list(outcome.clash), list(outcome.messages)
    if outcome.audit is not None and not outcome.hidden:
        found["audit"] = {
            "passed": outcome.audit.passed,
            "checks": list(outcome.audit.checks),
            "violations": [str(violation) for violation in outcome.audit.violations],
        }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _write_folder(outcome: Outcome, folder: Path, *, force: bool) -> None:
    """A CSV file for each table. Files of a plan that was there before are replaced, if ``force`` is given."""
    sheets = [*_sheets(outcome), *derived(outcome)]
    known = {f"{name}.csv" for name in (*TITLES.values(), *(sheet.name for sheet in sheets))}
    if folder.exists() and not folder.is_dir():
        raise AlreadyThere(folder)
    if folder.is_dir() and not force and any((folder / name).exists() for name in known):
        raise AlreadyThere(folder)
    folder.mkdir(exist_ok=True)
    for sheet in sheets:
        path = folder / f"{sheet.name}.csv"
        if sheet.rows:
            write_atomically(path, csv_bytes(_escaped(sheet)), force=force)
        elif force:
            path.unlink(missing_ok=True)


def _escaped(sheet: Sheet) -> Sheet:
    """The table; texts of derived tables are escaped here, those of decisions are already."""
    if sheet.name in TITLES.values():
        return sheet
    return Sheet(sheet.name, sheet.headings, tuple(tuple(_cell(cell) for cell in row) for row in sheet.rows))
