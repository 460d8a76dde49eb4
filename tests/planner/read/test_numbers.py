"""Numbers as people and spreadsheets write them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.read.faulty import Misread
from planner.read.numbers import number
from planner.write.cells import number_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-5", -5),
        ("+5", 5),
        ("007", 7),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e6", 1e6),
        ("1.2E+07", 12_000_000),
        ("60%", 0.6),
        ("2.5 %", 0.025),
        ("1 000 000", 1_000_000),
        ("1\u00a0000\u202f000", 1_000_000),
        ("1'000'000", 1_000_000),
        ("1’000.5", 1000.5),
        ("1,000,000", 1_000_000),
        ("1.000.000", 1_000_000),
        ("1,000.5", 1000.5),
        ("\u22125", -5),
        ("١٢٫٥", 12.5),
        ("٣", 3),
    ],
)
@pytest.mark.parametrize("commas", [False, True])
def test_read_alike_in_every_file(text: str, value: float, commas: bool) -> None:
    assert number(text, commas=commas) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("0,5", 0.5), ("-1,25", -1.25), ("1.000.000,5", 1_000_000.5), ("1 000,5", 1000.5), ("0,125", 0.125)],
)
def test_decimal_commas(text: str, value: float) -> None:
    assert number(text, commas=True) == value
    with pytest.raises(Misread) as misread:
        number(text, commas=False)
    assert misread.value.code == "not_a_number"
    assert str(value) in misread.value.remedy


@pytest.mark.parametrize("text", ["1,500", "1.500", "-12.345", "999,000"])
def test_ambiguous_where_commas_may_be_decimal(text: str) -> None:
    with pytest.raises(Misread) as misread:
        number(text, commas=True)
    assert misread.value.code == "ambiguous_number"
    thousands, decimal = (
        part.split()[0].rstrip(",") for part in misread.value.remedy.removeprefix("Write ").split(", ")
    )
    assert number(thousands, commas=True) == round(number(decimal, commas=True) * 1000)


def test_clear_where_the_comma_divides_cells() -> None:
    assert number("1.500", commas=False) == 1.5
    assert number("1,500", commas=False) == 1500


@pytest.mark.parametrize(
    "text",
    [
        *("1_000", "--5", "5-", "5.", "1e", "%", "5%%", "1'00", "1e9999", "9" * 400, "½", "1,000.000,0", "0 500"),
        "",
        "x",
        "1 00",
        "1,00,000",
        "12,34,567",
        "1.5.2",
        "1,2,3",
        "(5)",
        "USD 300",
        "300 USD",
        "1/2",
        "nan",
        "inf",
        "0x1F",
    ],
)
@pytest.mark.parametrize("commas", [False, True])
def test_no_numbers(text: str, commas: bool) -> None:
    with pytest.raises(Misread):
        number(text, commas=commas)


@given(st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(-(10**299), 10**299)), st.booleans())
def test_every_number_written_is_read_back(value: float, commas: bool) -> None:
    assert number(number_text(value), commas=commas) == value


@given(st.text(st.sampled_from("0123456789.,' -+eE%"), max_size=12), st.booleans())
def test_never_another_exception(text: str, commas: bool) -> None:
    with suppress(Misread):
        assert isinstance(number(text, commas=commas), int | float)
