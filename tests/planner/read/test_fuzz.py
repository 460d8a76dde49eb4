"""Damaged files: whatever their bytes, reading tells faults and never fails."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.faults import Fault
from models.records import Record
from planner.read import examine, read_records
from planner.write import write_instance
from tests.planner.read.files import SMALL, read_text

EDITS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 3), st.binary(max_size=6)), min_size=1, max_size=4)
Edits = list[tuple[int, int, bytes]]


def _damaged(data: bytes, edits: Edits) -> bytes:
    """Bytes cut out and put in at some places."""
    for place, cut, new in edits:
        at = place % (len(data) + 1)
        data = data[:at] + new + data[at + cut :]
    return data


def _check(data: bytes, name: str) -> None:
    with TemporaryDirectory() as folder:
        reading = read_text(Path(folder), data, name)
        assert all(isinstance(record, Record) for record in reading.records)
        instance, faults = examine(reading)
        assert all(isinstance(fault, Fault) and fault.expected and fault.remedy for fault in faults)
        assert (instance is None) == any(fault.severity == "error" for fault in faults)


@given(EDITS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be"]), st.sampled_from(",;\t"))
@settings(max_examples=150, deadline=None)
def test_damaged_text(edits: Edits, encoding: str, delimiter: str) -> None:
    _check(_damaged(SMALL.replace(",", delimiter).encode(encoding), edits), "a.csv")


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes(data: bytes) -> None:
    _check(data, "a.csv")
    _check(b"PK\x03\x04" + data, "a.xlsx")


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("book")
    write_instance(read_text(folder, SMALL).records, folder / "a.xlsx")
    assert read_records(folder / "a.xlsx").faults == ()
    return (folder / "a.xlsx").read_bytes()


@given(edits=EDITS)
@settings(max_examples=150, deadline=None)
def test_damaged_workbooks(workbook: bytes, edits: Edits) -> None:
    _check(_damaged(workbook, edits), "a.xlsx")
