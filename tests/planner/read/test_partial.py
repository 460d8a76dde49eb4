"""A cell that cannot be read hides nothing that is wrong with the other cells of its row."""

from __future__ import annotations

from pathlib import Path

from planner.read import examine, read_records

HEAD = "record,name,conflict,kind,who,from,to,amount,track,spend_min,spend_max,social\n"
ROWS = (
    "horizon,Lake,,quarter,,2027-Q1,2028-Q4\n"
    "conflict,Lake\nparty,North\nparty,South\n"
    "funder,Trust,,,,,,90000\n"
    "activity,Sound,,exchange,North|South,,,,T4,1000,9000,0.02\n"
)


def codes(tmp_path: Path, row: str) -> set[tuple[str, int, str]]:
    """Code, row and column of every error of a file that ends with ``row`` (its row 8)."""
    path = tmp_path / "lake.csv"
    path.write_text(HEAD + ROWS + row, encoding="utf-8")
    instance, faults = examine(read_records(path))
    assert instance is None
    return {
        (fault.code, fault.place.row, fault.place.column)
        for fault in faults
        if fault.severity == "error" and fault.place
    }


def test_all_faults_of_a_row_are_told_at_once(tmp_path: Path) -> None:
    row = "activity,Broken,,exchange,North|Soth,2028-Q1,2027-Q1,,T44,many,9000,0.02\n"
    assert codes(tmp_path, row) == {
        ("not_a_track", 8, "track"),
        ("not_a_number", 8, "spend_min"),
        ("unknown_name", 8, "who"),
        ("reversed_window", 8, "to"),
    }


def test_what_an_unreadable_cell_leaves_open_is_not_told(tmp_path: Path) -> None:
    row = "activity,Broken,,exchange,North|South,soon,2027-Q1,,T4,1000,9000,0.02\n"
    assert {(code, column) for code, _, column in codes(tmp_path, row)} == {("not_a_date", "from")}
