"""``set`` rows: one attribute of one record, with its own source."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.records import Activity, Conflict, Election, Horizon, Party, Place
from planner.read import examine, read_records
from tests.planner.read.files import SMALL, places, read_text

TWO = SMALL + "conflict,Georgia\nparty,Third,Georgia\nelection,vote,,,Georgia,2006-Q2\nelection,vote,,,Russia,2007-Q2\n"
"""A party and a conflict are both called Georgia; two elections share a name."""


def test_values_sources_and_places(tmp_path: Path) -> None:
    text = SMALL + (
        "set,,,currency,,,,USD,a\n"
        "set,georgia-russia ,,Power Asymmetry,,,,60%,b\n"
        "set,Talks,,response,,,,20000:0.3|30000:1,c\n"
        "set,Talks,,uses,,,,envoys:2|cars: 0.5\n"
        "set,Talks,,from,,,,,d\n"
    )
    reading = read_text(tmp_path, text)
    assert reading.faults == ()
    horizon, conflict, *_, talks = reading.records
    assert isinstance(horizon, Horizon)
    assert isinstance(conflict, Conflict)
    assert isinstance(talks, Activity)
    assert (horizon.currency, horizon.sources) == ("USD", {"currency": "a"})
    assert (conflict.power_asymmetry, conflict.sources) == (0.6, {"power_asymmetry": "b"})
    assert talks.response == ((20000, 0.3), (30000, 1))
    assert talks.uses == (("envoys", 2), ("cars", 0.5))
    assert talks.sources == {"response": "c", "begin": "d"}
    assert talks.origin is not None
    assert talks.origin.at("response") == Place("a.csv", 10, "amount")
    assert talks.origin.at("begin") == Place("a.csv", 7, "from")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("set,Tlaks,,leverage,,,,yes", ("nothing_to_set", 8, "name")),
        ("set,Talks,,levrage,,,,yes", ("unknown_attribute", 8, "kind")),
        ("set,Talks,,name,,,,X", ("unknown_attribute", 8, "kind")),
        ("set,Talks,,,,,,yes", ("missing_value", 8, "kind")),
        ("set,Talks,,leverage", ("missing_value", 8, "amount")),
        ("set,Talks,,leverage,,,,,source", ("missing_value", 8, "amount")),
        ("set,,,leverage,,,,yes", ("missing_value", 8, "name")),
        ("set,Talks,,credibility,,,,2", ("out_of_range", 8, "amount")),
        ("set,Talks,,credibility,,,,high", ("not_a_number", 8, "amount")),
        ("set,Talks,,uses,,,,envoys", ("not_a_pair", 8, "amount")),
        ("set,Talks,,uses,,,,envoys:many", ("not_a_number", 8, "amount")),
        ("set,Talks,,spend_max,,,,40000", ("set_twice", 8, "amount")),
        ("set,Talks,,leverage,activty,,,yes", ("unknown_record", 8, "who")),
        ("set,Talks,,leverage,party,,,yes", ("nothing_to_set", 8, "name")),
        ("set,Talks,,leverage,,2006-Q1,,yes", ("unused_cell", 8, "from")),
    ],
)
def test_one_fault_at_its_cell(row: str, fault: tuple[str, int, str], tmp_path: Path) -> None:
    faults = examine(read_text(tmp_path, SMALL + row + "\n"))[1]
    assert places(tuple(each for each in faults if each.severity == "error")) == [fault]


def test_twice_by_set_rows(tmp_path: Path) -> None:
    text = SMALL + "set,Talks,,credibility,,,,0.5\nset,Talks,,credibility,,,,0.5\n"
    assert places(read_text(tmp_path, text).faults) == [("set_twice", 9, "amount")]


def test_the_same_value_again_only_gives_its_source(tmp_path: Path) -> None:
    talks = read_text(tmp_path, SMALL + "set,Talks,,spend_max,,,,30 000,World Bank\n").records[-1]
    assert isinstance(talks, Activity)
    assert (talks.spend_max, talks.sources) == (30000, {"spend_max": "World Bank"})


def test_a_required_value_may_come_by_a_set_row(tmp_path: Path) -> None:
    text = SMALL.replace(",30000\n", "\n") + "set,Talks,,spend_max,,,,30000,World Bank\n"
    talks = read_text(tmp_path, text).records[-1]
    assert isinstance(talks, Activity)
    assert talks.spend_max == 30000


def test_records_of_one_name_are_told_apart(tmp_path: Path) -> None:
    ambiguous = read_text(tmp_path, TWO + "set,Georgia,,power_asymmetry,,,,0.5\nset,vote,,before,,,,2\n")
    assert places(ambiguous.faults) == [("ambiguous_name", 12, "name"), ("ambiguous_name", 13, "name")]
    clear = read_text(
        tmp_path,
        TWO + "set,Georgia,,power_asymmetry,conflict,,,0.5\n"
        "set,Georgia,,strength,party,,,weaker,x\n"
        "set,vote russia 2007-Q2,,before,,,,2\n",
    )
    assert clear.faults == ()
    assert [record.power_asymmetry for record in clear.records if isinstance(record, Conflict)] == [0, 0.5]
    assert next(record.sources for record in clear.records if isinstance(record, Party)) == {"strength": "x"}
    assert [record.before for record in clear.records if isinstance(record, Election)] == [None, 2]


def test_facts_of_one_name_are_told_apart_by_scenario(tmp_path: Path) -> None:
    facts = SMALL + "election,vote,,,Georgia,2006-Q2,,,,,a\nelection,vote,,,Georgia,2006-Q2,,,,,b\n"
    reading = read_text(tmp_path, facts + "set,vote,,before,,,,2,,,b\n")
    assert reading.faults == ()
    assert [record.before for record in reading.records if isinstance(record, Election)] == [None, 2]


def test_records_may_be_named_like_the_horizon(tmp_path: Path) -> None:
    reading = read_text(tmp_path, SMALL + "set,horizon,,currency,,,,USD\n")
    assert reading.faults == ()
    assert isinstance(reading.records[0], Horizon)
    assert reading.records[0].currency == "USD"


def test_works_of_one_name_are_told_apart_by_conflict_and_written_so(tmp_path: Path) -> None:
    """The checks refuse two works of one name, but a file that holds them can still be converted."""
    from planner.write import write_instance

    works = "conflict,Other\nactivity,Talks,Other,,,,,,,,,T1,,,5\nset,Talks,Other,credibility,,,,0.5,x\n"
    reading = read_text(tmp_path, SMALL.replace("Talks,,", "Talks,Georgia-Russia,") + works)
    assert reading.faults == ()
    write_instance(reading.records, tmp_path / "b.xlsx")
    write_instance(reading.records, tmp_path / "b.csv")
    for name in ("b.xlsx", "b.csv"):
        again = [record for record in read_records(tmp_path / name).records if isinstance(record, Activity)]
        assert [work.credibility for work in again] == [1, 0.5]
        assert [work.sources for work in again] == [{}, {"credibility": "x"}]
