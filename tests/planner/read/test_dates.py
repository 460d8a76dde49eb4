"""Dates: what is read, and what to write instead of what is not."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.moment import Moment
from planner.read.dates import moment
from planner.read.faulty import Misread


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("2008-08-29", "2008-08-29"),
        ("2008-Q3", "2008-Q3"),
        ("2008q3", "2008-Q3"),
        ("2008-h2", "2008-H2"),
        ("2008 Q3", "2008-Q3"),
        ("2008", "2008"),
        (2008, "2008"),
        (2008.0, "2008"),
        ("٢٠٠٨-٠٨-٢٩", "2008-08-29"),
        (date(2008, 8, 29), "2008-08-29"),
        (datetime(2008, 8, 29), "2008-08-29"),
        (date(208, 8, 29), "0208-08-29"),
    ],
)
def test_read(cell: object, text: str) -> None:
    assert moment(cell) == Moment.parse(text)


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [
        ("31/08/2008", "Write 2008-08-31."),
        ("08/31/2008", "Write 2008-08-31."),
        ("03/04/2008", "Write 2008-04-03 or 2008-03-04, whichever is meant."),
        ("29.08.2008", "Write 2008-08-29."),
        ("2008/8/29", "Write 2008-08-29."),
        ("2008-08-29 00:00:00", "Write 2008-08-29."),
        ("2008-8", "Write 2008-08."),
        ("Aug-08", "Write 2008-08 if the month is meant."),
        ("Aug 2008", "Write 2008-08 if the month is meant."),
        ("Sep-97", "Write 1997-09 if the month is meant."),
        ("29 August 2008", "Write 2008-08-29."),
        ("August 29, 2008", "Write 2008-08-29."),
        ("Q3 2008", "Write 2008-Q3."),
        ("39689", "It looks like the number a spreadsheet keeps for a day: write 2008-08-29."),
        (39689.0, "It looks like the number a spreadsheet keeps for a day: write 2008-08-29."),
        ("2008-02-30", "Write year-month-day, such as 2008-08-29, or a period such as 2008-Q3."),
        ("soon", "Write year-month-day, such as 2008-08-29, or a period such as 2008-Q3."),
        (datetime(2008, 8, 29, 14), "Write 2008-08-29."),
    ],
)
def test_what_to_write(cell: object, remedy: str) -> None:
    with pytest.raises(Misread) as misread:
        moment(cell)
    assert misread.value.code == "not_a_date"
    assert misread.value.remedy == remedy


@given(
    st.one_of(
        st.text(max_size=12), st.text(st.sampled_from("0123456789-/. QHAug"), max_size=12), st.floats(), st.integers()
    )
)
def test_never_another_exception(cell: object) -> None:
    with suppress(Misread):
        assert isinstance(moment(cell), Moment)
