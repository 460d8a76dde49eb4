"""Plans made by hand: little has to be stated, and what is wrong is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from models.audit import audit
from models.faults import Fault, Faults
from planner.planfile import read_plan
from tests.planner.show.georgia import instance

OF = instance(scenarios=False)
SOUND = """\
record,activity,period,spend,funder,amount
work,dialogue,2006-Q1,50000
work,Dialogue,2006-Q2,50000
grant,Dialogue,2006-Q1,,EU,60000
grant,Dialogue,2006-Q2,,EU,50000
work,Dialogue,2006-Q4,20000
grant,Dialogue,2006-Q4,,EU,"30,000"
"""


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "by-hand.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults(path: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(Faults) as refusal:
        read_plan(path, OF)
    return [(fault.code, fault.place.row, fault.place.column) for fault in refusal.value.faults if fault.place]


def refused(path: Path) -> tuple[Fault, ...]:
    """The faults of a plan; none where it is readable."""
    try:
        read_plan(path, OF)
    except Faults as refusal:
        return refusal.faults
    return ()


def test_starts_and_set_up_costs_follow_from_the_runs(tmp_path: Path) -> None:
    found = read_plan(write(tmp_path, SOUND), OF)
    assert found.status == "by hand"
    assert found.plan is not None
    assert [(work.node, work.start, work.setup, work.output) for work in found.plan.works] == [
        (0, True, 10_000, None),
        (1, False, 0, None),
        (3, True, 10_000, None),
    ]
    assert found.plan.transfers is None
    assert [grant.amount for grant in found.plan.grants] == [60_000, 50_000, 30_000]
    broken = {violation.check for violation in audit(OF, found.plan).violations}
    assert broken == {"runs"}, "Dialogue may run once only; all money is right"


@pytest.mark.parametrize(
    "text",
    [
        SOUND.replace("record,", "").replace("work,", "").replace("grant,", ""),
        SOUND.replace('"30,000"', "30000").replace(",", ";"),
        "sep=;\n" + SOUND.replace('"30,000"', "30000").replace(",", ";"),
        "\ufeff" + SOUND.replace("\n", "\r\n"),
        "# made on paper\n\n" + SOUND + "\n,,,,,\n",
        SOUND.replace("work,dialogue", " WORK , DIALOGUE"),
    ],
    ids=["no record column", "semicolons", "sep line", "byte-order mark", "comments and blanks", "capitals"],
)
def test_it_is_read_as_spreadsheets_save_it(tmp_path: Path, text: str) -> None:
    plain = read_plan(write(tmp_path, SOUND), OF).plan
    assert read_plan(write(tmp_path, text), OF).plan == plain


def test_utf_16_is_read(tmp_path: Path) -> None:
    assert read_plan(write(tmp_path, SOUND.encode("utf-16")), OF).plan == read_plan(write(tmp_path, SOUND), OF).plan


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("work,Dialoge,2006-Q3,50000", ("plan_name", 8, "activity")),
        ("work,Dialogue,2006-Q5,50000", ("plan_period", 8, "period")),
        ("work,Dialogue,2031-Q1,50000", ("plan_period", 8, "period")),
        ("work,Dialogue,,50000", ("plan_missing", 8, "period")),
        ("work,Dialogue,2006-Q3,", ("plan_missing", 8, "spend")),
        ("work,Dialogue,2006-Q3,-1", ("plan_number", 8, "spend")),
        ("work,Dialogue,2006-Q3,1.5", ("plan_number", 8, "spend")),
        ("work,Dialogue,2006-Q3,much", ("not_a_number", 8, "spend")),
        ("work,Dialogue,2006-Q1,50000", ("plan_twice", 8, "period")),
        ("grant,Dialogue,2006-Q1,,EU,5", ("plan_twice", 8, "period")),
        ("grant,Dialogue,2006-Q1,,EUU,5", ("plan_name", 8, "funder")),
        ("grant,Dialogue,2006-Q1,,EU,0", ("plan_number", 8, "amount")),
        ("grant,Dialogue,2006-Q1,,EU,1e999", ("plan_number", 8, "amount")),
        ("loan,Dialogue,2006-Q1,,EU,5", ("plan_record", 8, "record")),
        (",Dialogue,2006-Q1,,EU,5", ("plan_record", 8, "record")),
        ("work,Dialogue,2006-Q3,50000,,,7", ("plan_heading", 8, "G")),
    ],
)
def test_each_fault_has_its_place(tmp_path: Path, row: str, fault: tuple[str, int, str]) -> None:
    assert faults(write(tmp_path, SOUND + row + "\n")) == [fault]


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    text = SOUND + "work,Nobody,2006-Q3,1\ngrant,Dialogue,never,,Nobody,x\n"
    assert [each[:2] for each in faults(write(tmp_path, text))] == [
        ("plan_name", 8),
        ("plan_name", 9),
        ("plan_period", 9),
        ("not_a_number", 9),
    ]


def test_unknown_and_repeated_headings(tmp_path: Path) -> None:
    assert faults(write(tmp_path, SOUND.replace("spend", "spent")))[0] == ("plan_heading", 1, "spent")
    assert faults(write(tmp_path, SOUND.replace("funder", "activity")))[0] == ("plan_heading", 1, "activity")


def test_a_branch_needs_its_scenario(tmp_path: Path) -> None:
    of = instance()
    path = write(tmp_path, "activity,period,spend\nDialogue,2009-Q1,50000\n")
    with pytest.raises(Faults, match=r"Write 2009-Q1/calm or 2009-Q1/rupture\."):
        read_plan(path, of)
    path = write(tmp_path, "activity,period,spend\nDialogue,2009-Q1/Rupture,50000\n")
    assert read_plan(path, of).plan is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"record,activity,period,spend\n",
        b"{",
        b"{}",
        b"\x00\x01\x02",
        b"%PDF-1.4",
        b"PK\x03\x04junk",
        b'a,"b\n',
        b"[1]",
    ],
)
def test_what_is_no_plan_is_refused_without_a_crash(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Faults):
        read_plan(write(tmp_path, content), OF)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Faults, match="Check the path"):
        read_plan(tmp_path / "none.csv", OF)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("plan,format,2", "plan_format"),
        ("plan,without,budgett", "plan_word"),
        ("plan,instance,x", "plan_other_instance"),
    ],
)
def test_what_a_file_says_of_itself_is_checked(tmp_path: Path, row: str, code: str) -> None:
    text = f"record,name,value,activity,period,spend\n{row}\nwork,,,Dialogue,2006-Q1,50000\n"
    assert [each[0] for each in faults(write(tmp_path, text))] == [code]


def test_a_mutated_cell_is_a_fault_or_a_plan_never_a_crash(tmp_path: Path) -> None:
    rows = [line.split(",") for line in SOUND.replace('"30,000"', "30000").splitlines()]
    for row in range(len(rows)):
        for column in range(len(rows[row])):
            for junk in ("", "x", "-1", "1e400", '"', "2006-Q1", "#", "nan", "١٢", "=1+1"):
                changed = [list(each) for each in rows]
                changed[row][column] = junk
                path = write(tmp_path, "\n".join(",".join(each) for each in changed))
                assert all(fault.expected and fault.found and fault.remedy for fault in refused(path)), (
                    row,
                    column,
                    junk,
                )


def test_a_workbook_or_folder_made_by_hand(tmp_path: Path) -> None:
    usual = read_plan(write(tmp_path, SOUND), OF).plan
    assert usual is not None
    works = [("Activity", "Period", "Spend"), *((w.activity, OF.label(w.node), w.spend) for w in usual.works)]
    grants = [
        ("funder", "activity", "period", "amount"),
        *((g.funder, g.activity, OF.label(g.node), g.amount) for g in usual.grants),
    ]
    book = Workbook()
    for name, rows in (("Works", works), ("Grants", grants), ("Notes", [("what I think",)])):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "by-hand.xlsx")
    assert read_plan(tmp_path / "by-hand.xlsx", OF).plan == usual
    folder = tmp_path / "by-hand"
    folder.mkdir()
    for name, rows in (("works", works), ("grants", grants)):
        (folder / f"{name}.csv").write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="utf-8")
    assert read_plan(folder, OF).plan == usual
    (folder / "payments.csv").write_text("activity\n", encoding="utf-8")
    assert faults(folder) == [("plan_record", 1, "A")]
