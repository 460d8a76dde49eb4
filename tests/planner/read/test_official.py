"""Conditions, and the marks of official work and of track one and a half, as files and workbooks say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.records import Activity, Condition, Conflict, Horizon, Party
from planner.read import examine, read_records
from planner.write import write_instance
from tests.planner.read.files import SMALL, places, read_text

MORE = (
    "activity,Circle,,dialogue,Georgia|Russia,,,,a,partners,,T1.5,,5000,9000\n"
    "condition,Coalition falls,,willingness,Georgia,2006-Q3,2007-01-31,40%,b,secret\n"
    "condition,,,recognition,Russia|Georgia,,,0.5,c\n"
    "condition,,,hostility,Norway|Russia,2007,,0.2,d\n"
    "condition,,,toll,,2006-07-11,,,e,,,,,,,,,0.01,,0.02\n"
    "set,,,suitability,,,,catalogue\n"
    "set,Georgia-Russia,,taboo,,,,status|borders\n"
    "set,Georgia,,exposure_limit,,,,2\n"
    "set,Talks,,level,,,,Minister\n"
    "set,Talks,,issues,,,,borders| gas\n"
    "set,Talks,,coercive,,,,yes\n"
    "set,Talks,,needs insight,,,,no\n"
    "set,Talks,,agencies,,,,Foreign Ministry|Army\n"
    "set,Talks,,exposure,,,,50%\n"
    "set,Circle,,bridges,,,,yes\n"
    "set,Circle,,traits,,,,Non-partisan: 0.8|trusted:0.6\n"
    "set,Circle,,home,,,,Norway\n"
)
WHOLE = SMALL.replace("spend_max\n", "spend_max,run_min,run_max,political,structural,social\n") + MORE


def test_every_record_and_mark(tmp_path: Path) -> None:
    reading = read_text(tmp_path, WHOLE)
    assert reading.faults == ()
    by_word = {word: [row for row in reading.records if row.word == word] for word in ("activity", "condition")}
    talks, circle = by_word["activity"]
    assert isinstance(talks, Activity)
    assert isinstance(circle, Activity)
    assert (talks.level, talks.issues, talks.coercive, talks.needs_insight) == (
        "minister",
        ("borders", "gas"),
        True,
        False,
    )
    assert (talks.agencies, talks.exposure) == (("Foreign Ministry", "Army"), 0.5)
    assert (circle.bridges, circle.home) == (True, "Norway")
    assert circle.traits == (("non_partisan", 0.8), ("trusted", 0.6))
    falls, recognition, _, toll = by_word["condition"]
    assert isinstance(falls, Condition)
    assert isinstance(recognition, Condition)
    assert isinstance(toll, Condition)
    assert (str(falls.begin), str(falls.end), falls.who, falls.amount) == ("2006-Q3", "2007-01-31", ("Georgia",), 0.4)
    assert falls.visibility == "secret"
    assert (recognition.who, recognition.begin) == (("Russia", "Georgia"), None)
    assert (str(toll.begin), toll.amount, toll.political, toll.social) == ("2006-07-11", None, 0.01, 0.02)
    (horizon,) = [row for row in reading.records if isinstance(row, Horizon)]
    (conflict,) = [row for row in reading.records if isinstance(row, Conflict)]
    assert (horizon.suitability, conflict.taboo) == ("catalogue", ("status", "borders"))
    assert [row.exposure_limit for row in reading.records if isinstance(row, Party)] == [2, None]


@pytest.mark.parametrize("name", ["b.csv", "b.xlsx", "folder"])
def test_all_of_it_travels_without_loss(name: str, tmp_path: Path) -> None:
    records = read_text(tmp_path, WHOLE).records
    write_instance(records, tmp_path / name)
    again = read_records(tmp_path / name)
    assert again.faults == ()
    assert sorted(again.records, key=str) == sorted(records, key=str)


def test_one_side_of_a_condition_is_its_list_of_names(tmp_path: Path) -> None:
    """A condition without a name is addressed by what it says."""
    text = WHOLE + "set,recognition Russia|Georgia,,visibility,,,,partners\n"
    shown = [
        row for row in read_text(tmp_path, text).records if isinstance(row, Condition) and row.kind == "recognition"
    ]
    assert [row.visibility for row in shown] == ["partners"]


@pytest.mark.parametrize(
    ("row", "fault", "remedy"),
    [
        ("set,Talks,,traits,,,,honst:0.5", ("unknown_word", 8, "amount"), 'Did you mean "honest"?'),
        ("set,Talks,,traits,,,,honest", ("not_a_pair", 8, "amount"), "a:1|b:0.5"),
        ("set,Talks,,traits,,,,honest:very", ("not_a_number", 8, "amount"), ""),
        ("set,Talks,,traits,,,,honest:0.5|", ("empty_item", 8, "amount"), ""),
        ("set,Talks,,level,,,,ministre", ("unknown_word", 8, "amount"), 'Did you mean "minister"?'),
        ("set,Talks,,coercive,,,,perhaps", ("not_yes_or_no", 8, "amount"), ""),
        ("set,Talks,,bias,,,,2", ("out_of_range", 8, "amount"), ""),
        ("set,Georgia,,exposure_limit,,,,-1", ("out_of_range", 8, "amount"), ""),
        ("condition,,,wilingness,Georgia,,,1", ("unknown_word", 8, "kind"), 'Did you mean "willingness"?'),
        ("condition,,,willingness,Georgia,,,1.5", ("out_of_range", 8, "amount"), ""),
        ("condition,,,willingness,Gorgia,,,1", ("unknown_name", 8, "who"), 'Did you mean "Georgia"?'),
        ("condition,,,willingness,Georgia,,,", ("no_level", 8, "amount"), ""),
        ("condition,,,toll,,,,", ("no_day", 8, "from"), ""),
    ],
)
def test_one_fault_at_its_cell(row: str, fault: tuple[str, int, str], remedy: str, tmp_path: Path) -> None:
    text = SMALL + row + "\n"
    faults = [each for each in examine(read_text(tmp_path, text))[1] if each.severity == "error"]
    assert places(tuple(faults)) == [fault]
    assert remedy in faults[0].remedy
