"""What spreadsheets really save: encodings, delimiters, quotes, blank rows and columns."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from models.records import Activity, Funder, Record
from planner.read import read_records
from tests.planner.read.files import HEADINGS, SMALL, places, read_text


def _expected(tmp_path: Path) -> tuple[Record, ...]:
    reading = read_text(tmp_path, SMALL, "expected.csv")
    assert reading.faults == ()
    assert len(reading.records) == 6
    return reading.records


SEMICOLONS = SMALL.replace(",", ";")
TABS = SMALL.replace(",", "\t")


@pytest.mark.parametrize(
    "data",
    [
        SMALL.encode("utf-8-sig"),
        SMALL.encode("utf-16"),
        SMALL.encode("utf-16-le"),
        SMALL.encode("utf-16-be"),
        b"\xfe\xff" + SMALL.encode("utf-16-be"),
        TABS.encode("utf-16"),
        SMALL.replace("\n", "\r\n").encode(),
        SMALL.replace("\n", "\r").encode(),
        SEMICOLONS.encode(),
        ("sep=;\r\n" + SEMICOLONS).encode("utf-8-sig"),
        ("sep=;\n" + SEMICOLONS).encode("utf-16"),
        ('"sep=\t"\n' + TABS).encode(),
        ("sep=|\n" + SMALL.replace("|", "/").replace(",", "|").replace("/", ",")).replace("T1,T2", '"T1|T2"').encode()
        .replace(b"Georgia,Russia", b'"Georgia|Russia"'),
        ("# a comment, with commas\n" + SMALL).encode(),
        (SMALL + "\n\n,,,,\n;\n".replace(";", " , ")).encode(),
        SMALL.replace("\n", ",,,,\n").encode(),
        SMALL.replace("activity,", "ACTIVITY ,").replace("negotiation", " Negotiation").encode(),
        SMALL.replace("record,name,", " Record ,NAME,").replace("spend_max", "Spend max").encode(),
        SMALL.replace("600000", '"600,000"').encode(),
        SEMICOLONS.replace("600000", "600.000,00").encode(),
        SMALL.replace("600000", "600 000").encode(),
        SMALL.replace("T1|T2", " T1 | T2 ").encode(),
    ],
)  # fmt: skip
def test_read_the_same(data: bytes, tmp_path: Path) -> None:
    expected = _expected(tmp_path)
    reading = read_text(tmp_path, data)
    assert reading.faults == ()
    assert reading.records == expected


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    """Blank and comment rows count, a quoted line break does not, a line sep=; is not shown."""
    text = f'{HEADINGS}\n\n# note\nconflict,"Two\nlines"\nparty,X,,strong\n'
    assert places(read_text(tmp_path, text).faults) == [("unknown_word", 5, "kind")]
    assert read_text(tmp_path, text).records[0].key == "Two\nlines"
    text = "sep=;\nrecord;name;kind\nparty;X;strong\n"
    assert places(read_text(tmp_path, text).faults) == [("unknown_word", 2, "kind")]


@pytest.mark.parametrize("page", ["cp1252", "cp1256"])
def test_code_pages_told_by_their_words(page: str, tmp_path: Path) -> None:
    names = {"cp1252": "Géorgie – Côte d’Ivoire, Österreich", "cp1256": "السودان وجنوب السودان"}
    text = f'record,name\nconflict,"{names[page]}"\n'
    reading = read_text(tmp_path, text.encode(page))
    assert [record.key for record in reading.records] == [names[page]]
    assert [(fault.code, fault.severity) for fault in reading.faults] == [("legacy_encoding", "warning")]
    assert page in reading.faults[0].found
    assert reading.whole


@pytest.mark.parametrize(
    ("name", "page"), [("Грузия", "cp1251"), ("גאורגיה", "cp1255"), ("Ελλάδα", "cp1253"), ("Łódź", "cp1250")]
)
def test_other_code_pages_are_not_guessed(name: str, page: str, tmp_path: Path) -> None:
    reading = read_text(tmp_path, f"record,name\nconflict,{name}\n".encode(page))
    assert places(reading.faults) == [("unknown_encoding", 0, "")]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("name", ["Côte d'Ivoire", "جُورجيا", "Грузія й", "גָּאוֹרְגְיָה", "Việt Nam"])
def test_names_in_any_normal_form_are_one_name(name: str, form: str, tmp_path: Path) -> None:
    import unicodedata

    from planner.read import examine

    spelled = unicodedata.normalize(form, name)  # type: ignore[arg-type]
    text = (
        SMALL.replace("Russia,", f"{name},").replace("party,Russia", f"party,{name}").replace("|Russia", f"|{spelled}")
    )
    instance, faults = examine(read_text(tmp_path, text))
    assert not [fault for fault in faults if fault.severity == "error"]
    assert instance is not None
    assert instance.activities[0].parties == ("Georgia", unicodedata.normalize("NFC", name))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b"\n \n,,\n", "empty_file"),
        (b"# only a comment\n", "empty_file"),
        (b"hello world\n", "no_header"),
        (b"1,2,3\n", "no_header"),
        (bytes(range(256)) * 4, "not_text"),
        (b"%PDF-1.7\n\x25\xe2\xe3", "not_text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not_text"),
        (b"PK\x03\x04 no zip at all", "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked_workbook"),
        (b'record,name\nconflict,"A\nparty,B\n', "bad_quotes"),
        (b'record,name\nconflict,"A"B\n', "bad_quotes"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, code: str, tmp_path: Path) -> None:
    reading = read_text(tmp_path, data)
    assert [fault.code for fault in reading.faults] == [code]
    assert not reading.whole


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    from zipfile import ZipFile

    with ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("letter.txt", "hello")
    assert [fault.code for fault in read_records(tmp_path / "a.xlsx").faults] == ["not_a_workbook"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for source in (tmp_path / "none.csv", tmp_path / "no" / "way.xlsx", "a\0b"):
        assert [fault.code for fault in read_records(source).faults] == ["no_file"]


def test_standard_input_may_be_read_twice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    expected = _expected(tmp_path)
    stream = io.TextIOWrapper(io.BytesIO(SMALL.encode()))
    monkeypatch.setattr("sys.stdin", stream)
    for _ in range(2):
        reading = read_records("-")
        assert reading.records == expected
        assert reading.file == "standard input"
        assert reading.records[0].origin is not None
        assert reading.records[0].origin.row.file == "standard input"


def test_values_in_a_semicolon_file(tmp_path: Path) -> None:
    text = "record;name;amount;track;spend_max;low;high\nfunder;A;1.000.000\nactivity;B;;T1.5;300 000,50;0,5;1,25\n"
    funder, work = read_text(tmp_path, text).records
    assert isinstance(funder, Funder)
    assert funder.amount == 1_000_000
    assert isinstance(work, Activity)
    assert (work.spend_max, work.low, work.high) == (300_000.5, 0.5, 1.25)
    assert places(read_text(tmp_path, text.replace("1.000.000", "1.000")).faults) == [("ambiguous_number", 2, "amount")]
