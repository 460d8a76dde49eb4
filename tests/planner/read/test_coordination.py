"""Limits, links with a liaison or a channel, and the marks of unofficial work, as files and workbooks say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.records import Activity, Conflict, Limit, Link, Party
from planner.read import examine, read_records
from planner.write import write_instance
from tests.planner.read.files import SMALL, places, read_text

MORE = (
    "funder,Gifts,,,T4,2007-Q1,2007-Q4,0,a\n"
    "activity,School,,training,Georgia|Russia,,,,a,partners,,T2,,5000,9000,,,0.01,,0.01\n"
    "activity,Appeal,,fundraising,,,,,a,public,,T8,,5000,9000\n"
    "activity,Desk,,liaison,,,,,a,public,,T5,,500,900\n"
    "limit,Women,,cover,women|T4,2006-Q2,2007-06,1.5,b\n"
    "limit,A tenth,Georgia-Russia,least,T2,,,10%,c\n"
    "limit,Not for officials,,most,T1|Talks,,,0.9\n"
    "condition,,,openness,,2006-Q3,,0.5,d\n"
    "condition,,,impasse,,,,0.5,e\n"
    "link,School,,transfers,Talks,,,0.04\n"
    "link,School,,interferes,Talks,,,0.01\n"
    "set,Women,,already,,,,0.5\n"
    "set,Women,,hard,,,,yes\n"
    "set,A tenth,,of,,,,T2|T4\n"
    "set,A tenth,,payers,,,,EU\n"
    "set,School transfers Talks,,channel,,,,Briefing\n"
    "set,School transfers Talks,,lag,,,,0.5\n"
    "set,School interferes Talks,,liaison,,,,Desk\n"
    "set,Georgia,,opinion,,,,25%\n"
    "set,Georgia-Russia,,harm ceiling,,,,farmers:2|the young: 1\n"
    "set,Georgia-Russia,,risk,,,,0.2\n"
    "set,Appeal,,raises,,,,Gifts:20000\n"
    "set,School,,same people,,,,yes\n"
    "set,School,,confidential,,,,yes\n"
    "set,School,,publicity,,,,no\n"
    "set,School,,influence,,,,0.7\n"
    "set,School,,skills,,,,0.1\n"
    "set,School,,tags,,,,women\n"
    "set,Talks,,harm,,,,farmers:0.5\n"
    "set,Talks,,gains,,,,Georgia:0.1|Russia:0.2\n"
    "set,Talks,,seats,,,,Georgia:4|Russia:5\n"
    "set,Talks,,expectations,,,,0.1\n"
    "set,School,,prevention,,,,0.1\n"
    "set,Desk,,force,,,,no\n"
)
FUNDED = SMALL.replace("T1|T2", "T1|T2|T5|T8")
WHOLE = FUNDED.replace("spend_max\n", "spend_max,run_min,run_max,political,structural,social\n") + MORE


def test_every_record_and_mark(tmp_path: Path) -> None:
    reading = read_text(tmp_path, WHOLE)
    assert reading.faults == ()
    assert [fault for fault in examine(reading)[1] if fault.severity == "error"] == []
    women, tenth, most = [row for row in reading.records if isinstance(row, Limit)]
    assert (women.who, women.amount, women.already, women.hard) == (("women", "T4"), 1.5, 0.5, True)
    assert (str(women.begin), str(women.end), women.conflict) == ("2006-Q2", "2007-06", "")
    assert (tenth.conflict, tenth.amount, tenth.of, tenth.payers) == ("Georgia-Russia", 0.1, ("T2", "T4"), ("EU",))
    assert (most.kind, most.hard, most.who) == ("most", False, ("T1", "Talks"))
    carries, disturbs = [row for row in reading.records if isinstance(row, Link)]
    assert (carries.channel, carries.lag, carries.liaison) == ("briefing", 0.5, None)
    assert (disturbs.kind, disturbs.value, disturbs.liaison, disturbs.lag) == ("interferes", 0.01, "Desk", None)
    (conflict,) = [row for row in reading.records if isinstance(row, Conflict)]
    assert (conflict.harm_ceiling, conflict.risk) == ((("farmers", 2), ("the young", 1)), 0.2)
    assert [row.opinion for row in reading.records if isinstance(row, Party)] == [0.25, None]
    works = {row.name: row for row in reading.records if isinstance(row, Activity)}
    school, talks = works["School"], works["Talks"]
    assert (school.same_people, school.confidential, school.publicity) == (True, True, False)
    assert (school.influence, school.skills, school.prevention) == (0.7, 0.1, 0.1)
    assert (talks.harm, talks.expectations) == ((("farmers", 0.5),), 0.1)
    assert talks.gains == (("Georgia", 0.1), ("Russia", 0.2))
    assert talks.seats == (("Georgia", 4), ("Russia", 5))
    assert works["Appeal"].raises == (("Gifts", 20000),)
    assert works["Desk"].force is False


@pytest.mark.parametrize("name", ["b.csv", "b.xlsx", "folder"])
def test_all_of_it_travels_without_loss(name: str, tmp_path: Path) -> None:
    records = read_text(tmp_path, WHOLE).records
    write_instance(records, tmp_path / name)
    again = read_records(tmp_path / name)
    assert again.faults == ()
    assert sorted(again.records, key=str) == sorted(records, key=str)


def test_a_link_gives_way_to_the_work_it_is_named_after(tmp_path: Path) -> None:
    """``School`` is the activity; only where nothing else bears the name, it is the link."""
    text = SMALL + "link,Talks,,requires,Talks\nset,Talks,,credibility,,,,0.5\n"
    talks = next(row for row in read_text(tmp_path, text).records if isinstance(row, Activity))
    assert talks.credibility == 0.5
    alone = SMALL.replace("activity,Talks", "activity,Other") + "link,Talks,,transfers,Other\nset,Talks,,window,,,,3\n"
    (link,) = [row for row in read_text(tmp_path, alone).records if isinstance(row, Link)]
    assert link.window == 3


@pytest.mark.parametrize(
    ("row", "fault", "remedy"),
    [
        ("limit,Women,,cower,T1,,,1", ("unknown_word", 8, "kind"), 'Did you mean "cover"?'),
        ("limit,Women,,cover,,,,1", ("missing_value", 8, "who"), ""),
        ("limit,Women,,cover,T1,,,", ("missing_value", 8, "amount"), ""),
        ("limit,,,cover,T1,,,1", ("missing_value", 8, "name"), ""),
        ("limit,Women,,cover,T1,,,-1", ("out_of_range", 8, "amount"), ""),
        ("limit,Women,,cover,T1|,,,1", ("empty_item", 8, "who"), ""),
        ("limit,Women,,cover,women,,,1", ("unknown_name", 8, "who"), 'Known: "T1"'),
        ("limit,Women,,cover,Takls,,,1", ("unknown_name", 8, "who"), 'Did you mean "Talks"?'),
        ("limit,Half,,least,T1,,,50", ("bad_share", 8, "amount"), "50%"),
        ("limit,Half,,least,T1,2006-Q2,,0.5", ("limit_cell", 8, "from"), ""),
        ("set,Talks,,harm,,,,farmers", ("not_a_pair", 8, "amount"), "a:1|b:0.5"),
        ("set,Talks,,harm,,,,farmers:7", ("bad_pair", 8, "amount"), ""),
        ("set,Talks,,gains,,,,Gorgia:0.1", ("unknown_name", 8, "amount"), 'Did you mean "Georgia"?'),
        ("set,Talks,,raises,,,,EU:5", ("attribute_off_track", 8, "amount"), ""),
        ("set,Talks,,influence,,,,2", ("out_of_range", 8, "amount"), ""),
        ("set,Talks,,publicity,,,,perhaps", ("not_yes_or_no", 8, "amount"), ""),
        ("set,Georgia,,opinion,,,,-1", ("out_of_range", 8, "amount"), ""),
        ("condition,,,impase,,,,1", ("unknown_word", 8, "kind"), 'Did you mean "impasse"?'),
        ("condition,,,openness,Georgia,,,1", ("wrong_who", 8, "who"), ""),
    ],
)
def test_one_fault_at_its_cell(row: str, fault: tuple[str, int, str], remedy: str, tmp_path: Path) -> None:
    faults = [each for each in examine(read_text(tmp_path, SMALL + row + "\n"))[1] if each.severity == "error"]
    assert places(tuple(faults)) == [fault]
    assert remedy in faults[0].remedy
