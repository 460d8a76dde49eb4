"""Small files for the tests of reading."""

from __future__ import annotations

from pathlib import Path

from models.faults import Fault
from planner.read import Reading, read_records

HEADINGS = "record,name,conflict,kind,who,from,to,amount,source,visibility,scenario,track,setup,spend_min,spend_max"
SMALL = f"""{HEADINGS}
horizon,Test,,quarter,,2006-Q1,2007-Q4
conflict,Georgia-Russia
party,Georgia,,weaker
party,Russia
funder,EU,,,T1|T2,2006-Q1,2007-Q4,600000,assumption
activity,Talks,,negotiation,Georgia|Russia,2006-Q1,2007-Q4,,assumption,public,,T1,10000,20000,30000
"""
"""Six records; the header is row 1, the horizon row 2, the activity row 7."""


def read_text(folder: Path, text: str | bytes, name: str = "a.csv") -> Reading:
    """What is read from a file with this content."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_records(path)


def places(faults: tuple[Fault, ...]) -> list[tuple[str, int, str]]:
    """Code, row and column of each fault; row 0 where it is about the whole."""
    return [(f.code, f.place.row if f.place else 0, f.place.column if f.place else "") for f in faults]
