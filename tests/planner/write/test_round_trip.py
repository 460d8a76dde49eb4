"""An instance goes from CSV to a folder to a workbook and back to CSV without loss."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from models.records import RECORDS, Activity, Election, Record
from planner.read import read_records
from planner.write import write_instance
from tests.planner.write.records import instances

CASES = sorted(Path("instances/cases").glob("*.csv"))


def _travel(records: list[Record], folder: Path) -> bytes:
    """Write and read the records four times; the last file's bytes."""
    for target in (folder / "a.csv", folder / "parts", folder / "b.xlsx", folder / "c.csv"):
        write_instance(records, target)
        reading = read_records(target)
        assert reading.faults == ()
        assert list(reading.records) == sorted(records, key=lambda record: RECORDS.index(type(record)))
        assert [record.sources for record in reading.records] == [
            record.sources for record in sorted(records, key=lambda record: RECORDS.index(type(record)))
        ]
    assert (folder / "a.csv").read_bytes() == (folder / "c.csv").read_bytes()
    return (folder / "c.csv").read_bytes()


@given(instances())
@settings(max_examples=60, deadline=None)
def test_random_records_travel_without_loss(records: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        _travel(records, Path(folder))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_real_cases_travel_without_loss(case: Path, tmp_path: Path) -> None:
    reading = read_records(case)
    assert reading.faults == ()
    _travel(list(reading.records), tmp_path)


def test_equality_sees_each_attribute() -> None:
    """The round trip would prove nothing if records were equal all too easily."""
    work = Activity(name="a", track="T1", spend_max=1)
    assert work != work.model_copy(update={"high": 2.0})
    assert work != work.model_copy(update={"sources": {"high": "x"}})


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    listed = Activity(name="a", track="T1", spend_max=1, tags=("x|y",))
    unseen = Activity(name="a\x07", track="T1", spend_max=1)
    twins = [Election(who="A", date="2008", before=1.0), Election(who="A", date="2008", before=2.0)]
    for records in ([listed], [unseen], twins):
        for name in ("a.csv", "a.xlsx", "parts"):
            if records is twins and name != "a.csv":
                continue  # each attribute has a column there, so nobody needs to tell the two apart
            with pytest.raises(ValueError, match="cannot"):
                write_instance(records, tmp_path / name)
    assert list(tmp_path.iterdir()) == []
