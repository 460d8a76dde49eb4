"""Rows, headings and cells: each fault once, at its cell, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.records import Activity, Place
from planner.read import examine, read_records
from tests.planner.read.files import HEADINGS, SMALL, places, read_text


def _spoiled(old: str, new: str) -> str:
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("spend_max", "spend_maks", ("unknown_column", 1, "spend_maks")),
        ("spend_max\n", "spend_max,track \n", ("repeated_column", 1, "track")),
        ("party,Russia", "partie,Russia", ("unknown_record", 5, "record")),
        ("party,Russia", ",Russia", ("no_record", 5, "record")),
        ("30000\n", "30000,9\n", ("row_too_long", 7, "P")),
        ("party,Russia", "party,Russia,,,,,,,,,,,5", ("unused_cell", 5, "setup")),
        ("quarter", "fortnight", ("unknown_word", 2, "kind")),
        ("weaker", "weak", ("unknown_word", 4, "kind")),
        ("negotiation", "negotation", ("unknown_word", 7, "kind")),
        (",T1,1", ",Track 1,1", ("not_a_track", 7, "track")),
        (",T1,1", ",1,1", ("not_a_track", 7, "track")),
        (",T1,1", ",T1 5,1", ("not_a_track", 7, "track")),
        (",T1,1", ",,1", ("missing_value", 7, "track")),
        ("Talks", "", ("missing_value", 7, "name")),
        ("30000", "", ("missing_value", 7, "spend_max")),
        ("30000", "0", ("out_of_range", 7, "spend_max")),
        ("20000", "-1", ("out_of_range", 7, "spend_min")),
        ("20000", "n/a", ("not_a_number", 7, "spend_min")),
        ("600000", "600000.5", ("not_whole", 6, "amount")),
        ("600000", "1e400", ("not_a_number", 6, "amount")),
        ("T1|T2", "T1||T2", ("empty_item", 6, "who")),
        ("2006-Q1,2007-Q4\n", "31/08/2006,2007-Q4\n", ("not_a_date", 2, "from")),
        ("2006-Q1,2007-Q4\n", "2006-Q1,Aug-07\n", ("not_a_date", 2, "to")),
        ("Georgia,,", "Geor\x07gia,,", ("control_character", 4, "name")),
    ],
)  # fmt: skip
def test_one_fault_at_its_cell(old: str, new: str, fault: tuple[str, int, str], tmp_path: Path) -> None:
    reading = read_text(tmp_path, _spoiled(old, new))
    found = examine(reading)[1]
    errors = [each for each in found if each.severity == "error"]
    assert places(tuple(errors)) == [fault]
    assert all(each.remedy and each.place and each.place.file == "a.csv" for each in errors)


@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        ("spend_max", "spend_maks", 'Did you mean "spend_max"?'),
        ("visibility", "status", "Give it by a row: set, the name, status in kind, the value in amount."),
        ("negotiation", "negotation", 'Did you mean "negotiation"?'),
        ("party,Russia", "prty,Russia", 'Did you mean "party"?'),
        (",T1,1", ",Track 1.5,1", "Write T1.5."),
        (",T1,1", ",10,1", "Write T and the number of the track; plan tracks lists them."),
    ],
)
def test_suggestions(old: str, new: str, remedy: str, tmp_path: Path) -> None:
    assert [fault.remedy for fault in read_text(tmp_path, _spoiled(old, new)).faults] == [remedy]


def test_percent_is_asked_for(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "record,name,political\nconflict,A,60\n")
    assert [fault.remedy for fault in reading.faults] == ["Write 60% if percent is meant."]
    assert read_text(tmp_path, "record,name,political\nconflict,A,60%\n").records[0].political == 0.6  # type: ignore[attr-defined]


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("quarter", "x").replace("weaker", "y").replace("600000", "z").replace("30000", "0")
    found = places(read_text(tmp_path, text).faults)
    assert found == [
        ("unknown_word", 2, "kind"),
        ("unknown_word", 4, "kind"),
        ("not_a_number", 6, "amount"),
        ("out_of_range", 7, "spend_max"),
    ]


def test_several_faults_of_one_row(tmp_path: Path) -> None:
    text = SMALL.replace("T1,10000,20000,30000", "T10,-1,x,0")
    assert places(read_text(tmp_path, text).faults) == [
        ("not_a_track", 7, "track"),
        ("not_a_number", 7, "spend_min"),
        ("out_of_range", 7, "setup"),
        ("out_of_range", 7, "spend_max"),
    ]


def test_what_cannot_be_built_is_known(tmp_path: Path) -> None:
    """A row that cannot be read causes no further faults where others name it."""
    reading = read_text(tmp_path, _spoiled("party,Russia", "party,Russia,,strong"))
    assert reading.known == {"party": {"Russia"}}
    assert [fault.code for fault in examine(reading)[1] if fault.severity == "error"] == ["unknown_word"]
    lost = read_text(tmp_path, _spoiled("party,Russia", "partie,Russia"))
    assert [fault.code for fault in examine(lost)[1] if fault.severity == "error"] == ["unknown_record"]


def test_places_are_the_users_own(tmp_path: Path) -> None:
    text = SMALL.replace("spend_max", "Spend MAX").replace("record,", "Record,")
    work = read_text(tmp_path, text).records[-1]
    assert isinstance(work, Activity)
    assert work.origin is not None
    assert work.origin.row == Place("a.csv", 7, "")
    assert work.origin.at("spend_max") == Place("a.csv", 7, "Spend MAX")
    assert work.origin.at("begin") == Place("a.csv", 7, "from")
    assert work.origin.at("sponsor") == work.origin.row


def test_blank_headings_and_rows_without_them(tmp_path: Path) -> None:
    text = SMALL.replace("spend_max\n", "spend_max,,\n")
    assert read_text(tmp_path, text).faults == ()
    spoiled = text.replace("party,Russia\n", "party,Russia" + "," * 13 + ",x\n")
    assert places(read_text(tmp_path, spoiled).faults) == [("row_too_long", 5, "P")]
    inner = SMALL.replace(",source,", ",,")
    assert places(read_text(tmp_path, inner).faults) == [("no_heading", 6, "I"), ("no_heading", 7, "I")]


def test_yes_and_no_in_many_tongues(tmp_path: Path) -> None:
    for given, meant in (("VRAI", True), ("WAHR", True), ("yes", True), ("1", True), ("FALSCH", False), ("0", False)):
        reading = read_text(tmp_path, f"{SMALL}set,Talks,,leverage,,,,{given}\n")
        assert reading.faults == ()
        assert reading.records[-1].leverage is meant  # type: ignore[attr-defined]
    reading = read_text(tmp_path, f"{SMALL}set,Talks,,leverage,,,,maybe\n")
    assert places(reading.faults) == [("not_yes_or_no", 8, "amount")]


def test_a_plain_list_of_activities(tmp_path: Path) -> None:
    text = "name,track,spend_max,from,to,parties,status\nTalks,T1,1000,2006-Q1,2007-05,A|B,committed\n"
    reading = read_text(tmp_path, text)
    (work,) = reading.records
    assert isinstance(work, Activity)
    assert (work.parties, work.status, str(work.end)) == (("A", "B"), "committed", "2007-05")
    (warning,) = reading.faults
    assert (warning.code, warning.severity) == ("plain_list", "warning")
    assert "horizon,My plan,,quarter,,2006-Q1,2007-Q2" in warning.remedy
    instance, faults = examine(reading)
    assert instance is None
    assert {"no_horizon", "no_conflict"} <= {fault.code for fault in faults}


def test_a_misspelt_record_column_is_one_fault(tmp_path: Path) -> None:
    reading = read_text(tmp_path, SMALL.replace("record,name", "recrod,name"))
    assert [(fault.code, fault.remedy) for fault in examine(reading)[1]] == [("no_header", "Call the column record.")]


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "horizon.csv").write_text("name,length,first,number\nTest,quarter,2006-Q1,8\n")
    (tmp_path / "Conflict.csv").write_text("name;political\nA;0,5\n")
    (tmp_path / "activity.csv").write_text("name,track,spend_max,sponsor,effort\nTalks,T1,x,UN,5\n")
    (tmp_path / "activty.csv").write_text("name,track\n")
    (tmp_path / "#old.csv").write_text("whatever")
    (tmp_path / "README.md").write_text("left alone")
    reading = read_records(tmp_path)
    assert [record.word for record in reading.records] == ["horizon", "conflict"]
    assert [(f.code, f.place.file, f.place.row, f.place.column) for f in reading.faults if f.place] == [
        ("unknown_column", "activity.csv", 1, "effort"),
        ("not_a_number", "activity.csv", 2, "spend_max"),
        ("unknown_file", "activty.csv", 1, "A"),
    ]
    assert reading.faults[-1].remedy == 'Did you mean "activity"?'


def test_an_empty_folder(tmp_path: Path) -> None:
    assert [fault.code for fault in read_records(tmp_path).faults] == ["empty_file"]


def test_comments_say_nothing(tmp_path: Path) -> None:
    text = SMALL.replace("party,Russia", "# party,Georgia\n#\nparty,Russia") + '"# the end, at last"\n'
    assert len(read_text(tmp_path, text).records) == 6
    assert HEADINGS.startswith("record")
