"""Every third cell of the real cases, spoiled: a fault at the right place, or an instance that is truly legal."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.faults import Fault
from planner.read import examine, read_records

CASES = sorted(Path("instances/cases").glob("*.csv"))
PARTS = 3
"""Of so many cells one is spoiled, in every case another; the files are alike."""
Grid = list[list[str]]


def _swapped(cell: str) -> str:
    """A slip of the pen."""
    return cell[1] + cell[0] + cell[2:] if len(cell) > 2 and cell[0] != cell[1] else cell + "x"


SPOIL: dict[str, Callable[[str], str]] = {
    "blank": lambda cell: "",
    "garbage": lambda cell: "?? !",
    "negative": lambda cell: "-7",
    "huge": lambda cell: "9e99",
    "misspelt": _swapped,
    "swapped date": lambda cell: "31/12/2011",
    "decimal comma": lambda cell: "1,5",
    "empty item": lambda cell: f"{cell}||",
    "early": lambda cell: "1888-01-01",
    "formula": lambda cell: "=1+1",
    "zero": lambda cell: "0",
}
ADDRESSING = {"record", "name", "conflict", "kind", "who", "from", "scenario"}
"""Columns by which rows are found: spoiling one may leave another row without the record it names."""


def _mutations(grid: Grid) -> Iterator[tuple[int, int, str]]:
    """Each filled cell spoiled in one way, and one blank cell in twelve filled in; the ways take turns."""
    ways = list(SPOIL)
    turn = 0
    for row in range(1, len(grid)):
        for column in range(len(grid[0])):
            filled = column < len(grid[row]) and grid[row][column] != ""
            turn += 1
            if filled or turn % 12 == 0:
                way = ways[(turn + row) % len(ways)]
                yield row, column, way if filled or way != "blank" else "garbage"


def _write(grid: Grid, path: Path) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(grid)
    path.write_text(text.getvalue(), encoding="utf-8")


def _related(grid: Grid, row: int, column: int) -> set[int]:
    """Rows, as numbered, that mention what was spoiled or the record it belongs to."""
    spoiled = grid[row][column] if column < len(grid[row]) else ""
    mentions = {spoiled, grid[row][grid[0].index("name")]} - {""}
    return {
        number for number, cells in enumerate(grid, start=1) if any(text in cell for cell in cells for text in mentions)
    } | {row + 1}


def _right(fault: Fault, related: set[int]) -> bool:
    """At a related row, or naming one."""
    named = {int(number) for number in re.findall(r"row (\d+)", f"{fault.expected} {fault.found}")}
    return (fault.place is not None and fault.place.row in related) or bool(named & related)


@pytest.mark.slow
@pytest.mark.parametrize(("part", "case"), [*enumerate(CASES)], ids=lambda value: getattr(value, "stem", ""))
def test_every_spoiled_cell_is_found_or_legal(case: Path, part: int, tmp_path: Path) -> None:
    grid = list(csv.reader(io.StringIO(case.read_text(encoding="utf-8"))))
    before = {fault.code for fault in examine(read_records(case))[1]}
    path = tmp_path / case.name
    wrong: list[str] = []
    outcomes: Counter[str] = Counter()
    for number, (row, column, way) in enumerate(_mutations(grid)):
        if number % PARTS != part % PARTS:
            continue
        spoiled = [list(cells) for cells in grid]
        spoiled[row] += [""] * (column + 1 - len(spoiled[row]))
        spoiled[row][column] = SPOIL[way](spoiled[row][column])
        _write(spoiled, path)
        outcome = _outcome(path, row + 1, grid[0][column], _related(grid, row, column), before)
        outcomes[outcome] += 1
        if outcome == "elsewhere":
            wrong.append(f"row {row + 1}, column {grid[0][column]}, {way}: {examine(read_records(path))[1]}")
    assert not wrong, "\n".join(wrong)
    assert outcomes["found"] > outcomes["legal"], outcomes


def _outcome(path: Path, row: int, column: str, related: set[int], before: set[str]) -> str:
    """Where a fault stops the plan, a new doubt at the right place (a funder without money, say) tells it too."""
    reading = read_records(path)
    unread = [fault for fault in reading.faults if fault.severity == "error"]
    if unread:
        exact = any(fault.place and (fault.place.row, fault.place.column) == (row, column) for fault in unread)
        near = column in ADDRESSING and any(_right(fault, related) for fault in unread)
        return "found" if exact or near else "elsewhere"
    instance, faults = examine(reading)
    if instance is not None:
        assert len(instance.records) == len(reading.records)
        assert not any(fault.severity == "error" for fault in faults)
        return "legal"
    return "found" if any(_right(fault, related) for fault in faults if fault.code not in before) else "elsewhere"
